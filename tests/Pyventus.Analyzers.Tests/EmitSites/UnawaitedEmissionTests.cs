using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.EmitSites;

internal sealed class UnawaitedEmissionTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new AwaitEmissionFix());

    // The compiler warns in async methods, of calls only.
    [TestCase("""{|CS4014:{|PYV1205:emitter.EmitAsync("a")|}|};""")]
    [TestCase("""{|CS4014:{|PYV1205:emitter.EmitAsync("a", 1, CancellationToken.None)|}|};""")]
    [TestCase("""{|CS4014:{|PYV1205:emitter.EmitAsync(new Uri("http://a"))|}|};""")]
    [TestCase("""{|CS4014:{|PYV1205:emitter.EmitAsync("a").AsTask()|}|};""")]
    [TestCase("""{|CS4014:{|PYV1205:emitter.EmitAsync("a").ConfigureAwait(false)|}|};""")]
    [TestCase("""{|PYV1205:emitter?.EmitAsync("a")|};""")]
    [TestCase("""Action run = () => {|PYV1205:emitter.EmitAsync("a")|}; run();""")]
    [TestCase("""Run(); void Run() => {|PYV1205:emitter.EmitAsync("a")|};""")]
    [TestCase("""for (; ; {|CS4014:{|PYV1205:emitter.EmitAsync("a")|}|}) { }""")]
    public Task Fires(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement));

    [TestCase("""await emitter.EmitAsync("a");""")]
    [TestCase("""await emitter.EmitAsync("a").ConfigureAwait(false);""")]
    [TestCase("""_ = emitter.EmitAsync("a");""")]
    [TestCase("""var task = emitter.EmitAsync("a"); await task;""")]
    [TestCase("""await Task.WhenAll(emitter.EmitAsync("a").AsTask());""")]
    [TestCase("""Func<ValueTask<EmissionResult>> run = () => emitter.EmitAsync("a"); await run();""")]
    [TestCase("""await Run(); ValueTask<EmissionResult> Run() { return emitter.EmitAsync("a"); }""")]
    [TestCase("""emitter.Emit("a");""")]
    public Task Stays_quiet(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement));

    [Test]
    public Task Says() => Rules.Verifier.VerifyAsync(
        """static class C { static void Run(EventEmitter emitter) { {|PYV1205:emitter.EmitAsync("a")|}; } }""",
        "Nobody waits for this emission, so that failures and cancellation go unseen; await it, or call Emit");

    [TestCase(
        """{|CS4014:{|PYV1205:emitter.EmitAsync("a")|}|}; {|CS4014:{|PYV1205:emitter.EmitAsync("b").ConfigureAwait(false)|}|};""",
        """await emitter.EmitAsync("a"); await emitter.EmitAsync("b").ConfigureAwait(false);""")]
    [TestCase(
        """Func<Task> run = async () => { await Task.Yield(); {|CS4014:{|PYV1205:emitter.EmitAsync("a")|}|}; }; await run();""",
        """Func<Task> run = async () => { await Task.Yield(); await emitter.EmitAsync("a"); }; await run();""")]
    [TestCase(
        """await Run(); async Task Run() { await Task.Yield(); /* why */ {|CS4014:{|PYV1205:emitter.EmitAsync("a")|}|}; /* done */ }""",
        """await Run(); async Task Run() { await Task.Yield(); /* why */ await emitter.EmitAsync("a"); /* done */ }""")]
    public Task Fix_awaits(string before, string after) => _fix.VerifyAsync(Rules.InMethod(before), Rules.InMethod(after));

    [Test]
    public Task Fix_awaits_in_top_level_statements() => _fix.VerifyAsync(
        """
        using var emitter = new AsyncEventEmitter();
        {|CS4014:{|PYV1205:emitter.EmitAsync("a")|}|};
        {|CS4014:{|PYV1205:emitter.EmitAsync("a")|}|};
        static class Handlers { [On("a")] internal static void Handle() { } }
        """,
        """
        using var emitter = new AsyncEventEmitter();
        await emitter.EmitAsync("a");
        await emitter.EmitAsync("a");
        static class Handlers { [On("a")] internal static void Handle() { } }
        """);

    [Test]
    public Task Fix_says_what_it_does() => _fix.VerifyTitlesAsync(
        Rules.InMethod("""{|CS4014:{|PYV1205:emitter.EmitAsync("a")|}|};"""), "Await the emission");

    [TestCase("""{|PYV1205:emitter?.EmitAsync("a")|};""")]
    [TestCase("""Run(); void Run() => {|PYV1205:emitter.EmitAsync("a")|};""")]
    [TestCase("""Action run = () => {|PYV1205:emitter.EmitAsync("a")|}; run();""")]
    [TestCase("""lock (emitter) { {|PYV1205:emitter.EmitAsync("a")|}; }""")]
    public Task Fix_is_not_offered_where_nothing_can_be_awaited(string statement) => _fix.VerifyTitlesAsync(Rules.InMethod(statement));
}
