using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class AsyncVoidHandlerTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new ReturnTaskFix());

    [TestCase("""[On("a")] internal static async {|PYV1105:void|} Handle() => await Task.Yield();""")]
    [TestCase("""[Once("a")] internal static async {|PYV1105:void|} Handle(int id) { await Task.Yield(); }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("a")] internal static async Task Handle() => await Task.Yield();""")]
    [TestCase("""[On("a")] internal static async ValueTask Handle() => await Task.Yield();""")]
    [TestCase("""[On("a")] internal static void Handle() { }""")]
    [TestCase("""internal static async void Handle() => await Task.Yield();""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [Test]
    public Task Says() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On("a")] internal static async {|PYV1105:void|} Handle() => await Task.Yield();"""),
        "Handlers.Handle: an async void handler cannot be awaited and its exceptions end the process; return Task");

    [Test]
    public Task Fix_returns_task() => _fix.VerifyAsync(
        Rules.InHandlers("""
            [On("a")] internal static async {|PYV1105:void|} First() => await Task.Yield();
                [On("b")] internal static async /* nothing */ {|PYV1105:void|} Second() => await Task.Yield();
            """),
        Rules.InHandlers("""
            [On("a")] internal static async Task First() => await Task.Yield();
                [On("b")] internal static async /* nothing */ Task Second() => await Task.Yield();
            """));

    [Test]
    public Task Fix_changes_both_parts_of_a_partial_method() => _fix.VerifyAsync(
        [
            """partial class A { internal static async partial void Handle() => await Task.Yield(); }""",
            """partial class A { [On("a")] internal static partial {|PYV1105:void|} Handle(); }""",
        ],
        [
            """partial class A { internal static async partial Task Handle() => await Task.Yield(); }""",
            """partial class A { [On("a")] internal static partial Task Handle(); }""",
        ]);

    [Test]
    public async Task Fix_says_what_it_does()
    {
        await _fix.VerifyTitlesAsync(
            Rules.InHandlers("""[On("a")] internal static async {|PYV1105:void|} Handle() => await Task.Yield();"""), "Return Task");
        await _fix.VerifyTitlesAsync("""
            interface I { void Handle(); }
            class A : I { [On("a")] public async {|PYV1105:void|} Handle() => await Task.Yield(); }
            class B { public virtual void Handle() { } }
            class C : B { [On("a")] public override async {|PYV1105:void|} Handle() => await Task.Yield(); }
            """);
    }
}
