namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class InvalidEventNameTests
{
    [TestCase("""[{|PYV1001:On|}] internal static void Handle() { }""")]
    [TestCase("""[{|PYV1001:On()|}] internal static void Handle() { }""")]
    [TestCase("""[{|PYV1001:Once|}] internal static void Handle() { }""")]
    [TestCase("""[{|PYV1001:On(Order = 1)|}] internal static void Handle() { }""")]
    [TestCase("""[{|PYV1001:On(new string[0])|}] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1001:""|})] internal static void Handle() { }""")]
    [TestCase("""[Once({|PYV1001:" \t"|})] internal static void Handle() { }""")]
    [TestCase("""[On("a", {|PYV1001:""|}, "b")] internal static void Handle() { }""")]
    [TestCase("""[On(new[] { "a", {|PYV1001:""|} })] internal static void Handle() { }""")]
    [TestCase("""[On(new string[] { {|PYV1001:""|} })] internal static void Handle() { }""")]
    [TestCase("""[On("a", {|PYV1001:1|})] internal static void Handle() { }""")]
    [TestCase("""[On("a", typeof(Uri), {|PYV1001:null!|})] internal static void Handle() { }""")]
    [TestCase("""[On("a"), {|PYV1001:On|}] internal static void Handle() { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("a")] internal static void Handle() { }""")]
    [TestCase("""[On(" a b ")] internal static void Handle() { }""")]
    [TestCase("""[On("a", "b", Order = 1)] internal static void Handle() { }""")]
    [TestCase("""[On(new[] { "a", "b" })] internal static void Handle() { }""")]
    [TestCase("""[On<Uri>] internal static void Handle() { }""")]
    [TestCase("""[Once("a", typeof(Uri))] internal static void Handle() { }""")]
    [TestCase("""private const string Name = "a"; [On(Name + ".b")] internal static void Handle() { }""")]
    [TestCase("""[Obsolete("")] internal static void Handle() { }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase(
        """[{|PYV1001:On|}] internal static void Handle() { }""",
        "Handlers.Handle: the attribute names no event; give it a name such as \"order.placed\" or a type such as typeof(OrderPlaced)")]
    [TestCase(
        """[On({|PYV1001:" "|})] internal static void Handle() { }""",
        "event \" \": a name is neither empty nor white space; write one such as \"order.placed\"")]
    [TestCase(
        """[On("a", {|PYV1001:1|})] internal static void Handle() { }""",
        "event '1': an event is a name (string) or a type (typeof(T)); write one of them")]
    public Task Says(string members, string message) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members), message);

    [Test]
    public Task Leaves_what_does_not_compile_to_the_compiler() =>
        Rules.Verifier.VerifyAsync(Rules.InHandlers("[On({|CS0103:Missing|})] internal static void Handle() { }"));
}
