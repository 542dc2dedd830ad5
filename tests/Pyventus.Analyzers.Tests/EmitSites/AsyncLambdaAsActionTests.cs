using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.EmitSites;

internal sealed class AsyncLambdaAsActionTests
{
    private const string Handlers = """
        internal static async void Handle(int id) => await Task.Yield();
            internal static async void Wrapped(int id) => await Task.Yield();
            internal static async void Run() => await Task.Yield();
        """;

    private const string FixedHandlers = """
        internal static async Task Handle(int id) => await Task.Yield();
            internal static async Task Wrapped(int id) => await Task.Yield();
            internal static async Task Run() => await Task.Yield();
        """;

    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new SubscribeAsyncFix());

    [TestCase("""linker.Subscribe("a", {|PYV1210:(Action)(async () => await Task.Yield())|});""")]
    [TestCase("""linker.Subscribe("a", {|PYV1210:(Action<int>)(async id => await Task.Yield())|});""")]
    [TestCase("""linker.Subscribe("a", {|PYV1210:new Action<int>(async id => await Task.Yield())|});""")]
    [TestCase("""linker.Subscribe("a", {|PYV1210:(Action)(async delegate { await Task.Yield(); })|});""")]
    [TestCase("""linker.Subscribe("a", {|PYV1210:Handlers.Run|});""")]
    [TestCase("""linker.Subscribe<int>("a", {|PYV1210:Handlers.Handle|});""")]
    [TestCase("""linker.Subscribe("a", {|PYV1210:new Action<int>(Handlers.Handle)|});""")]
    [TestCase("""linker.Subscribe("a", {|PYV1210:Local|}); async void Local() => await Task.Yield();""")]
    [TestCase("""linker.Subscribe({|PYV1210:(Action<Uri>)(async uri => await Task.Yield())|});""")]
    [TestCase("""linker.Subscribe(handler: {|PYV1210:Handlers.Run|}, eventName: "a");""")]
    [TestCase("""linker?.Subscribe("a", {|PYV1210:Handlers.Run|});""")]
    public Task Fires(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers));

    [TestCase("""linker.Subscribe("a", async () => await Task.Yield());""")]
    [TestCase("""linker.Subscribe("a", async (int id) => await Task.Yield());""")]
    [TestCase("""linker.Subscribe("a", (int id) => { });""")]
    [TestCase("""linker.Subscribe("a", async (int id, CancellationToken token) => await Task.Delay(id, token));""")]
    [TestCase("""linker.Subscribe<int>("a", async id => await Task.Yield());""")]
    [TestCase("""linker.Subscribe("a", (int id) => Handlers.Handle(id));""")]
    [TestCase("""Action run = Handlers.Run; linker.Subscribe("a", run);""")]
    [TestCase("""linker.Subscribe("a", () => { Call(async () => await Task.Yield()); }); static void Call(Action action) => action();""")]
    public Task Stays_quiet(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers));

    [TestCase(
        """linker.Subscribe("a", {|PYV1210:(Action)(async () => await Task.Yield())|});""",
        "The async lambda runs as async void here: nobody awaits it and its exceptions end the process; subscribe it as a Func that returns Task")]
    [TestCase(
        """linker.Subscribe("a", {|PYV1210:Handlers.Run|});""",
        "The async method 'Run' runs as async void here: nobody awaits it and its exceptions end the process; subscribe it as a Func that returns Task")]
    public Task Says(string statement, string message) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers), message);

    [TestCase(
        """linker.Subscribe("a", {|PYV1210:(Action)(async () => await Task.Yield())|});""",
        """linker.Subscribe("a", async () => await Task.Yield());""")]
    [TestCase(
        """linker.Subscribe("a", {|PYV1210:(Action<int, Uri>)(async (id, uri) => await Task.Yield())|}, null);""",
        """linker.Subscribe<int, Uri>("a", async (id, uri) => await Task.Yield(), null);""")]
    [TestCase(
        """linker?.Subscribe("a", {|PYV1210:new Action<int>(async id => await Task.Yield())|});""",
        """linker?.Subscribe<int>("a", async id => await Task.Yield());""")]
    [TestCase(
        """linker.Subscribe("a", {|PYV1210:new Action<EventContext>(async context => await Task.Yield())|});""",
        """linker.Subscribe("a", async context => await Task.Yield());""")]
    [TestCase(
        """linker.Subscribe({|PYV1210:(Action<Uri>)(async uri => await Task.Yield())|});""",
        """linker.Subscribe<Uri>(async uri => await Task.Yield());""")]
    public Task Fix_takes_the_task_overload(string before, string after) =>
        _fix.VerifyAsync(Rules.InMethod(before, Handlers), Rules.InMethod(after, Handlers));

    [Test]
    public Task Fix_makes_methods_return_task() => _fix.VerifyAsync(
        Rules.InMethod("""linker.Subscribe("a", {|PYV1210:Handlers.Run|}); linker.Subscribe<int>("b", {|PYV1210:Handlers.Handle|}); linker.Subscribe("c", {|PYV1210:new Action<int>(Handlers.Wrapped)|});""", Handlers),
        Rules.InMethod("""linker.Subscribe("a", Handlers.Run); linker.Subscribe<int>("b", Handlers.Handle); linker.Subscribe<int>("c", Handlers.Wrapped);""", FixedHandlers));

    [Test]
    public Task Fix_says_what_it_does() => _fix.VerifyTitlesAsync(
        Rules.InMethod("""linker.Subscribe("a", {|PYV1210:Handlers.Run|}); linker.Subscribe("a", {|PYV1210:(Action)(async delegate { await Task.Yield(); })|});""", Handlers),
        "Subscribe it as a Func that returns Task");
}
