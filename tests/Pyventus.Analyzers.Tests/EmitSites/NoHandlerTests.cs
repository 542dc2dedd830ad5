using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.EmitSites;

internal sealed class NoHandlerTests
{
    private const string Types = """
        internal static class Handlers
        {
            [On("order.placed")] internal static void Placed() { }
            [On<Paid>] internal static void Paid() { }
            internal static void Take(Returned returned) { }
        }

        internal static class Names { internal const string Cancelled = "order.cancelled"; }
        internal sealed class Paid { }
        internal sealed class Returned { }
        internal sealed class Lost { }
        internal class Broken { }
        internal sealed class Torn : Broken { }
        """;

    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new CreateHandlerFix());

    private static readonly AnalyzerVerifier _withTable = Rules.With(Rules.CompileTable(
        """ "mail.*", typeof(EventLinker), Handlers = new[] { "Library!M.All()#0" } """,
        """ "none.here", typeof(EventLinker), Declaration = "M.NoneHere" """,
        """ typeof(Shipped), typeof(EventLinker), Handlers = new[] { "Library!M.All()#0" } """));

    [TestCase("""emitter.Emit({|PYV1201:"nobody"|});""")]
    [TestCase("""emitter.Emit({|PYV1201:"nobody"|}, 1, 2);""")]
    [TestCase("""await emitter.EmitAsync({|PYV1201:"nobody"|});""")]
    [TestCase("""emitter.Emit({|PYV1201:Names.Cancelled|});""")]
    [TestCase("""emitter.Emit({|PYV1201:new Lost()|});""")]
    [TestCase("""emitter.Emit({|PYV1201:new Broken()|});""")]
    [TestCase("""Run(new Lost()); void Run(Lost lost) => emitter.Emit({|PYV1201:lost|});""")]
    [TestCase("""linker.Subscribe("other", () => emitter.Emit({|PYV1201:"nobody"|}));""")]
    public Task Fires(string statement) => Rules.Verifier.VerifyAsync(Rules.InApplication(statement, Types));

    [TestCase("""emitter.Emit("order.placed");""")]
    [TestCase("""emitter.Emit(new Paid());""")]
    [TestCase("""emitter.Emit("nobody"); linker.Subscribe("nobody", () => { });""")]
    [TestCase("""linker.Subscribe(Names.Cancelled, () => { }); emitter.Emit("order.cancelled"); emitter.Emit(Names.Cancelled);""")]
    [TestCase("""const string Local = "nobody"; linker.Subscribe(Local, () => { }); emitter.Emit("nobody");""")]
    [TestCase("""emitter.Emit(new Returned()); linker.Subscribe<Returned>(_ => { });""")]
    [TestCase("""emitter.Emit(new Returned()); linker.Subscribe((Returned returned) => { });""")]
    [TestCase("""emitter.Emit(new Returned()); linker.Subscribe<Returned>(Handlers.Take);""")]
    [TestCase("""emitter.Emit(new Returned()); linker.Subscribe((Action<Returned>)Take); void Take(Returned returned) { }""")]
    [TestCase("""emitter.Emit("nobody"); linker.Subscribe(new EventKey[] { "nobody" }, (EventContext context) => { });""")]
    [TestCase("""emitter.Emit(string.Concat("no", "body"));""")]
    [TestCase("""Run(new Broken()); void Run(Broken broken) => emitter.Emit(broken);""")]
    [TestCase("""Run("nobody"); void Run(string name) => emitter.Emit(name);""")]
    public Task Stays_quiet(string statement) => Rules.Verifier.VerifyAsync(Rules.InApplication(statement, Types));

    [TestCase("""emitter.Emit("mail.sent");""")]
    [TestCase("""emitter.Emit({|PYV1201:"mail.sent.now"|});""")]
    [TestCase("""emitter.Emit({|PYV1201:"none.here"|});""")]
    [TestCase("""emitter.Emit(new Library.Shipped());""")]
    [TestCase("""emitter.Emit(new Derived());""")]
    [TestCase("""emitter.Emit(Library.Names.Sent);""")]
    public Task Knows_references(string statement) =>
        _withTable.VerifyAsync(Rules.InApplication(statement, "internal sealed class Derived : Library.Shipped { }"));

    [Test]
    public Task Knows_constants_of_references() => Rules.With(Rules.CompileTable()).VerifyAsync(
        Rules.InApplication("""emitter.Emit(Library.Names.Sent); linker.Subscribe(Library.Names.Sent, () => { });"""));

    [Test]
    public Task Knows_handlers_of_everything() => Rules.With(Rules.CompileTable(
        """ "**", typeof(EventLinker), Handlers = new[] { "Library!M.All()#0" } """)).VerifyAsync(
        Rules.InApplication("""emitter.Emit("nobody"); emitter.Emit(new Uri("http://a"));"""));

    [Test]
    public Task Is_told_what_is_handled_elsewhere() => Rules.Verifier.VerifyAsync("[assembly: HandledElsewhere(\"plugin.*\", \"Lost\")]\n" + Rules.InApplication(
        """emitter.Emit("plugin.loaded"); emitter.Emit({|PYV1201:"plugin"|}); emitter.Emit(new Lost()); emitter.Emit({|PYV1201:new Returned()|});""", Types));

    [Test]
    public Task Leaves_libraries_alone() => Rules.Verifier.VerifyAsync(Rules.InMethod("""emitter.Emit("nobody");"""));

    [TestCase("""emitter.Emit({|PYV1201:"nobody"|});""", "Nothing in this application handles the event \"nobody\"; add a method with [On], or say [assembly: HandledElsewhere] where the compiler does not see it")]
    [TestCase("""emitter.Emit({|PYV1201:new Lost()|});""", "Nothing in this application handles the event 'Lost'; add a method with [On], or say [assembly: HandledElsewhere] where the compiler does not see it")]
    public Task Says(string statement, string message) => Rules.Verifier.VerifyAsync(Rules.InApplication(statement, Types), message);

    [Test]
    public Task Fix_adds_a_method_to_the_class() => _fix.VerifyAsync(
        Application("""emitter.Emit({|PYV1201:"order.lost"|}, id, new List<string?>(), id); emitter.Emit({|PYV1201:"order.lost"|}, 1, new List<string?>(), 2); emitter.Emit({|PYV1201:new Lost()|});"""),
        Application(
            """emitter.Emit("order.lost", id, new List<string?>(), id); emitter.Emit("order.lost", 1, new List<string?>(), 2); emitter.Emit(new Lost());""",
            """


                [On("order.lost")]
                internal static void OnOrderLost(int id, List<string?> arg2, int arg3)
                {
                }

                [On<Lost>]
                internal static void OnLost(Lost @event)
                {
                }
            """));

    [Test]
    public Task Fix_adds_a_class_to_top_level_statements() => _fix.VerifyAsync(
        """
        using var emitter = new AsyncEventEmitter();
        int @class = 1;
        emitter.Emit({|PYV1201:"a.b"|}, @class);
        emitter.Emit({|PYV1201:"a-b"|}, "x");

        """,
        """
        using var emitter = new AsyncEventEmitter();
        int @class = 1;
        emitter.Emit("a.b", @class);
        emitter.Emit("a-b", "x");

        internal static class EventHandlers
        {
            [On("a.b")]
            internal static void OnAB(int @class)
            {
            }

            [On("a-b")]
            internal static void OnAB2(string arg1)
            {
            }
        }

        """);

    [Test]
    public Task Fix_says_what_it_creates() => _fix.VerifyTitlesAsync(
        Rules.InApplication("""emitter.Emit({|PYV1201:"nobody"|}); emitter.Emit({|PYV1201:new Lost()|});""", Types),
        "Create a handler for \"nobody\"",
        "Create a handler for 'Lost'");

    [TestCase("""emitter.Emit({|PYV1201:"nobody"|}, new { Id = 1 });""")]
    [TestCase("""Run(1); void Run<T>(T value) => emitter.Emit({|PYV1201:"nobody"|}, value);""")]
    public Task Fix_is_not_offered_for_payload_without_a_name(string statement) => _fix.VerifyTitlesAsync(Rules.InApplication(statement));

    private static string Application(string statements, string handlers = "") => $$"""
        Shop.Run(new AsyncEventEmitter(), 1);

        internal static class Shop
        {
            internal static void Run(EventEmitter emitter, int id)
            {
                {{statements}}
            }{{handlers}}
        }

        internal sealed class Lost { }
        """;
}
