using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class RepeatedEventTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new RemoveRepeatedEventFix());

    [TestCase("""[On("a", {|PYV1004:"a"|})] internal static void Handle() { }""")]
    [TestCase("""[On("a"), On({|PYV1004:"a"|})] internal static void Handle() { }""")]
    [TestCase("""[Once("a"), Once("b", {|PYV1004:"a"|})] internal static void Handle() { }""")]
    [TestCase("""[On("a"), On({|PYV1004:"a"|}, Order = 1)] internal static void Handle() { }""")]
    [TestCase("""[On<Uri>, On({|PYV1004:typeof(Uri)|})] internal static void Handle() { }""")]
    [TestCase("""[On("a"), On({|PYV1004:"a"|}, Linker = typeof(EventLinker))] internal static void Handle() { }""")]
    [TestCase("""[On("order.*", {|PYV1004:"order.placed"|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1004:"order.placed"|}), On("order.*")] internal static void Handle() { }""")]
    [TestCase("""[On("**", {|PYV1004:typeof(Uri)|}, {|PYV1004:"order.*"|})] internal static void Handle() { }""")]
    [TestCase("""[On("order.*", {|PYV1004:"order.*"|})] internal static void Handle() { }""")]
    [TestCase("""[On("a", {|PYV1004:"a"|}), Once({|PYV1005:"a"|})] internal static void Handle() { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("a", "b", "A")] internal static void Handle() { }""")]
    [TestCase("""[On("a")] internal static void Handle() { } [On("a")] internal static void Other() { }""")]
    [TestCase("""[On("a"), On("a", Linker = typeof(Other))] internal static void Handle() { } public sealed class Other : EventLinker;""")]
    [TestCase("""[On("Uri"), On<Uri>] internal static void Handle() { }""")]
    [TestCase("""[On("order.*", "order.placed.now", "order", "*.order", typeof(Uri))] internal static void Handle() { }""")]
    [TestCase("""[On("order.*"), Once("order.placed")] internal static void Handle() { }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("a", {|PYV1004:"a"|})] internal static void Handle() { }""", "Event \"a\" is listed already by the same method; remove it")]
    [TestCase("""[On("a.*"), On({|PYV1004:"a.b"|})] internal static void Handle() { }""", "Event \"a.b\" is listed already by the pattern \"a.*\"; remove it")]
    [TestCase("""[On("**"), On<{|PYV1004:Uri|}>] internal static void Handle() { }""", "Event 'Uri' is listed already by the pattern \"**\"; remove it")]
    public Task Says(string members, string message) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members), message);

    [TestCase("""[On("a", {|PYV1004:"a"|}, "b", {|PYV1004:"a"|}, Order = 1)]""", """[On("a", "b", Order = 1)]""")]
    [TestCase("""[On("a"), On({|PYV1004:"a"|}, {|PYV1004:"a"|})]""", """[On("a")]""")]
    [TestCase("""[On("a")] [On({|PYV1004:"a"|}, Order = 1)]""", """[On("a")]""")]
    [TestCase("""[On(new[] { "a", {|PYV1004:"a"|} })]""", """[On(new[] { "a" })]""")]
    [TestCase("""[On({|PYV1004:"a.b"|}, "a.*")] [On<Uri>, On<{|PYV1004:Uri|}>]""", """[On("a.*")] [On<Uri>]""")]
    public Task Fix_removes_it(string before, string after) => _fix.VerifyAsync(
        Rules.InHandlers(before + " internal static void Handle() { }"), Rules.InHandlers(after + " internal static void Handle() { }"));

    [Test]
    public Task Fix_says_what_it_removes() => _fix.VerifyTitlesAsync(
        Rules.InHandlers("""[On("a", {|PYV1004:"a"|}), On({|PYV1004:"a"|})] internal static void Handle() { }"""),
        "Remove the event",
        "Remove the attribute");
}
