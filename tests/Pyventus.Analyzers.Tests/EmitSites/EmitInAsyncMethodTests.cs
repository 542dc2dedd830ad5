using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.EmitSites;

internal sealed class EmitInAsyncMethodTests
{
    private static readonly AnalyzerVerifier _rule = Rules.With(Rules.CompileTable(
        """ "mail.sent", typeof(EventLinker), Handlers = new[] { "Library!M.Sent()#0" }, HasAsyncHandlers = true """,
        """ "mail.read", typeof(EventLinker), Handlers = new[] { "Library!M.Read()#0" } """,
        """ "log.*", typeof(EventLinker), Handlers = new[] { "Library!M.Log()#0" }, HasAsyncHandlers = true """,
        """ typeof(Shipped), typeof(EventLinker), Handlers = new[] { "Library!M.Shipped()#0" }, HasAsyncHandlers = true """));

    private static readonly CodeFixVerifier _fix = new(_rule, new EmitAsyncFix());

    [TestCase("""{|PYV1211:emitter.Emit("mail.sent")|};""")]
    [TestCase("""{|PYV1211:emitter.Emit(Library.Names.Sent)|};""")]
    [TestCase("""{|PYV1211:emitter.Emit("log.written")|};""")]
    [TestCase("""{|PYV1211:emitter.Emit(new Library.Shipped())|};""")]
    [TestCase("""emitter?{|PYV1211:.Emit("mail.sent")|};""")]
    [TestCase("""Func<Task> run = async () => { await Task.Yield(); {|PYV1211:emitter.Emit("mail.sent")|}; }; await run();""")]
    [TestCase("""await Run(); async Task Run() { await Task.Yield(); {|PYV1211:emitter.Emit("mail.sent")|}; }""")]
    [TestCase("""using var own = new AsyncEventEmitter(); {|PYV1211:own.Emit("mail.sent")|};""")]
    [TestCase("""EventEmitter own = new AsyncEventEmitter(); {|PYV1211:own.Emit("mail.sent")|};""")]
    [TestCase("""var own = emitter; {|PYV1211:own.Emit("mail.sent")|};""")]
    public Task Fires(string statement) => _rule.VerifyAsync(Rules.InMethod(statement));

    [TestCase("""await emitter.EmitAsync("mail.sent");""")]
    [TestCase("""emitter.Emit("mail.read");""")]
    [TestCase("""emitter.Emit("nobody");""")]
    [TestCase("""Run(); void Run() => emitter.Emit("mail.sent");""")]
    [TestCase("""Action run = () => emitter.Emit("mail.sent"); run();""")]
    [TestCase("""Run(new Library.Shipped()); void Run(Library.Shipped shipped) => emitter.Emit(shipped);""")]
    [TestCase("""await Run(new ExecutorEventEmitter()); async Task Run(ExecutorEventEmitter background) { await Task.Yield(); background.Emit("mail.sent"); background?.Emit("log.written"); }""")]
    [TestCase("""using EventEmitter background = new ExecutorEventEmitter(); background.Emit("mail.sent"); Func<Task> run = async () => { await Task.Yield(); background.Emit("mail.sent"); }; await run();""")]
    [TestCase("""var queue = new EventEmitter(new AsyncProcessingService()); queue.Emit("mail.sent");""")]
    [TestCase("""EventEmitter queue = new(new AsyncProcessingService()); queue.Emit("mail.sent");""")]
    [TestCase("""new EventEmitter(new AsyncProcessingService()).Emit("mail.sent");""")]
    public Task Stays_quiet(string statement) => _rule.VerifyAsync(Rules.InMethod(statement));

    [Test]
    public Task Says() => _rule.VerifyAsync(
        Rules.InMethod("""{|PYV1211:emitter.Emit("mail.sent")|};"""),
        "Emit does not wait for the asynchronous handlers of \"mail.sent\", and this method could; await EmitAsync");

    [TestCase(
        """{|PYV1211:emitter.Emit("mail.sent")|}; {|PYV1211:emitter.Emit("log.written")|};""",
        """await emitter.EmitAsync("mail.sent"); await emitter.EmitAsync("log.written");""")]
    [TestCase(
        """{|PYV1211:emitter.Emit<Library.Shipped>(new Library.Shipped())|};""",
        """await emitter.EmitAsync<Library.Shipped>(new Library.Shipped());""")]
    public Task Fix_awaits(string before, string after) => _fix.VerifyAsync(Rules.InMethod(before), Rules.InMethod(after));

    [Test]
    public Task Fix_says_what_it_does() => _fix.VerifyTitlesAsync(Rules.InMethod("""{|PYV1211:emitter.Emit("mail.sent")|};"""), "Await EmitAsync");

    [TestCase("""emitter?{|PYV1211:.Emit("mail.sent")|};""")]
    [TestCase("""lock (emitter) { {|PYV1211:emitter.Emit("mail.sent")|}; }""")]
    public Task Fix_is_not_offered_where_nothing_can_be_awaited(string statement) => _fix.VerifyTitlesAsync(Rules.InMethod(statement));
}
