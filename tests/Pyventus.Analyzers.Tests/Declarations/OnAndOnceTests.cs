using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class OnAndOnceTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new RemoveEventFix());

    [TestCase("""[On("a"), Once({|PYV1005:"a"|})] internal static void Handle() { }""")]
    [TestCase("""[Once("a"), On({|PYV1005:"a"|})] internal static void Handle() { }""")]
    [TestCase("""[On("a", "b"), Once("c", {|PYV1005:"a"|})] internal static void Handle() { }""")]
    [TestCase("""[On<Uri>, Once<{|PYV1005:Uri|}>] internal static void Handle() { }""")]
    [TestCase("""[On<Uri>, Once({|PYV1005:typeof(Uri)|})] internal static void Handle() { }""")]
    [TestCase("""[On("a", Linker = typeof(EventLinker)), Once({|PYV1005:"a"|})] internal static void Handle() { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("a"), Once("b")] internal static void Handle() { }""")]
    [TestCase("""[On("a"), Once("A")] internal static void Handle() { }""")]
    [TestCase("""[On<Uri>, Once("Uri")] internal static void Handle() { }""")]
    [TestCase("""[On("a")] internal static void Handle() { } [Once("a")] internal static void Other() { }""")]
    [TestCase("""[On("a"), Once("a", Linker = typeof(Other))] internal static void Handle() { } public sealed class Other : EventLinker;""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [Test]
    public Task Says() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On("a"), Once({|PYV1005:"a"|})] internal static void Handle() { }"""),
        "event \"a\": [On] and [Once] on one method contradict each other; remove one of them");

    [TestCase("Once", """[On("a")] internal static void Handle() { }""")]
    [TestCase("On", """[Once("a")] internal static void Handle() { }""")]
    public Task Fix_removes_one_attribute(string removed, string expected) => _fix.VerifyAsync(
        Rules.InHandlers("""[On("a"), Once({|PYV1005:"a"|})] internal static void Handle() { }"""),
        Rules.InHandlers(expected),
        $"RemoveEventFix[{removed}]");

    [TestCase("Once", """
        [On("a", "b", "c")]
            [Once("d", Order = 1)]
        """)]
    [TestCase("On", """
        [On("b")]
            [Once("a", "d", "c", Order = 1)]
        """)]
    public Task Fix_removes_only_the_shared_events(string removed, string expected) => _fix.VerifyAsync(
        Rules.InHandlers("""
            [On("a", "b", "c")]
                [Once({|PYV1005:"a"|}, "d", {|PYV1005:"c"|}, Order = 1)]
                internal static void Handle() { }
            """),
        Rules.InHandlers(expected + "\n    internal static void Handle() { }"),
        $"RemoveEventFix[{removed}]");

    [Test]
    public Task Fix_removes_elements_of_an_array() => _fix.VerifyAsync(
        Rules.InHandlers("""[On("a")] [Once(new[] { {|PYV1005:"a"|}, "b" })] internal static void Handle() { }"""),
        Rules.InHandlers("""[On("a")] [Once(new[] { "b" })] internal static void Handle() { }"""),
        "RemoveEventFix[Once]");

    [Test]
    public Task Fix_removes_all_in_several_files() => _fix.VerifyAsync(
        [
            """class A { [On("a")] [Once({|PYV1005:"a"|})] internal static void Handle() { } }""",
            """class B { [Once("a")] [On({|PYV1005:"a"|})] internal static void Handle() { } [On<Uri>, Once<{|PYV1005:Uri|}>] internal static void Both() { } }""",
        ],
        [
            """class A { [On("a")] internal static void Handle() { } }""",
            """class B { [On("a")] internal static void Handle() { } [On<Uri>] internal static void Both() { } }""",
        ],
        "RemoveEventFix[Once]");

    [Test]
    public Task Fix_says_what_it_removes() => _fix.VerifyTitlesAsync(
        Rules.InHandlers("""[On("a"), Once("b", {|PYV1005:"a"|})] internal static void Handle() { }"""),
        "Remove [On]",
        "Remove the event from [Once]");
}
