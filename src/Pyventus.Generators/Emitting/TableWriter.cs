using System.Globalization;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the file of the table: nothing in it runs, and no method in it grows with the number of events.</summary>
internal static class TableWriter
{
    private const string Runtime = "global::Pyventus.CompilerServices.";

    // A method of level 0 names 4 events: the JIT loads the class of each event that a method names, whichever is wanted.
    private const int EventBits = 2;

    // A method of a higher level names 16 methods of the level below.
    private const int MethodBits = 4;

    public static void Write(Action<string, string> addSource, TableModel table, AssemblyModel assembly)
    {
        if (table.Sections.Count == 0)
        {
            return;
        }

        CodeWriter writer = GeneratedFile.Begin()
            .Line($"[assembly: {Runtime}LinkerTable(typeof(global::Pyventus.Generated.{assembly.TableName}), {WellKnownNames.AbiVersion})]")
            .Line()
            .Line(GeneratedFile.Namespace)
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Line(GeneratedFile.Hidden)
            .Open($"public static partial class {assembly.TableName}")
            .Line($"public static void Register() => {Runtime}LinkerTable.Register(Table.Instance);")
            .Line();
        WriteTable(writer, table, assembly);
        for (int index = 0; index < table.Sections.Count; index++)
        {
            WriteSection(writer.Line(), table.Sections[index], index);
        }

        addSource("LinkerTable.g.cs", writer.Close().ToString());
    }

    private static void WriteTable(CodeWriter writer, TableModel table, AssemblyModel assembly)
    {
        string isOpen = string.Concat(table.Sections.Where(static section => section.Linker.MetadataName == WellKnownNames.EventLinker).Select(IsOpen));
        writer.Open($"internal sealed {(table.HasServices ? "partial " : "")}class Table : {Runtime}LinkerTable")
            .Line("internal static readonly Table Instance = new();")
            .Line()
            .Line("private Table()")
            .Line($"    : base({Literals.Quote(assembly.Name)}, {WellKnownNames.AbiVersion}, {Literals.Quote(table.ContentHash)}{isOpen})")
            .Line("{")
            .Line("}")
            .Line()
            .Open($"public override {Runtime}LinkerTableSection? GetSection(global::System.Type linkerType)");
        for (int index = 0; index < table.Sections.Count; index++)
        {
            writer.Open($"if (linkerType == typeof({table.Sections[index].Linker.ErasedCode}))")
                .Line($"return new Section_{index}(this);")
                .Close()
                .Line();
        }

        writer.Line("return null;").Close().Close();
    }

    private static void WriteSection(CodeWriter writer, SectionModel section, int index)
    {
        writer.Open($"private sealed class Section_{index} : {Runtime}LinkerTableSection")
            .Line($"internal Section_{index}({Runtime}LinkerTable table)")
            .Line($"    : base(table, {Number(section.NamedCount)}{IsOpen(section)})")
            .Line("{")
            .Line("}")
            .Line()
            .Line($"protected override string Names => {Literals.Quote(string.Concat(section.Entries.Select(static entry => entry.Name)))};")
            .Line()
            .Line($"protected override global::System.ReadOnlySpan<int> NameEnds => new int[] {{ {NameEnds(section)} }};")
            .Line();
        WriteOpen(writer, section.Entries);
        WriteBuckets(writer, section.Entries);
        writer.Close();
    }

    private static string IsOpen(SectionModel section) => section.Entries.Any(static entry => entry.IsOpen) ? ", isOpen: true" : "";

    private static void WriteOpen(CodeWriter writer, EquatableArray<TableEntryModel> entries)
    {
        string[] open = [.. Enumerable.Range(0, entries.Count).Where(index => entries[index].IsOpen).Select(Number)];
        if (open.Length > 0)
        {
            writer.Line($"protected override global::System.ReadOnlySpan<int> Open => new int[] {{ {string.Join(", ", open)} }};").Line();
        }
    }

    // A tree of methods with the events as its leaves; the root is GetEvent.
    private static void WriteBuckets(CodeWriter writer, EquatableArray<TableEntryModel> entries)
    {
        int root = 0;
        while ((entries.Count - 1) >> Shift(root + 1) > 0)
        {
            root++;
        }

        for (int level = root; level >= 0; level--)
        {
            int methods = ((entries.Count - 1) >> Shift(level + 1)) + 1;
            for (int method = 0; method < methods; method++)
            {
                string signature = level == root ? "protected override" : "private static";
                string name = level == root ? "GetEvent" : MethodName(level, method);
                if (level < root)
                {
                    writer.Line();
                }

                WriteBucket(writer, $"{signature} {Runtime}TableEvent {name}(int index)", entries, level, method);
            }
        }
    }

    private static void WriteBucket(CodeWriter writer, string signature, EquatableArray<TableEntryModel> entries, int level, int method)
    {
        string selector = level == 0 ? "index" : $"(index >> {Number(Shift(level))})";
        int bits = level == 0 ? EventBits : MethodBits;
        writer.Open($"{signature} => {selector} switch");
        int end = Math.Min((method + 1) << bits, ((entries.Count - 1) >> Shift(level)) + 1);
        for (int item = method << bits; item < end; item++)
        {
            string value = level == 0 ? $"Event_{entries[item].Identifier}.Instance" : MethodName(level - 1, item) + "(index)";
            writer.Line($"{Number(item)} => {value},");
        }

        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(index)),").Close(";");
    }

    // The events that a method of the level below covers, as a power of two.
    private static int Shift(int level) => level == 0 ? 0 : EventBits + (MethodBits * (level - 1));

    private static string MethodName(int level, int method) => $"GetEvent_{Number(level)}_{Number(method)}";

    private static string NameEnds(SectionModel section)
    {
        int end = 0;
        return string.Join(", ", section.Entries.Select(entry => Number(end += entry.Name.Length)));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
