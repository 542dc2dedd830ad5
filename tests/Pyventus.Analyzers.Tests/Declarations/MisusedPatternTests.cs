namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class MisusedPatternTests
{
    [TestCase("""[On({|PYV1002:"order*"|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1002:"order.***"|})] internal static void Handle() { }""")]
    [TestCase("""[Once("a", {|PYV1002:"*order.*"|})] internal static void Handle() { }""")]
    [TestCase("""[On("a", typeof(Uri), {|PYV1002:"a.b*.c"|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1002:"* "|})] internal static void Handle() { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""emitter.Emit({|PYV1002:"order.*"|});""")]
    [TestCase("""await emitter.EmitAsync({|PYV1002:"order*"|}, 1);""")]
    [TestCase("""const string Any = "*"; emitter.Emit({|PYV1002:Any|}, "x");""")]
    [TestCase("""linker.Subscribe({|PYV1002:"order*"|}, () => { });""")]
    [TestCase("""linker.Subscribe(["a.*", {|PYV1002:"order*"|}, typeof(Uri), new EventKey({|PYV1002:"***"|})], (EventContext context) => { });""")]
    [TestCase("""linker.Subscribe(new EventKey[] { {|PYV1002:"order*"|}, new({|PYV1002:"a.b*"|}) }, (EventContext context) => Task.CompletedTask);""")]
    [TestCase("""linker.Subscribe(new[] { (EventKey){|PYV1002:"order*"|} }, (EventContext context) => { });""")]
    [TestCase("""const string Any = "a*"; linker.Subscribe(handler: (EventContext context) => { }, events: [{|PYV1002:Any|}]);""")]
    public Task Fires_in_calls(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement));

    [TestCase("""emitter.Emit("**"); emitter.Emit(EventPattern.All, 1);""")]
    [TestCase("""string any = "*"; emitter.Emit(any);""")]
    [TestCase("""linker.Subscribe("order.*", () => { }); linker.Subscribe("**", (int id) => { });""")]
    [TestCase("""emitter.Emit(new Uri("http://a/*"));""")]
    [TestCase("""linker.Subscribe(["a.*", "**", typeof(Uri), EventPattern.All], (EventContext context) => { }); linker.Subscribe([], (EventContext context) => { });""")]
    [TestCase("""string any = "a*"; EventKey[] keys = [any]; linker.Subscribe([any, .. keys], (EventContext context) => { }); linker.Subscribe(keys, (EventContext context) => { });""")]
    [TestCase("""string[] texts = ["a*"]; linker.Subscribe(texts.Select(text => new EventKey("b")), (EventContext context) => { });""")]
    public Task Stays_quiet_in_calls(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement));

    [TestCase("""[On("*")] internal static void Handle() { }""")]
    [TestCase("""[On("order.*", "order.**")] internal static void Handle() { }""")]
    [TestCase("""[Once("**.placed", "a.*.b.**.c")] internal static void Handle() { }""")]
    [TestCase("""[On(EventPattern.All)] internal static void Handle() { }""")]
    [TestCase("""[On("order.?", "order.#", "+")] internal static void Handle() { }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [Test]
    public Task Says() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On({|PYV1002:"order*"|})] internal static void Handle() { }"""),
        "event \"order*\": in a pattern '*' is a whole segment, for one of any name, or '**', for any number of them; write one such as \"order.*\" or \"order.**\"");

    [Test]
    public Task Says_what_to_emit() => Rules.Verifier.VerifyAsync(
        Rules.InMethod("""emitter.Emit({|PYV1002:"order.*"|});"""),
        "event \"order.*\": an emission is of one event; emit a name without '*', or \"**\" for the subscribers of every event");
}
