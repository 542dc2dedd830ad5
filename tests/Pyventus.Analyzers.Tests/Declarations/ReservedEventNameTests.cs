namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class ReservedEventNameTests
{
    [TestCase("""[On({|PYV1002:"*"|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1002:"order.*"|})] internal static void Handle() { }""")]
    [TestCase("""[Once({|PYV1002:"**"|})] internal static void Handle() { }""")]
    [TestCase("""[On("a", typeof(Uri), {|PYV1002:"b*"|})] internal static void Handle() { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("order.?")] internal static void Handle() { }""")]
    [TestCase("""[On("order.#", "+", "x")] internal static void Handle() { }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [Test]
    public Task Says() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On({|PYV1002:"order.*"|})] internal static void Handle() { }"""),
        "event \"order.*\": '*' is reserved; use a name without it");
}
