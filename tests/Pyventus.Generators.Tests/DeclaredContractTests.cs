using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>What declarations of an event make of its contract, which handlers fit it, and which declarations are none.</summary>
internal sealed class DeclaredContractTests
{
    [TestCase("int id, string name", "void A(int id, string name) { }|void B(long x) { }|void C() { }", "(int id, string name)", "A B C", TestName = "Handlers take leading parts")]
    [TestCase("int id", "void A(int x, string y) { }|void B(string z) { }", "(int id)", "", TestName = "The declaration wins over longer and other handlers")]
    [TestCase("long id", "void A(int id) { }|void B(object id) { }", "(long id)", "B", TestName = "A handler cannot narrow it")]
    [TestCase("int id", "void A(int x, int y = 2) { }|void B(int x, int y, int z = 1) { }", "(int id)", "A", TestName = "A longer handler needs defaults")]
    [TestCase("", "void A(int x = 1) { }|void B(int x) { }", "()", "A", TestName = "Nothing is declared")]
    [TestCase("int id = 1", "void A(int id = 1) { }|void B(int id = 2) { }|void C(int? id = 1) { }|void D(int? id = null) { }", "(int id = 1)", "A C", TestName = "Other defaults disagree")]
    [TestCase("int id", "void A(int id = 1) { }|void B(int id = 2) { }", "(int id)", "A B", TestName = "What is required stays required")]
    [TestCase("string? name = null", "void A(string name = \"x\") { }|void B(object? name = null) { }", "(string? name = null)", "B", TestName = "A declared null")]
    public void Contract(string parameters, string handlers, string signature, string fitting)
    {
        string methods = string.Join('\n', handlers.Split('|').Select(static handler => $"    [On(\"e\")] internal static {handler}"));

        var generated = Generate.From($$"""
            static partial class Events { [Emits("e")] internal static partial void E(this EventEmitter emitter{{(parameters.Length > 0 ? ", " : "")}}{{parameters}}); }
            class H
            {
            {{methods}}
            }
            """).Event();

        Assert.That(generated.Signature, Is.EqualTo(signature));
        Assert.That(
            string.Join(' ', generated.Handlers.Select(static id => id["TestProject!H.".Length..id.IndexOf('(', StringComparison.Ordinal)])), Is.EqualTo(fitting));
    }

    [TestCase("int a, int b = 2|int x = 1, int y = 2", "(int a = 1, int b = 2)", TestName = "Optional in one is optional")]
    [TestCase("int a = 1|int b = 2", "(int a = 1)", TestName = "The first default wins")]
    [TestCase("int a|string a = \"x\"|int c = 3", "(int a = 3)", TestName = "What has other types has no say")]
    [TestCase("int a|int a, int b = 1", "(int a)", TestName = "The first length wins")]
    [TestCase("List<object> a|List<dynamic> b", "(List<object> a)", TestName = "Dynamic is object")]
    public void Several_declarations(string declarations, string signature)
    {
        string methods = string.Concat(declarations.Split('|').Select(static (parameters, index) =>
            $"    [Emits(\"e\")] internal static partial void E{index}(this EventEmitter emitter, {parameters});\n"));

        var generated = Generate.From($"static partial class Events\n{{\n{methods}}}").Event();

        Assert.That(generated.Signature, Is.EqualTo(signature));
    }

    [Test]
    public void The_first_type_by_name_declares_whatever_the_order_of_the_files()
    {
        string[] sources =
        [
            "namespace B { static partial class Events { [Emits(\"e\")] internal static partial void First(this EventEmitter emitter, int b); } }",
            "namespace A { static partial class Events { [Emits(\"e\")] internal static partial void Second(this EventEmitter emitter, int a = 1); } }",
            "namespace A { static partial class Events { [Emits(\"f\")] internal static partial void Other(this EventEmitter emitter); } }",
        ];
        var run = Generate.From(sources);

        Assert.That(run.Events().Single(static item => item.Name == "e").Signature, Is.EqualTo("(int a = 1)"));
        Assert.That(Generate.From([.. sources.Reverse()]).Sources, Is.EqualTo(run.Sources));
    }

    [Test]
    public void A_declaration_belongs_to_its_linker()
    {
        var events = Generate.From("""
            public sealed class MyLinker : EventLinker;
            static partial class Events
            {
                [Emits("e")] internal static partial void Default(this EventEmitter emitter, int a);
                [Emits("e", Linker = typeof(MyLinker))] internal static partial void Mine(this EventEmitter emitter, string b);
            }
            """).Events();

        Assert.That(
            events.Select(static item => $"{item.Linker} {item.Name}{item.Signature}"),
            Is.EquivalentTo(new[] { "Pyventus.EventLinker e(int a)", "MyLinker e(string b)" }));
    }

    [Test]
    public void A_declaration_is_part_of_the_content_hash()
    {
        const string Handler = "class H { [On(\"e\")] internal static void A(int a) { } }";
        const string Declaration = "static partial class Events { [Emits(\"e\")] internal static partial void E(this EventEmitter emitter, int a); }";

        Assert.That(
            Generate.From(Handler, Declaration).Sources["LinkerTable.g.cs"],
            Is.Not.EqualTo(Generate.From(Handler).Sources["LinkerTable.g.cs"]));
    }

    [Test]
    public void Code_without_nullable_annotations()
    {
        var run = Generate.From("""
            #nullable disable
            static partial class Events
            {
                [Emits("e")] internal static partial void E(this EventEmitter emitter, string a, List<string> b, string c = null);
            }
            """);

        Assert.That(run.Event().Signature, Is.EqualTo("(string a, List<string> b, string c = null)"));
    }

    [TestCase("[Emits(\"e\")] internal static void E(this EventEmitter emitter) { }")]
    [TestCase("[Emits(\"e\")] internal static partial void E(this EventEmitter emitter); internal static partial void E(this EventEmitter emitter) { }")]
    [TestCase("internal static partial void E(this EventEmitter emitter); [Emits(\"e\")] internal static partial void E(this EventEmitter emitter) { }")]
    [TestCase("[Emits(\"\")] static partial void E(this EventEmitter emitter);")]
    [TestCase("[Emits(null!)] static partial void E(this EventEmitter emitter);")]
    [TestCase("[Emits(\"e.*\")] static partial void E(this EventEmitter emitter);")]
    [TestCase("[Emits(\"e\", Linker = typeof(string))] static partial void E(this EventEmitter emitter);")]
    [TestCase("[Emits(\"e\")] static partial void E(EventEmitter emitter);")]
    [TestCase("[Emits(\"e\")] static partial void E(this AsyncEventEmitter emitter);")]
    [TestCase("[Emits(\"e\")] static partial void E<T>(this EventEmitter emitter, T value);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, ref int value);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, ref readonly int value);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, Span<int> value);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, IParsable<int> value, System.Numerics.INumberBase<int> b);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, Hidden value); private class Hidden;")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, EventContext context);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, CancellationToken? token);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, CancellationToken[] tokens);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, CancellationToken token);")]
    [TestCase("[Emits(\"e\")] static partial void E(this EventEmitter emitter, int a, int b, int c, int d, int e, int f, int g, int h, int i);")]
    public void What_is_invalid_is_left_out(string member)
    {
        Assert.That(Generate.From($"static partial class Events {{ {member} }}").Sources, Is.Empty);
    }

    [TestCase("[Emits(\"e\")] internal static partial Task E(this EventEmitter emitter);")]
    [TestCase("[Emits(\"e\")] internal static partial ValueTask<int> E(this EventEmitter emitter);")]
    [TestCase("[Emits(\"e\")] internal static partial ValueTask<EmissionResult> E(this EventEmitter emitter, CancellationToken a, CancellationToken b);")]
    [TestCase("[Emits(\"e\")] internal static partial ValueTask<EmissionResult> E(this EventEmitter emitter, out int value);")]
    [TestCase("[Emits(\"e\")] internal static partial void E(this EventEmitter emitter, Missing value);")]
    [TestCase("[Emits(missing)] internal static partial void E(this EventEmitter emitter);")]
    public void What_does_not_compile_without_its_body_is_left_out(string member)
    {
        Assert.That(Generate.FromInvalid($"static partial class Events {{ {member} }}").Sources, Is.Empty);
    }

    [Test]
    public void A_file_local_class_gets_no_body()
    {
        Assert.That(Generate.From("file static partial class Events { [Emits(\"e\")] static partial void E(this EventEmitter emitter); }").Sources, Is.Empty);
    }
}
