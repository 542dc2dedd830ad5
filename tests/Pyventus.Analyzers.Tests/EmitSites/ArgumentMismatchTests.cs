namespace Pyventus.Analyzers.Tests.EmitSites;

internal sealed class ArgumentMismatchTests
{
    private const string Handlers = """[On("a")] internal static void Handle(int id, string name = "guest") { } [On("none")] internal static void None() { }""";

    private const string PatternHandlers = """
        [On("p.**")] internal static void Handle(string name) { }
        [On("q.*")] internal static void Optional(string name, int count = 1) { }
        [On("p.exact")] internal static void Exact(string name, int id) { }
        [On("both.*")] internal static void Both(int id) { }
        [On("both.*", Linker = typeof(Other))] internal static void BothOfOther(string name) { }
        public sealed class Other : EventLinker;
        """;

    [TestCase("""emitter.Emit({|PYV1202:"a"|});""")]
    [TestCase("""emitter.Emit("a", {|PYV1202:"x"|});""")]
    [TestCase("""emitter.Emit("a", 1, {|PYV1202:2|});""")]
    [TestCase("""emitter.Emit("a", 1, "x", {|PYV1202:true|});""")]
    [TestCase("""emitter.Emit("a", {|PYV1202:1L|});""")]
    [TestCase("""emitter.Emit("a", {|PYV1202:(int?)1|});""")]
    [TestCase("""emitter.Emit<object>("a", {|PYV1202:1|});""")]
    [TestCase("""emitter.Emit("none", {|PYV1202:1|});""")]
    [TestCase("""emitter.Emit(arg1: {|PYV1202:"x"|}, eventName: "a");""")]
    [TestCase("""emitter?.Emit("a", {|PYV1202:"x"|});""")]
    [TestCase("""const string Name = "a"; emitter.Emit(Name, {|PYV1202:"x"|});""")]
    [TestCase("""await emitter.EmitAsync("a", {|PYV1202:"x"|});""")]
    [TestCase("""await emitter.EmitAsync({|PYV1202:"a"|}, CancellationToken.None);""")]
    [TestCase("""await emitter.EmitAsync("a", 1, {|PYV1202:2|}, CancellationToken.None);""")]
    [TestCase("""new Thread(() => emitter.Emit({|PYV1202:"a"|})).Start();""")]
    [TestCase("""new AsyncEventEmitter().Emit("a", {|PYV1202:"x"|});""")]
    [TestCase("""EventLinker.Default.Subscribe("a", {|PYV1202:(string text) => { }|});""")]
    [TestCase("""EventLinker.Default.Subscribe("a", {|PYV1202:(int a, string b, int c) => { }|});""")]
    [TestCase("""EventLinker.Default.Subscribe("a", {|PYV1202:(Uri u, CancellationToken ct) => Task.CompletedTask|});""")]
    public Task Fires(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers));

    [TestCase("""emitter.Emit("a", 1);""")]
    [TestCase("""emitter.Emit("a", 1, "x");""")]
    [TestCase("""emitter.Emit("a", (short)1, (string?)null);""")]
    [TestCase("""emitter.Emit("none");""")]
    [TestCase("""emitter.Emit("nobody", 1, 2, 3);""")]
    [TestCase("""emitter.Emit(string.Concat("a"), 1L);""")]
    [TestCase("""emitter.Emit("a", (dynamic)"x");""")]
    [TestCase("""Emit(emitter, "x"); static void Emit<T>(EventEmitter emitter, T value) => emitter.Emit("a", value);""")]
    [TestCase("""Action<string, string> emit = emitter.Emit; emit("a", "x");""")]
    [TestCase("""await emitter.EmitAsync("a", 1, "x", CancellationToken.None);""")]
    [TestCase("""await emitter.EmitAsync("none", CancellationToken.None);""")]
    [TestCase("""emitter.Emit(new Uri("http://a"));""")]
    [TestCase("""linker.Subscribe("a", (string text) => { });""")]
    [TestCase("""EventLinker.CreateEmpty().Subscribe("a", (string text) => { });""")]
    [TestCase("""EventLinker.Default.Subscribe("a", (long id) => { });""")]
    [TestCase("""EventLinker.Default.Subscribe("a", (int id, string name) => { });""")]
    [TestCase("""EventLinker.Default.Subscribe("a", () => { });""")]
    [TestCase("""EventLinker.Default.Subscribe("a", (EventContext context) => { });""")]
    [TestCase("""EventLinker.Default.Subscribe("a", (int id, CancellationToken token) => Task.CompletedTask);""")]
    [TestCase("""EventLinker.Default.Subscribe((Uri uri) => { });""")]
    public Task Stays_quiet(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers));

    [TestCase(
        """emitter.Emit("a", {|PYV1202:2.5|}, 1);""",
        "Event \"a\": it is given (double, int) and expects (int id, string name = \"guest\") of 'TestProject!Handlers.Handle(System.Int32,System.String)#0'; "
        + "emit it with arguments of these types, in this order")]
    [TestCase(
        """EventLinker.Default.Subscribe("a", {|PYV1202:(string text) => { }|});""",
        "Event \"a\": the delegate takes (string) and the event carries (int id, string name = \"guest\") of 'TestProject!Handlers.Handle(System.Int32,System.String)#0'; "
        + "take these types, in this order, or a leading part of them")]
    public Task Says(string statement, string message) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, Handlers), message);

    [Test]
    public async Task One_fitting_linker_is_enough()
    {
        const string Both = """
            [On("a")] internal static void Handle(int id) { }
            [On("a", Linker = typeof(Other))] internal static void HandleOther(string name) { }
            public sealed class Other : EventLinker;
            """;

        await Rules.Verifier.VerifyAsync(Rules.InMethod("""emitter.Emit("a", 1); emitter.Emit("a", "x");""", Both));
        await Rules.Verifier.VerifyAsync(
            Rules.InMethod("""emitter.Emit({|PYV1202:"a"|}, 2.5);""", Both),
            "Event \"a\": it is given (double) and expects (string name) of 'TestProject!Handlers.HandleOther(System.String)#0', "
            + "or (int id) of 'TestProject!Handlers.Handle(System.Int32)#0'; emit it with arguments of these types, in this order");
        await Rules.Verifier.VerifyAsync(Rules.InMethod(
            """EventLinker.Get<Handlers.Other>().Subscribe("a", (string name) => { }); EventLinker.Get<Handlers.Other>().Subscribe("a", {|PYV1202:(int id) => { }|});""",
            Both));
    }

    [Test]
    public Task A_referenced_assembly_has_contracts() =>
        Rules.With(Rules.CompileLibrary("""public static class A { [On("lib")] public static void Handle(int id) { } }"""))
            .VerifyAsync(
                Rules.InMethod("""emitter.Emit("lib", 1); emitter.Emit("lib", {|PYV1202:"x"|});"""),
                "Event \"lib\": it is given (string) and expects (int id) of 'Library!A.Handle(System.Int32)#0'; emit it with arguments of these types, in this order");

    [TestCase("""emitter.Emit("p.x", {|PYV1202:1|});""")]
    [TestCase("""emitter.Emit({|PYV1202:"p.x"|});""")]
    [TestCase("""emitter.Emit("p.x", {|PYV1202:1|}, 2);""")]
    [TestCase("""await emitter.EmitAsync("p.x", {|PYV1202:1|});""")]
    [TestCase("""emitter.Emit("q.x", "x", {|PYV1202:"y"|});""")]
    [TestCase("""emitter.Emit("p.q.x", {|PYV1202:1|});""")]
    [TestCase("""emitter.Emit("p.exact", "x", 1, {|PYV1202:2|});""")]
    [TestCase("""emitter.Emit("**", {|PYV1202:2.5|});""", """[On("**")] internal static void All(int id, int count = 1) { }""")]
    public Task Fires_where_only_patterns_match(string statement, string handlers = PatternHandlers) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, handlers));

    [TestCase("""emitter.Emit("p.x", "x");""")]
    [TestCase("""emitter.Emit("p.x", "x", 2, 3);""")]
    [TestCase("""emitter.Emit("q.x", "x");""")]
    [TestCase("""emitter.Emit("q.x", "x", (short)2, "more");""")]
    [TestCase("""emitter.Emit("p.exact", "x", 1);""")]
    [TestCase("""emitter.Emit("q", 1); emitter.Emit("q.x.y", 1);""")]
    [TestCase("""emitter.Emit("both.x", 1); emitter.Emit("both.x", "x");""")]
    [TestCase("""emitter.Emit("**", 1); emitter.Emit("**", 1, 2, 3);""", """[On("**")] internal static void All(object value, int count = 1) { }""")]
    [TestCase("""emitter.Emit("**", 1);""", """[On("a.**")] internal static void All(string value) { } [On("*")] internal static void One(string value) { }""")]
    [TestCase("""EventLinker.Default.Subscribe("p.*", (Uri uri) => { }); EventLinker.Default.Subscribe("p.x", (Uri uri) => { });""")]
    public Task Stays_quiet_where_only_patterns_match(string statement, string handlers = PatternHandlers) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement, handlers));

    [Test]
    public Task Says_which_pattern_matches() => Rules.Verifier.VerifyAsync(
        Rules.InMethod("""emitter.Emit("p.x", {|PYV1202:1|});""", PatternHandlers),
        "Event \"p.x\": it is given (int) and expects (string name) of 'TestProject!Handlers.Handle(System.String)#0' through the pattern \"p.**\"; "
        + "emit it with arguments of these types, or with a longer list that begins with them");

    [Test]
    public Task A_pattern_of_a_referenced_assembly_counts() =>
        Rules.With(Rules.CompileLibrary("""public static class A { [On("lib.*")] public static void Handle(int id) { } }"""))
            .VerifyAsync(Rules.InMethod("""emitter.Emit("lib.x", 1, 2); emitter.Emit("lib.x", {|PYV1202:"x"|});"""));

    [Test]
    public async Task A_declaration_says_what_an_event_carries()
    {
        const string Declaration = """
            namespace Shop;

            internal static partial class ShopEvents { [Emits("order.placed")] internal static partial void Placed(this EventEmitter emitter, int id, string customer = "guest"); }
            """;
        string method = Rules.InMethod("""
            emitter.Emit("order.placed", 1);
            emitter.Emit("order.placed", 1, "ada");
            emitter.Emit("order.placed", {|PYV1202:"ada"|});
            EventLinker.Default.Subscribe("order.placed", {|PYV1202:(string customer) => { }|});
            """);
        string[] messages =
        [
            "Event \"order.placed\": it is given (string) and expects (int id, string customer = \"guest\"), as 'Shop.ShopEvents.Placed' declares it; "
            + "emit it with arguments of these types, in this order",
            "Event \"order.placed\": the delegate takes (string) and the event carries (int id, string customer = \"guest\"), as 'Shop.ShopEvents.Placed' declares it; "
            + "take these types, in this order, or a leading part of them",
        ];

        await Rules.Verifier.VerifyAsync([Declaration, method], messages);
        await Rules.With(Rules.CompileLibrary(Declaration)).VerifyAsync(method, messages);
    }

    [Test]
    public Task A_declaration_counts_more_than_longer_handlers_of_other_assemblies() =>
        Rules.With(
            Rules.CompileLibrary("""public static class A { [On("lib")] public static void Handle(int id, string name) { } }""", "Handling"),
            Rules.CompileLibrary("""public static partial class B { [Emits("lib")] public static partial void Lib(this EventEmitter emitter, int id); }""", "Declaring"))
            .VerifyAsync(Rules.InMethod("""emitter.Emit("lib", 1); emitter.Emit("lib", 1, {|PYV1202:"x"|});"""));

    [Test]
    public Task The_longest_contract_of_a_linker_counts() =>
        Rules.With(Rules.CompileLibrary("""public static class A { [On("lib")] public static void Handle(int id) { } }"""))
            .VerifyAsync(Rules.InMethod(
                """emitter.Emit("lib", 1, "x"); emitter.Emit({|PYV1202:"lib"|}, 1);""",
                """[On("lib")] internal static void Handle(int id, string name) { }"""));

    [Test]
    public Task An_argument_that_is_optional_in_one_assembly_is_optional() =>
        Rules.With(Rules.CompileLibrary("""public static class A { [On("lib")] public static void Handle(int id, string name = "x") { } }"""))
            .VerifyAsync(Rules.InMethod(
                """emitter.Emit("lib", 1);""",
                """[On("lib")] internal static void Handle(int id, string name) { }"""));

    [Test]
    public Task A_contract_with_internal_types_is_known_in_its_assembly_only() =>
        Rules.With(Rules.CompileLibrary("""internal sealed class Part; internal static class A { [On("lib")] internal static void Handle(Part part) { } }"""))
            .VerifyAsync(Rules.InMethod(
                """emitter.Emit("lib", 1); emitter.Emit("own", new Handlers.Part()); emitter.Emit("own", {|PYV1202:1|});""",
                """internal sealed class Part; [On("own")] internal static void Handle(Part part) { }"""));
}
