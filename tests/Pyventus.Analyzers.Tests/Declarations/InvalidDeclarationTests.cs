namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class InvalidDeclarationTests
{
    [TestCase("""[Emits("a")] internal static void {|PYV1009:E|}(this EventEmitter emitter) { }""")]
    [TestCase("""[Emits("a")] internal static partial void {|PYV1009:E|}(this EventEmitter emitter); internal static partial void E(this EventEmitter emitter) { }""")]
    [TestCase("""internal static partial void E(this EventEmitter emitter); [Emits("a")] internal static partial void {|PYV1009:E|}(this EventEmitter emitter) { }""")]
    [TestCase("""[Emits("a")] static partial void {|PYV1009:E|}();""")]
    [TestCase("""[Emits("a")] static partial void {|PYV1009:E|}(EventEmitter emitter);""")]
    [TestCase("""[Emits("a")] static partial void {|PYV1009:E|}(this AsyncEventEmitter emitter);""")]
    [TestCase("""[Emits("a")] static partial void {|PYV1009:E|}(this string emitter, EventEmitter other);""")]
    [TestCase("""[Emits("a")] static partial void {|PYV1009:E|}<T>(this EventEmitter emitter, T value);""")]
    [TestCase("""[Emits("a")] internal static partial {|PYV1009:Task|} {|CS8795:E|}(this EventEmitter emitter);""")]
    [TestCase("""[Emits("a")] internal static partial {|PYV1009:ValueTask|} {|CS8795:E|}(this EventEmitter emitter);""")]
    [TestCase("""[Emits("a")] internal static partial {|PYV1009:ValueTask<int>|} {|CS8795:E|}(this EventEmitter emitter);""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:ref int value|});""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:ref readonly int value|});""")]
    [TestCase("""[Emits("a")] internal static partial void {|CS8795:E|}(this EventEmitter emitter, {|PYV1009:out int value|});""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:Span<int> value|}, {|PYV1009:in Range.Enumerator other|}); internal static class Range { internal ref struct Enumerator; }""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:IParsable<int> value|}, {|PYV1009:System.Numerics.INumber<int> other|});""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:Hidden value|}, {|PYV1009:List<Hidden[]> values|}); private sealed class Hidden;""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:EventContext context|});""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:EventContext[] contexts|});""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:CancellationToken? token|});""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, int id, {|PYV1009:[Service] IDisposable service|});""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:CancellationToken token|}, int id);""")]
    [TestCase("""[Emits("a")] internal static partial ValueTask<EmissionResult> {|CS8795:E|}(this EventEmitter emitter, CancellationToken a, {|PYV1009:CancellationToken b|});""")]
    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter, int a, int b, int c, int d, int e, int f, int g, int h, {|PYV1009:int i|}, int j);""")]
    public Task Fires(string member) => Rules.Verifier.VerifyAsync($$"""internal static partial class Events { {{member}} }""");

    [Test]
    public Task Fires_on_what_is_no_method_of_a_static_class() => Rules.Verifier.VerifyAsync("""
        internal sealed partial class Events
        {
            [Emits("a")] partial void {|PYV1009:E|}(EventEmitter emitter);

            internal void M()
            {
                L();
                [Emits("b")] static void {|PYV1009:L|}() { }
                Action x = [{|PYV1009:Emits("c")|}] () => { };
                x();
            }

            internal int P { [{|PYV1009:Emits("d")|}] get => 1; }
        }
        """);

    [Test]
    public Task Fires_in_a_class_that_is_not_partial() =>
        Rules.Verifier.VerifyAsync("""internal static class Events { [Emits("a")] static partial void {|CS0751:{|PYV1009:E|}|}(this EventEmitter emitter); }""");

    [Test]
    public Task Fires_in_a_file_local_class() =>
        Rules.Verifier.VerifyAsync("""file static partial class Events { [Emits("a")] static partial void {|PYV1009:E|}(this EventEmitter emitter); }""");

    [TestCase("""[Emits("a")] static partial void E(this EventEmitter emitter);""")]
    [TestCase("""[Emits("a")] private static partial void E(this EventEmitter emitter, in int id, params string[] names);""")]
    [TestCase("""[Emits(eventName: "a")] internal static partial ValueTask<EmissionResult> EAsync(this EventEmitter emitter);""")]
    [TestCase("""[Emits("a", Linker = typeof(X))] internal static partial ValueTask<EmissionResult> EAsync(this EventEmitter emitter, CancellationToken token, int id); internal sealed class X : EventLinker;""")]
    [TestCase("""[Emits("a")] internal static partial void E(this EventEmitter emitter, int a, int b, int c, int d, int e, int f, int g, int h);""")]
    [TestCase("""[Emits("a")] internal static partial ValueTask<EmissionResult> EAsync(this EventEmitter emitter, int a, int b, int c, int d, int e, int f, int g, int h, CancellationToken i = default);""")]
    [TestCase("""[Emits("a")] internal static partial void E(this EventEmitter emitter, (int, string)? pair, dynamic value, Nested nested, IProgress<CancellationToken> progress); internal sealed class Nested;""")]
    [TestCase("""[Emits("a")] internal static partial void E(this EventEmitter emitter, {|CS0246:Missing|} value);""")]
    [TestCase("""static partial void E(this EventEmitter emitter, ref int id);""")]
    public Task Stays_quiet(string member)
    {
        // What the compiler says about a type that does not exist includes the missing body.
        string expected = member.Replace("void E(this EventEmitter emitter, {|CS0246", "void {|CS8795:E|}(this EventEmitter emitter, {|CS0246", StringComparison.Ordinal);
        return Rules.Verifier.VerifyAsync($$"""internal static partial class Events { {{expected}} }""");
    }

    [TestCase(
        """[Emits("a")] internal static void {|PYV1009:E|}(this EventEmitter emitter) { }""",
        "Events.E: it has a body of its own; make it partial and remove the body, which is generated")]
    [TestCase(
        """[Emits("a")] static partial void {|PYV1009:E|}(EventEmitter emitter);""",
        "Events.E: it is no extension method of EventEmitter; begin its parameters with 'this EventEmitter emitter'")]
    [TestCase(
        """[Emits("a")] internal static partial {|PYV1009:ValueTask<int>|} {|CS8795:E|}(this EventEmitter emitter);""",
        "Events.E: it returns 'ValueTask<int>'; return void or ValueTask<EmissionResult>")]
    [TestCase(
        """[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:CancellationToken token|});""",
        "parameter 'token': Emit takes no CancellationToken; remove it or return ValueTask<EmissionResult>")]
    [TestCase(
        """[Emits("a")] static partial void E(this EventEmitter emitter, {|PYV1009:Hidden value|}); private sealed class Hidden;""",
        "parameter 'value': its type 'Events.Hidden' is private; make it internal or public")]
    public Task Says(string member, string message) => Rules.Verifier.VerifyAsync($$"""internal static partial class Events { {{member}} }""", message);

    [TestCase("""[Emits({|PYV1001:""|})]""", "event \"\": a name is neither empty nor white space; write one such as \"order.placed\"")]
    [TestCase("""[Emits({|PYV1001:(string)null!|})]""", "event null: a name is neither empty nor white space; write one such as \"order.placed\"")]
    [TestCase("""[Emits({|PYV1002:"order.*"|})]""", "event \"order.*\": a pattern cannot be declared; name one event, without '*'")]
    [TestCase("""[Emits({|PYV1002:eventName: "a**"|})]""", "event \"a**\": a pattern cannot be declared; name one event, without '*'")]
    [TestCase("""[Emits("a", Linker = {|PYV1007:typeof(string)|})]""", "linker 'string': it does not derive from EventLinker; name a class that does")]
    public Task Names_and_linkers_are_checked(string attribute, string message) =>
        Rules.Verifier.VerifyAsync($$"""internal static partial class Events { {{attribute}} static partial void E(this EventEmitter emitter); }""", message);
}
