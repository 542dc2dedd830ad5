namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class MisusedPatternTests
{
    [TestCase("""[On({|PYV1002:"order*"|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1002:"order.***"|})] internal static void Handle() { }""")]
    [TestCase("""[Once("a", {|PYV1002:"*order.*"|})] internal static void Handle() { }""")]
    [TestCase("""[On("a", typeof(Uri), {|PYV1002:"a.b*.c"|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1002:"* "|})] internal static void Handle() { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("*")] internal static void Handle() { }""")]
    [TestCase("""[On("order.*", "order.**")] internal static void Handle() { }""")]
    [TestCase("""[Once("**.placed", "a.*.b.**.c")] internal static void Handle() { }""")]
    [TestCase("""[On(EventPattern.All)] internal static void Handle() { }""")]
    [TestCase("""[On("order.?", "order.#", "+")] internal static void Handle() { }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [Test]
    public Task Says() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On({|PYV1002:"order*"|})] internal static void Handle() { }"""),
        "event \"order*\": in a pattern '*' is a whole segment, for one of any name, or '**', for any number of them; write one such as \"order.*\" or \"order.**\"");
}
