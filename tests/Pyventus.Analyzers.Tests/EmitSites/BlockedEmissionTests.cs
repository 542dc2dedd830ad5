using Microsoft.CodeAnalysis;
using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.EmitSites;

internal sealed class BlockedEmissionTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new UnblockEmissionFix());

    [TestCase("""_ = {|PYV1206:emitter.EmitAsync("a").Result|};""")]
    [TestCase("""_ = ({|PYV1206:(emitter.EmitAsync("a")).Result|}).SubscriberCount;""")]
    [TestCase("""{|PYV1206:emitter.EmitAsync("a").GetAwaiter().GetResult()|};""")]
    [TestCase("""{|PYV1206:emitter.EmitAsync(new Uri("http://a")).ConfigureAwait(false).GetAwaiter().GetResult()|};""")]
    [TestCase("""Run(); void Run() => {|PYV1206:emitter.EmitAsync("a").GetAwaiter().GetResult()|};""")]
    [TestCase("""_ = {|PYV1206:emitter.EmitAsync("a").AsTask().Result|};""")]
    [TestCase("""{|PYV1206:emitter.EmitAsync("a").AsTask().Wait()|};""")]
    [TestCase("""{|PYV1206:emitter.EmitAsync("a").AsTask().Wait(5)|};""")]
    [TestCase("""{|PYV1206:emitter.EmitAsync("a").AsTask().GetAwaiter().GetResult()|};""")]
    [TestCase("""Func<Task> run = async () => { await Task.Yield(); {|PYV1206:emitter.EmitAsync("a").AsTask().Wait()|}; }; await run();""")]
    [TestCase("""var task = emitter.EmitAsync("a"); await task; {|PYV1206:await task|};""")]
    [TestCase("""ValueTask<EmissionResult> task = emitter.EmitAsync("a"); var first = await task; if (first.SubscriberCount > 0) { {|PYV1206:await task.ConfigureAwait(false)|}; }""")]
    public Task Fires(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement));

    [TestCase("""_ = (await emitter.EmitAsync("a")).SubscriberCount;""")]
    [TestCase("""Run(); void Run() => emitter.EmitAsync("a").AsTask().Wait();""")]
    [TestCase("""Action run = () => emitter.EmitAsync("a").AsTask().GetAwaiter().GetResult(); run();""")]
    [TestCase("""_ = Task.FromResult(1).Result;""")]
    [TestCase("""_ = emitter.EmitAsync("a").IsCompleted;""")]
    [TestCase("""var task = emitter.EmitAsync("a").AsTask(); await task; await task;""")]
    [TestCase("""var task = emitter.EmitAsync("a"); await task;""")]
    [TestCase("""var task = emitter.EmitAsync("a"); await task; task = emitter.EmitAsync("b"); await task;""")]
    [TestCase("""var task = emitter.EmitAsync("a"); if (task.IsCompleted) await task; else await task;""")]
    [TestCase("""var task = emitter.EmitAsync("a"); if (task.IsCompleted) { await task; return; } await task;""")]
    [TestCase("""foreach (int id in new[] { 1, 2 }) { var task = emitter.EmitAsync("a", id); await task; }""")]
    public Task Stays_quiet(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement));

    [TestCase(
        """_ = {|PYV1206:emitter.EmitAsync("a").Result|};""",
        "The ValueTask of EmitAsync has a result only when it has finished, which nothing waits for here; await it, or call AsTask() first")]
    [TestCase(
        """{|PYV1206:emitter.EmitAsync("a").AsTask().Wait()|};""",
        "Blocking on the emission in an async method holds its thread up until all handlers have finished; await it")]
    [TestCase(
        """var task = emitter.EmitAsync("a"); await task; {|PYV1206:await task|};""",
        "The ValueTask 'task' is awaited a second time, which it does not support; keep the result, or call AsTask() first")]
    public Task Says(string statement, string message) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement), message);

    [TestCase("""_ = emitter.EmitAsync("a").Result;""", DiagnosticSeverity.Error)]
    [TestCase("""emitter.EmitAsync("a").AsTask().Wait();""", DiagnosticSeverity.Warning)]
    [TestCase("""var task = emitter.EmitAsync("a"); await task; await task;""", DiagnosticSeverity.Warning)]
    public async Task Is_an_error_only_where_the_result_may_be_missing(string statement, DiagnosticSeverity severity)
    {
        var (_, diagnostics) = await Rules.AnalyzeAsync(Rules.InMethod(statement));

        Assert.That(diagnostics.Select(static diagnostic => diagnostic.Severity), Is.EqualTo(new[] { severity }));
    }

    [TestCase("""_ = {|PYV1206:emitter.EmitAsync("a").Result|};""", """_ = await emitter.EmitAsync("a");""")]
    [TestCase("""_ = {|PYV1206:emitter.EmitAsync("a").Result|}.SubscriberCount;""", """_ = (await emitter.EmitAsync("a")).SubscriberCount;""")]
    [TestCase(
        """{|PYV1206:emitter.EmitAsync("a").ConfigureAwait(false).GetAwaiter().GetResult()|}; {|PYV1206:emitter.EmitAsync("b").GetAwaiter().GetResult()|};""",
        """await emitter.EmitAsync("a").ConfigureAwait(false); await emitter.EmitAsync("b");""")]
    [TestCase("""{|PYV1206:emitter.EmitAsync("a").AsTask().Wait()|};""", """await emitter.EmitAsync("a");""")]
    public Task Fix_awaits(string before, string after) => _fix.VerifyAsync(Rules.InMethod(before), Rules.InMethod(after));

    [TestCase(
        """Run(); void Run() => {|PYV1206:emitter.EmitAsync("a").GetAwaiter().GetResult()|};""",
        """Run(); void Run() => emitter.EmitAsync("a").AsTask().GetAwaiter().GetResult();""")]
    [TestCase(
        """Run(); void Run() { _ = {|PYV1206:emitter.EmitAsync("a").Result|}; {|PYV1206:emitter.EmitAsync("b").ConfigureAwait(false).GetAwaiter().GetResult()|}; }""",
        """Run(); void Run() { _ = emitter.EmitAsync("a").AsTask().Result; emitter.EmitAsync("b").AsTask().ConfigureAwait(false).GetAwaiter().GetResult(); }""")]
    public Task Fix_makes_it_a_task_where_nothing_can_be_awaited(string before, string after) =>
        _fix.VerifyAsync(Rules.InMethod(before), Rules.InMethod(after));

    [Test]
    public Task Fix_says_what_it_does() => _fix.VerifyTitlesAsync(
        Rules.InMethod("""_ = {|PYV1206:emitter.EmitAsync("a").Result|}; void Run() => {|PYV1206:emitter.EmitAsync("a").GetAwaiter().GetResult()|}; Run();"""),
        "Await the emission",
        "Make it a task first");

    [TestCase("""{|PYV1206:emitter.EmitAsync("a").AsTask().Wait(5)|};""")]
    [TestCase("""var task = emitter.EmitAsync("a"); await task; {|PYV1206:await task|};""")]
    public Task Fix_is_not_offered_where_it_would_lose_something(string statement) => _fix.VerifyTitlesAsync(Rules.InMethod(statement));
}
