using Microsoft.CodeAnalysis;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>Tables of other assemblies are registered, whatever the way they are referenced.</summary>
internal sealed class ReferenceTests
{
    [Test]
    public void Direct_and_transitive_references_are_registered_before_the_own_table()
    {
        var inner = Library("Inner");
        var middle = Generate.From(TestCompilation.Create(["public static class Middle;"], "Middle", [inner]));
        var outer = Generate.From(TestCompilation.Create([Source("Outer")], "Outer", [middle.Output.ToReference(), inner]));

        Assert.That(middle.Sources.Keys, Is.EqualTo(new[] { "LinkerTableRegistration.g.cs" }));
        Assert.That(Registered(middle), Is.EqualTo(new[] { "global::Pyventus.Generated.LinkerTable_Inner.Register();" }));
        Assert.That(Registered(outer), Is.EqualTo(new[] { "global::Pyventus.Generated.LinkerTable_Inner.Register();", "global::Pyventus.CompilerServices.LinkerTable.Register(global::Pyventus.Generated.LinkerTable_Outer.Table.Instance);" }));
    }

    [Test]
    public void A_reference_to_a_compilation_is_one_to_its_table()
    {
        var library = Generate.From(TestCompilation.Create([Source("A")], "A")).Output;
        var run = Generate.From(TestCompilation.Create(["class C;"], "B", [library.ToMetadataReference()]));

        Assert.That(Registered(run), Is.EqualTo(new[] { "global::Pyventus.Generated.LinkerTable_A.Register();" }));
    }

    [Test]
    public void References_are_registered_in_the_order_of_their_names()
    {
        MetadataReference[] libraries = [Library("B"), Library("C"), Library("A")];

        string[] expected = [.. "ABC".Select(static name => $"global::Pyventus.Generated.LinkerTable_{name}.Register();")];
        Assert.That(Registered(Generate.From(TestCompilation.Create(["class X;"], "X", libraries))), Is.EqualTo(expected));
        Assert.That(Registered(Generate.From(TestCompilation.Create(["class X;"], "X", libraries.Reverse()))), Is.EqualTo(expected));
    }

    [Test]
    public void A_table_of_another_version_is_not_registered()
    {
        var run = Generate.From(TestCompilation.Create(["class C;"], "C", [Fake("public static class Table { public static void Register() { } }", version: 2)]));

        Assert.That(run.Sources, Is.Empty);
    }

    [Test]
    public void A_table_that_is_not_public_is_not_registered()
    {
        var run = Generate.From(TestCompilation.Create(["class C;"], "C", [Fake("internal static class Table { public static void Register() { } }", version: 1)]));

        Assert.That(run.Sources, Is.Empty);
    }

    [Test]
    public void A_table_that_only_an_alias_reaches_is_not_registered()
    {
        Assert.That(Generate.From(TestCompilation.Create(["class C;"], "C", [Library("A").WithAliases(["other"])])).Sources, Is.Empty);
        Assert.That(Generate.From(TestCompilation.Create(["class C;"], "C", [Library("A").WithAliases(["other", "global"])])).Sources, Is.Not.Empty);
    }

    [Test]
    public void A_handler_whose_types_only_an_alias_reaches_is_skipped()
    {
        var types = TestCompilation.Create(["public class Payload;"], "Types").ToReference().WithAliases(["types"]);
        var run = Generate.From(TestCompilation.Create(
            ["extern alias types; class C { [On(\"a\")] internal static void H(types::Payload p) { } [On<types::Payload>] internal static void H2() { } }"], "C", [types]));

        Assert.That(run.Sources, Is.Empty);
    }

    [TestCase("public interface IMarker; public sealed class Marked : IMarker;", "new Marked()", TestName = "A base type of a reference")]
    [TestCase("internal interface IMarker; public sealed class Marked : IMarker;", "new Marked()", TestName = "An internal base type of a reference")]
    [TestCase("public interface IMarker; public sealed class Marked : System.Collections.Generic.List<IMarker>;", "new Marked()", TestName = "A type argument of a base type")]
    [TestCase("public interface IMarker; public sealed class Marked : IMarker { public static IMarker Instance => null; }", "Marked.Instance", TestName = "The type of an argument")]
    public void A_type_is_not_taken_for_one_of_the_source_with_the_same_name(string library, string argument)
    {
        var reference = TestCompilation.Create([library], "Library").ToReference();
        string source = $$"""
            #pragma warning disable CS0436
            internal interface IMarker;
            internal static class C
            {
                [On("a"), On("b")] internal static void Marker(IMarker value) { }
                [On("a"), On("c")] internal static void Number(long value) { }
                [On("b")] internal static void Reference(Marked value) { }
                [On("d")] internal static void List(System.Collections.Generic.IEnumerable<IMarker> value) { }
                [On<IMarker>(IncludeDerived = true)] internal static void Derived(IMarker value) { }
                [On<Marked>] internal static void Derived(Marked value) { }
                internal static void M(EventEmitter emitter)
                {
                    emitter.Emit("a", {{argument}});
                    emitter.Emit("b", {{argument}});
                    emitter.Emit("d", {{argument}});
                }
            }
            """;

        Assert.That(EmittedCalls.Read(Generate.From(TestCompilation.Create([source], "C", [reference]).WithInterceptors()).Output).Intercepted, Is.EqualTo(3));
    }

    [Test]
    public void A_runtime_that_only_an_alias_reaches_is_not_called()
    {
        var compilation = TestCompilation.Create();
        var run = GeneratorRun.Create(new PyventusGenerator(), compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("extern alias p; class C { [p::Pyventus.On(\"a\")] internal static void H() { } }", TestCompilation.ParseOptions))
            .ReplaceReference(ReferenceAssemblies.Pyventus, ReferenceAssemblies.Pyventus.WithAliases(["p"]))).Verify();

        Assert.That(run.Sources, Is.Empty);
    }

    [Test]
    public void Friends_do_not_clash()
    {
        const string Friend = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"My-App\")] internal record Secret;";
        var library = Generate.From(TestCompilation.Create([Source("My_App"), Friend], "My_App")).Output.ToReference();
        var run = Generate.From(TestCompilation.Create(["class C { [On(\"shared\")] internal static void H() { } [On<Secret>] internal static void H2(Secret secret) { } }"], "My-App", [library]));

        Assert.That(Registered(run), Has.Length.EqualTo(2).And.Unique);
        Assert.That(run.Events().Single(static item => item.Name == "Secret").Stub.DeclaredAccessibility, Is.EqualTo(Accessibility.Internal));
    }

    [Test]
    public async Task Handlers_of_all_assemblies_run()
    {
        const string Log = "public static class Log { public static List<string> Entries { get; } = []; }";
        var inner = Generate.From(TestCompilation.Create([Log, "public static class Inner { [On(\"shared\")] public static void H(int a) => Log.Entries.Add($\"inner {a}\"); }"], "Inner"));
        var outer = Generate.From(TestCompilation.Create(
            ["""
            public static class Entry
            {
                [On("shared")] internal static void H() => Log.Entries.Add("outer");
                public static async Task<string> Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    await emitter.EmitAsync("shared", 4);
                    return string.Join(", ", Log.Entries);
                }
            }
            """],
            "Outer",
            [inner.Output.ToReference()]));

        using var program = new RunningProgram(inner.Output, outer.Output);
        Assert.That(await program.InvokeAsync("Entry", "Run"), Is.EqualTo("inner 4, outer"));
    }

    private static string Source(string type) => $"public static class {type} {{ [On(\"shared\")] public static void H() {{ }} }}";

    private static MetadataReference Library(string name) => Generate.From(TestCompilation.Create([Source(name)], name)).Output.ToReference();

    private static MetadataReference Fake(string table, int version) =>
        TestCompilation.Create([$"[assembly: Pyventus.CompilerServices.LinkerTable(typeof(Table), {version})] {table}"], "Fake").ToReference();

    private static string[] Registered(GeneratorRun run) =>
    [
        .. run.Sources["LinkerTableRegistration.g.cs"].Split('\n').Select(static line => line.Trim()).Where(static line => line.Contains(".Register(", StringComparison.Ordinal)),
    ];
}
