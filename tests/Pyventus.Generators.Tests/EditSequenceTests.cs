using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Pyventus.Generators.Tests;

/// <summary>After any sequence of edits, an editor has what a build from scratch would generate.</summary>
internal sealed class EditSequenceTests
{
    private const int EditsPerSequence = 40;

    // Each file is one of its versions; some do not compile.
    private static readonly string[][] _versions =
    [
        [
            "global using Alias = Pyventus.OnAttribute;",
            "global using Alias = Pyventus.OnceAttribute;",
            "global using Alias = System.ObsoleteAttribute; global using AliasAttribute = Pyventus.OnAttribute;",
            "",
            "global using static Names; global using Alias = Pyventus.OnAttribute;",
        ],
        [
            "internal static class Names { public const string A = \"a\"; public const string B = A + \".b\"; internal static int Count() => 1; }",
            "internal static class Names { public const string A = \"a\"; public const string B = A + \".b\"; internal static int Count() => 2; }",
            "internal static class Names { public const string A = \"a\"; public const string B = A + \".b\"; internal static Task<int> Count() => Task.FromResult(1); }",
            "internal static class Names { public const string A = \"x\"; public const string B = A + \".b\"; internal static int Count() => 1; }",
            "internal static class Names { public const string A = \"\"\"x\"\"\"; public const string B = nameof(Count); internal static int Count() => 1; }",
            "internal static class Names { public const string A = \"\"\"y\"\"\"; public const string B = nameof(Count); internal static void Count() { } }",
            "internal static class Names { public const string B = nameof(Counter); internal static int Counter() => 1; ",
        ],
        [
            "internal class Handlers { [On(Names.A)] internal static void One(int x) { } [Alias(Names.B)] internal static ValueTask<int> Two() => new(Names.Count()); [On<Event>] internal static void Three(Event e) { } }",
            "internal class Handlers { [On(Names.A)] internal static void One(int x) { _ = x; } [Alias(Names.B)] internal static ValueTask<int> Two() => new(Names.Count()); [On<Event>] internal static void Three(Event e) { } }",
            "internal class Handlers { [On(Names.A)] internal static void One(long x) { } [Alias(Names.B)] internal static ValueTask<int> Two() => new(Names.Count()); [On<Event>] internal static void Three(Event e) { } }",
            "using Local = Pyventus.OnAttribute; internal class Handlers { [Local(nameof(Names.Count), OnSuccess = \"Done\")] internal static void One(int x) { } [On<Base>(IncludeDerived = true)] internal static void Three(Base e) { } }",
            "internal class Handlers { [On(Names.A)] internal static void One(int x) { ",
        ],
        [
            "internal class Base; internal class Event : Base { }",
            "internal class Base; internal class Event { }",
            "public class Base; public class Event : Base { internal int M() => 1; }",
            "public class Base; public class Event : Base { internal long M() { return 2; } }",
            "internal class Base; file class Event : Base;",
        ],
        [
            "internal partial class Parts { [On(\"parts\", OnSuccess = nameof(Done))] internal static partial Task Body(); }",
            "internal partial class Parts { [On(\"parts\", OnSuccess = nameof(Done))] internal static partial Task Body(); [Emits(\"declared\")] internal static partial void Declared(EventEmitter emitter, int id); }",
            "[Obsolete(\"\", true)] internal partial class Parts { [On(\"parts\")] internal static partial Task Body(); }",
        ],
        [
            "internal partial class Parts { internal static partial Task Body() => Task.CompletedTask; internal static IEnumerable<int> Done() { return []; } }",
            "internal partial class Parts { internal static partial Task Body() => Task.Delay(1); internal static IEnumerable<int> Done() { return []; } }",
            "internal partial class Parts { internal static partial Task Body() => Task.CompletedTask; internal static IEnumerable<int> Done() { yield break; } }",
            "internal partial class Parts { [Once(\"body\")] internal static partial async Task Body() { } internal static void Done() { } }",
            "internal partial class Parts { internal int Before; internal static partial Task Body() => Task.CompletedTask; internal static void Done(int x) { } }",
        ],
        [
            "internal class Linker() : EventLinker(5); internal class Needs(Base service) { [On<Event, Unknown>] internal void H() { } [On(\"needs\")] internal void I(Event e) { } }",
            "internal class Linker() : EventLinker(Names.A.Length); internal class Needs { [On(\"needs\")] internal void I(Event e) { } private void J() { int x = 1; } }",
            "internal class Linker() : EventLinker(Names.A.Length); internal class Needs { [On(\"needs\")] internal void I(Event e) { } private void J() {\n#nullable disable\n int x = 1; } [On(\"after\")] internal string After(string s) => s; }",
            "internal class Linker() : EventLinker(Names.A.Length); internal class Needs { [On(\"needs\")] internal void I(Event e) { } private void J() { int x = 1; } [On(\"after\")] internal string After(string s) => s; }",
            "internal class Linker() : EventLinker(7); internal class Needs { internal Needs(int x) { } internal required int Y; [On(\"needs\", typeof(Version))] internal void I() { } }",
        ],
    ];

    private static readonly MetadataReference _table =
        TestCompilation.Create(["public class Elsewhere { [On(\"elsewhere\")] public static void H() { } }"], "Elsewhere").WithGenerator(new PyventusGenerator()).ToReference();

    [Test]
    public void An_edited_project_generates_what_a_new_one_does([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        CSharpCompilation compilation = TestCompilation.Create([.. _versions.Select(static versions => versions[0])]);
        GeneratorDriver edited = CreateDriver();
        GeneratorDriver fork = CreateDriver().RunGenerators(compilation);
        for (int number = 0; number < EditsPerSequence; number++)
        {
            compilation = Edit(compilation, random);
            edited = edited.RunGenerators(compilation);
            fork.RunGenerators(compilation);

            string[] expected = GetSources(CreateDriver().RunGenerators(compilation));
            Assert.That(GetSources(edited), Is.EqualTo(expected), $"After edit {number} of sequence {seed}:\n{string.Join('\n', compilation.SyntaxTrees)}");
            Assert.That(GetSources(fork.RunGenerators(compilation)), Is.EqualTo(expected), "A driver that goes on from an older state");
        }
    }

    [Test]
    public void Concurrent_runs_of_one_pipeline_do_not_mix()
    {
        CSharpCompilation original = TestCompilation.Create([.. _versions.Select(static versions => versions[0])]);
        GeneratorDriver driver = CreateDriver().RunGenerators(original);
        CSharpCompilation[] edited = [.. Enumerable.Range(0, 32).Select(seed => Edit(original, new Random(seed)))];
        string[][] found = new string[edited.Length][];

        Parallel.For(0, edited.Length, index => found[index] = GetSources(driver.RunGenerators(edited[index])));

        Assert.That(found, Is.EqualTo(edited.Select(static compilation => GetSources(CreateDriver().RunGenerators(compilation))).ToArray()));
    }

    // Mostly another version of a file; now and then a reference or the order of the files.
    private static CSharpCompilation Edit(CSharpCompilation compilation, Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                return compilation.References.Contains(_table) ? compilation.RemoveReferences(_table) : compilation.AddReferences(_table);
            case 1:
                SyntaxTree[] trees = [.. compilation.SyntaxTrees];
                random.Shuffle(trees);
                return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
            default:
                int file = random.Next(_versions.Length);
                SyntaxTree tree = compilation.SyntaxTrees.Single(item => item.FilePath == $"Test{file}.cs");
                return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(_versions[file][random.Next(_versions[file].Length)])));
        }
    }

    private static CSharpGeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create([new PyventusGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    private static string[] GetSources(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.That(result.Exception, Is.Null);
        return [.. result.GeneratedSources.Select(static source => source.HintName + "\n" + source.SourceText).Order(StringComparer.Ordinal)];
    }
}
