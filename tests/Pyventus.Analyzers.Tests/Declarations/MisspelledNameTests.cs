using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class MisspelledNameTests
{
    private const string Handlers = """
        [On("order.placed", "order.shipped", "id", "step1")] internal static void Handle() { }
        """;

    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new UseKnownNameFix());

    [TestCase("""emitter.Emit({|PYV1003:"Order.Placed"|});""")]
    [TestCase("""emitter.Emit({|PYV1003:" order.placed"|});""")]
    [TestCase("""emitter.Emit({|PYV1003:"order.place"|});""")]
    [TestCase("""emitter.Emit({|PYV1003:"order.plaaced"|});""")]
    [TestCase("""emitter.Emit({|PYV1003:"order.plaxed"|});""")]
    [TestCase("""emitter.Emit({|PYV1003:"order.palced"|});""")]
    [TestCase("""emitter.Emit({|PYV1003:"order-placed"|});""")]
    [TestCase("""await emitter.EmitAsync({|PYV1003:"order.placedd"|});""")]
    [TestCase("""const string Name = "ordr.placed"; emitter.Emit({|PYV1003:Name|});""")]
    [TestCase("""emitter.Emit({|PYV1003:"ID"|});""")]
    [TestCase("""linker.Subscribe({|PYV1003:"order.place"|}, () => { });""")]
    public Task Fires(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers));

    [TestCase("""emitter.Emit("order.placed");""")]
    [TestCase("""emitter.Emit("order.plce.d");""")]
    [TestCase("""emitter.Emit("order.paid");""")]
    [TestCase("""emitter.Emit("it");""")]
    [TestCase("""emitter.Emit("step2");""")]
    [TestCase("""emitter.Emit("order.place"); linker.Subscribe("order.place", () => { });""")]
    [TestCase("""linker.Subscribe("order.placed", () => { });""")]
    [TestCase("""Run("order.place"); void Run(string name) => emitter.Emit(name);""")]
    public Task Stays_quiet(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers));

    [TestCase("""emitter.Emit("order.placed");""", """[On({|PYV1003:"order.place"|})] internal static void Other() { }""")]
    [TestCase("""emitter.Emit("order.placed");""", """[Once("a", {|PYV1003:"Order.Placed"|})] internal static void Other() { }""")]
    [TestCase("""emitter.Emit("order.placed"); emitter.Emit("order.place");""", """[On("order.place")] internal static void Other() { }""")]
    [TestCase("""emitter.Emit("order.paid");""", """[On("order.place")] internal static void Other() { }""")]
    public Task Compares_handlers_with_what_is_emitted(string statement, string handler) =>
        Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers + handler));

    [TestCase("""emitter.Emit("mail.sent.now");""")]
    [TestCase("""emitter.Emit({|PYV1003:"mails.sent"|});""")]
    [TestCase("""emitter.Emit("order.sent");""")]
    public Task Knows_references(string statement) => Rules.With(Rules.CompileTable(
        """ "mail.sent", typeof(EventLinker), Handlers = new[] { "Library!M.Sent()#0" } """,
        """ "mail.**", typeof(EventLinker), Handlers = new[] { "Library!M.All()#0" } """,
        """ "orders.sent", typeof(EventLinker), Handlers = new[] { "Library!M.Sent()#0" } """,
        """ "order.*", typeof(EventLinker), Handlers = new[] { "Library!M.Sent()#0" } """)).VerifyAsync(Rules.InMethod(statement));

    [Test]
    public Task Handlers_of_a_referenced_event_are_right() => Rules.With(Rules.CompileTable(
        """ "mail.send", typeof(EventLinker), Handlers = new[] { "Library!M.Sent()#0" } """,
        """ "mail.sent", typeof(EventLinker), Declaration = "M.Sent" """)).VerifyAsync(
        Rules.InHandlers("""[On("mail.send")] internal static void Send() { } [On({|PYV1003:"mails.sent"|})] internal static void Sent() { }"""));

    [Test]
    public Task Is_told_what_is_handled_elsewhere() => Rules.Verifier.VerifyAsync(
        "[assembly: HandledElsewhere(\"order.*\")]\n" + Rules.InMethod("""emitter.Emit("order.place");""", Handlers));

    [Test]
    public Task Comes_instead_of_a_missing_handler() => Rules.Verifier.VerifyAsync(
        Rules.InApplication("""emitter.Emit({|PYV1003:"order.place"|});""", "static class Handlers { [On(\"order.placed\")] internal static void Handle() { } }"),
        "Event \"order.place\" is known nowhere else; did you mean \"order.placed\"?");

    [Test]
    public Task Fix_writes_the_known_name() => _fix.VerifyAsync(
        Rules.InMethod(
            """emitter.Emit("order.placed"); emitter.Emit(/* which */ {|PYV1003:"Order.Placed"|}, 1); linker.Subscribe({|PYV1003:"order.shiped"|}, () => { });""",
            """[On("order.placed")] [On({|PYV1003:"order.place"|}, "order.shipped")] internal static void Handle(int id = 0) { }"""),
        Rules.InMethod(
            """emitter.Emit("order.placed"); emitter.Emit(/* which */ "order.placed", 1); linker.Subscribe("order.shipped", () => { });""",
            """[On("order.placed")] [On({|PYV1004:"order.placed"|}, "order.shipped")] internal static void Handle(int id = 0) { }"""));

    [Test]
    public Task Fix_says_what_it_writes() => _fix.VerifyTitlesAsync(
        Rules.InMethod("""emitter.Emit({|PYV1003:"ID"|}); const string Name = "ordr.placed"; emitter.Emit({|PYV1003:Name|});""", Handlers),
        "Change it to \"id\"");
}
