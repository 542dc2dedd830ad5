using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pyventus.Generators.Models;
using Pyventus.Generators.Parsing;

namespace Pyventus.Generators.Tests;

/// <summary>Which files are parsed again after an edit: a handler that is the same object was not.</summary>
internal sealed class ParsedAgainTests
{
    // One handler per file, each of which depends on other files in a way of its own.
    private static readonly string[] _files =
    [
        """
        internal class First
        {
            public const string Name = "first";
            public const string Prefix = "other.";
            private int _field = 1;
            [On(Name)] internal static void H(int x) { }
            internal static int Count(int y) => y;
            internal int Value => _field;
            internal First() { _field = 2; }
        }
        internal interface IFirst { void M(); static int S() => 1; }
        internal class Service { internal Service(IFirst first) { } public int Number { get; set; } = 1; }
        internal enum Level { Low, High = 5 }
        internal struct Money { public static implicit operator int(Money money) => 1; }
        internal partial class Shared { internal static void Callback() { } }
        """,
        "internal class Second { [On(\"second\")] internal static ValueTask<int> H() => new(First.Count(1)); }",
        "internal static class Texts { public const string Third = First.Prefix + \"third\"; internal static string Number = Third; }",
        "internal class Third { [On(Texts.Third)] internal static Task H() => Task.FromResult(First.Count(1)); }",
        "internal class Base : IDisposable { public void Dispose() { } } internal class Event : Base;",
        "internal class Fourth(Service service, IFirst first) { [On<Event>] internal void H() { } [On(\"fourth\")] internal void Hide(Level level = Level.High) { } }",
        """
        internal partial class Shared
        {
            [On("shared", OnSuccess = "Callback")] internal static partial void H();
        }
        """,
        """
        internal partial class Shared
        {
            internal static partial void H() { }
            internal static IEnumerable<int> Sequence() { return [1]; }
        }
        """,
        "internal class Sixth { [On(\"sixth\", Linker = typeof(Mine))] internal static void H() { } }",
        "namespace Elsewhere { internal class Seventh { [On(\"seventh\", OnSuccess = nameof(Done))] internal static Money H() => default; internal static void Done(int x) { } } }",
        "internal class Mine : EventLinker { public Mine() { } }",
    ];

    private static readonly string[] _handlers = ["first", "second", "other.third", "Event", "fourth", "shared", "sixth", "seventh"];

    [TestCase("H(int x) { }", "H(int x) { Count(x); }", TestName = "The body of a handler")]
    [TestCase("=> y;", "=> y + 1;", TestName = "An expression as a body")]
    [TestCase("Callback() { }", "Callback() { Console.WriteLine(); }", TestName = "The body of a callback")]
    [TestCase("{ _field = 2; }", "{ _field = 3; int local = 1; }", TestName = "The body of a constructor")]
    [TestCase("Value => _field", "Value => -_field", TestName = "The body of a property")]
    [TestCase("_field = 1;", "_field = 2;", TestName = "What a field begins with")]
    [TestCase("set; } = 1;", "set; } = 2;", TestName = "What a property begins with")]
    [TestCase("H(int x) { }", "H(int x) {\n#pragma warning disable CS0219\n int y = 0; }", TestName = "A directive in a body")]
    [TestCase("internal class First", "// comment\ninternal  class First", TestName = "Comments and white space")]
    public void After_an_edit_of_a_body_its_file_only(string before, string after) =>
        Assert.That(ParsedAgain(_files, before, after), Is.EqualTo(new[] { "first" }));

    [TestCase("Count(int y)", "Count(int z)", TestName = "A parameter")]
    [TestCase("H(int x)", "H(long x)", TestName = "The parameter of a handler")]
    [TestCase("internal static int Count", "internal static long Count", TestName = "A result")]
    [TestCase("internal static int Count", "private static int Count", TestName = "An accessibility")]
    [TestCase("int Count(", "int Number(", TestName = "A name")]
    [TestCase("[On(Name)] internal", "[On(Name, Order = 1)] internal", TestName = "An attribute")]
    [TestCase("internal First()", "internal First(int x)", TestName = "A constructor")]
    [TestCase("private int _field = 1;", "private int _field, _other;", TestName = "A field")]
    [TestCase("private int _field", "private int _added; private int _field", TestName = "An added field")]
    [TestCase("private int _field", "private in\n private int _field", TestName = "A field that is being typed")]
    [TestCase("\"first\"", "\"other\"", TestName = "A constant")]
    [TestCase("void M();", "void M(int x);", TestName = "A member of an interface")]
    [TestCase("internal interface", "internal class Added; internal interface", TestName = "A type")]
    [TestCase("internal Service(IFirst first)", "internal Service(IFirst first, int x)", TestName = "The constructor of a service")]
    [TestCase("int Number {", "long Number {", TestName = "A property")]
    public void After_an_edit_that_no_other_file_mentions_its_file_and_what_binds_calls(string before, string after) =>
        Assert.That(ParsedAgain(_files, before, after), Is.EqualTo(new[] { "first", "second" }));

    [TestCase(0, "\"other.\"", "\"else.\"", "first", "second", "other.third", TestName = "A constant by way of another")]
    [TestCase(0, "class First", "class First : IDisposable", "first", "second", "other.third", TestName = "A base type")]
    [TestCase(0, "private int _field", "private required int _field", "first", "second", "other.third", TestName = "A required field")]
    [TestCase(0, "enum Level { Low", "enum Level { Lowest, Low", "first", "second", "Event", "fourth", TestName = "A member of an enum")]
    [TestCase(0, "operator int", "operator long", "first", "second", "seventh", TestName = "A conversion")]
    [TestCase(0, "internal Service(", "public required int Size; internal Service(", "first", "second", "Event", "fourth", TestName = "A required member")]
    [TestCase(0, "static int S() => 1;", "static abstract int S();", "first", "second", "Event", "fourth", TestName = "A static member of an interface")]
    [TestCase(0, "internal class Service", "[Obsolete] internal class Service", "first", "second", "Event", "fourth", TestName = "An attribute of a type")]
    [TestCase(0, "Callback()", "Callback(CancellationToken token)", "first", "second", "shared", TestName = "A member of a part")]
    [TestCase(0, "void Callback() { }", "void Callback() { } private int _added;", "first", "second", "shared", TestName = "A member added to a part")]
    [TestCase(10, "public Mine()", "public Mine(int x)", "second", "sixth", TestName = "The constructor of a linker")]
    [TestCase(0, "internal interface", "internal class ServiceAttribute; internal class OnAttribute; internal interface", "first", "second", "other.third", "Event", "fourth", "shared", "sixth", "seventh", TestName = "A type with the name of an attribute")]
    [TestCase(0, "internal class First", "using System.Text; internal class First", "first", "second", "other.third", "Event", "fourth", "shared", "seventh", TestName = "A using directive, in all that its file declares")]
    [TestCase(0, "internal interface", "\n#nullable disable\ninternal interface", "first", "second", "other.third", "Event", "fourth", "shared", "seventh", TestName = "A nullable directive")]
    [TestCase(4, "Base : IDisposable", "Base : ICloneable", "second", "Event", "fourth", TestName = "A base type of a base type")]
    [TestCase(4, "internal class Event : Base;", "namespace Elsewhere { internal class Event : Base; }", "second", "Event", "fourth", TestName = "A namespace around a type")]
    [TestCase(3, "internal class Third", "namespace Service; internal class Third", "first", "second", "other.third", "Event", "fourth", TestName = "A namespace with the name of a type")]
    public void After_an_edit_its_file_and_what_mentions_the_name(int file, string before, string after, params string[] again) =>
        Assert.That(ParsedAgain(_files, before, after, file), Is.EqualTo(again));

    [TestCase("internal class First", "global using Alias = First; internal class First", TestName = "A global using directive")]
    [TestCase("internal class First", "[assembly: CLSCompliant(false)] internal class First", TestName = "An attribute of the assembly")]
    [TestCase("internal class First", "namespace System.Threading.Tasks { class Task; } internal class First", TestName = "A type that is known by its full name")]
    public void After_an_edit_of_anything_else_every_file(string before, string after) =>
        Assert.That(ParsedAgain(_files, before, after), Is.EqualTo(_handlers));

    [TestCase("global using static Texts;", 2, "Number = Third", "Name = Third", false)]
    [TestCase("global using static Texts;", 2, "class Texts", "class Texts : Base", true)]
    [TestCase("global using Alias = Texts;", 2, "class Texts", "class Texts : Base", false)]
    public void After_an_edit_of_what_a_global_using_mentions_every_file(string directive, int file, string before, string after, bool every) =>
        Assert.That(ParsedAgain([.. _files, directive], before, after, file).Count() == _handlers.Length, Is.EqualTo(every));

    [TestCase("void H() { }", "void H() { Console.WriteLine(); }", TestName = "The body of a partial method")]
    [TestCase("return [1];", "yield return 1;", TestName = "A method that becomes an iterator")]
    public void After_an_edit_of_a_body_that_others_look_into_the_parts_of_its_type(string before, string after) =>
        Assert.That(ParsedAgain(_files, before, after, 7), Is.EqualTo(new[] { "first", "second", "shared" }));

    [Test]
    public void After_an_edit_of_top_level_statements_no_other_file() =>
        Assert.That(ParsedAgain(["Console.WriteLine(1);", .. _files], "WriteLine(1);", "WriteLine(2);"), Is.Empty);

    [Test]
    public void After_an_edit_of_a_top_level_variable_what_mentions_its_name() =>
        Assert.That(ParsedAgain(["Console.WriteLine(1);", .. _files], "WriteLine(1);", "WriteLine(1); int Texts = 1;"), Is.EqualTo(new[] { "second", "other.third" }));

    [Test]
    public void Types_after_top_level_statements_are_compared() =>
        Assert.That(ParsedAgain(["Console.WriteLine(1); class Last { }", .. _files], "class Last", "class Event"), Is.EqualTo(new[] { "second", "Event", "fourth" }));

    [Test]
    public void With_other_references_every_file()
    {
        MetadataReference reference = TestCompilation.Create(["public class Elsewhere;"], "Elsewhere").ToReference();
        Assert.That(ParsedAgain(_files, compilation => compilation.AddReferences(reference)), Is.EqualTo(_handlers));
    }

    [TestCase("Renamed", false)]
    [TestCase(TestCompilation.AssemblyName, true)]
    public void With_another_assembly_name_or_options_every_file(string name, bool changesOptions) =>
        Assert.That(
            ParsedAgain(_files, compilation => compilation.WithAssemblyName(name)
                .WithOptions(changesOptions ? compilation.Options.WithModuleName("Other") : compilation.Options)),
            Is.EqualTo(_handlers));

    [Test]
    public void With_another_order_of_files_every_file() =>
        Assert.That(ParsedAgain(_files, static compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse())), Is.EqualTo(_handlers));

    [Test]
    public void Without_an_edit_no_file() => Assert.That(ParsedAgain(_files, static compilation => compilation.Clone()), Is.Empty);

    private static IEnumerable<string> ParsedAgain(string[] files, string before, string after, int file = 0) =>
        ParsedAgain(files, compilation =>
        {
            SyntaxTree tree = compilation.SyntaxTrees.ElementAt(file);
            string text = tree.ToString();
            Assert.That(text, Does.Contain(before));
            return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(before, after, StringComparison.Ordinal))));
        });

    // The first event of each handler that is not the same object any more.
    private static IEnumerable<string> ParsedAgain(string[] files, Func<CSharpCompilation, Compilation> edit)
    {
        CSharpCompilation compilation = TestCompilation.Create(files);
        var parser = new ProjectParser();
        HandlerModel[] handlers = [.. parser.Parse(compilation, CancellationToken.None).Handlers];
        Assert.That(handlers.Select(GetName), Is.EqualTo(_handlers));
        HashSet<HandlerModel> kept = new(parser.Parse(edit(compilation), CancellationToken.None).Handlers, ReferenceEqualityComparer.Instance);
        return [.. handlers.Where(handler => !kept.Contains(handler)).Select(GetName)];
    }

    private static string GetName(HandlerModel handler) => handler.Events[0] is { Name: { } name } ? name : handler.Events[0].Type!.ShortName;
}
