namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class DeclarationMismatchTests
{
    private const string Library = """
        public static partial class Lib { [Emits("a")] public static partial void Declared(this EventEmitter emitter, int id, string name = "x"); }
        """;

    [TestCase("int id", "{|PYV1010:string id|}")]
    [TestCase("int id", "{|PYV1010:long id|}")]
    [TestCase("int id", "int id, {|PYV1010:int count|}")]
    [TestCase("int id", "{|PYV1010:int? id|}")]
    [TestCase("int id = 1", "{|PYV1010:int id = 2|}")]
    [TestCase("string? id = null", """{|PYV1010:string? id = "null"|}""")]
    [TestCase("List<object> ids", "{|PYV1010:List<string> ids|}")]
    public Task Fires(string first, string second) => Rules.Verifier.VerifyAsync(InEvents(first, second));

    [Test]
    public Task Fires_where_parameters_are_missing() => Rules.Verifier.VerifyAsync("""
        internal static partial class Events
        {
            [Emits("a")] internal static partial void First(this EventEmitter emitter, int id);
            [Emits("a")] internal static partial void {|PYV1010:Second|}(this EventEmitter emitter);
        }
        """);

    [Test]
    public Task Fires_on_the_later_by_type_whatever_the_file() => Rules.Verifier.VerifyAsync([
        """internal static partial class B { [Emits("a")] internal static partial void E(this EventEmitter emitter, {|PYV1010:string id|}); }""",
        """internal static partial class A { [Emits("a")] internal static partial void E(this EventEmitter emitter, int id); }""",
    ]);

    [Test]
    public Task Fires_for_internal_types() => Rules.Verifier.VerifyAsync(InEvents("Part part", "{|PYV1010:int part|}") + " internal sealed class Part;");

    [TestCase("int id", "int id, CancellationToken token = default")]
    [TestCase("int id", "int number")]
    [TestCase("int id = 1", "int id")]
    [TestCase("int id", "int id = 1")]
    [TestCase("int id = 1", "int id = 1")]
    [TestCase("string id", "string? id")]
    [TestCase("List<object> ids", "List<dynamic> ids")]
    [TestCase("(int X, int Y) pair", "(int, int) pair")]
    [TestCase("int[] ids", "params int[] ids")]
    public Task Stays_quiet(string first, string second) => Rules.Verifier.VerifyAsync(InEvents(first, second));

    [Test]
    public Task Stays_quiet_for_other_events_and_linkers() => Rules.Verifier.VerifyAsync("""
        internal static partial class Events
        {
            [Emits("a")] internal static partial void First(this EventEmitter emitter, int id);
            [Emits("A")] internal static partial void Second(this EventEmitter emitter, string id);
            [Emits("a", Linker = typeof(X))] internal static partial void Third(this EventEmitter emitter, Uri id);
        }

        internal sealed class X : EventLinker;
        """);

    [TestCase("{|PYV1010:string id|}, string name")]
    [TestCase("""int id, {|PYV1010:string name = "y"|}""")]
    public Task Fires_where_a_referenced_assembly_declares_something_else(string parameters) =>
        Rules.With(Rules.CompileLibrary(Library)).VerifyAsync(
            $$"""internal static partial class Events { [Emits("a")] internal static partial void E(this EventEmitter emitter, {{parameters}}); }""");

    [TestCase("int id, string name")]
    [TestCase("""int id, string name = "x" """)]
    public Task Stays_quiet_where_a_referenced_assembly_declares_the_same(string parameters) =>
        Rules.With(Rules.CompileLibrary(Library)).VerifyAsync(
            $$"""internal static partial class Events { [Emits("a")] internal static partial void E(this EventEmitter emitter, {{parameters}}); }""");

    [Test]
    public Task Leaves_a_handler_of_a_referenced_assembly_to_another_rule() =>
        Rules.With(Rules.CompileLibrary("""public static class Lib { [On("a")] public static void Handle(int id) { } }""")).VerifyAsync(
            """internal static partial class Events { [Emits("a")] internal static partial void E(this EventEmitter emitter, {|PYV1106:string id|}); }""");

    [TestCase("int id = 1", "{|PYV1010:int id = 2|}", "parameter 'id': event \"a\" carries (int id = 1), as 'Events.First' declares it; give it the same default value or none")]
    [TestCase("int id", "{|PYV1010:string name|}", "parameter 'name': event \"a\" carries (int id), as 'Events.First' declares it; declare the same types")]
    public Task Says(string first, string second, string message) => Rules.Verifier.VerifyAsync(InEvents(first, second), message);

    private static string InEvents(string first, string second) => $$"""
        internal static partial class Events
        {
            [Emits("a")] internal static partial void First(this EventEmitter emitter, {{first}});
            [Emits("a")] internal static partial ValueTask<EmissionResult> Second(this EventEmitter emitter, {{second}});
        }
        """;
}
