namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class PayloadMismatchTests
{
    [TestCase("""[On("a")] internal static void First(int id) { } [On("a")] internal static void Second({|PYV1106:string id|}) { }""")]
    [TestCase("""[On("a")] internal static void First(int id, string name) { } [On("a")] internal static void Second(int id, {|PYV1106:Uri name|}) { }""")]
    [TestCase("""[On("a")] internal static void First({|PYV1106:string id|}) { } [On("a")] internal static void Second(int id, string name) { }""")]
    [TestCase("""[On("a")] internal static void First(int id, string name) { } [On("a")] internal static void Second(EventContext context, {|PYV1106:Uri id|}, CancellationToken token) { }""")]
    [TestCase("""[On("a")] internal static void First(string name = "x") { } [On("a")] internal static void Second({|PYV1106:string name = "y"|}) { }""")]
    [TestCase("""[On("a")] internal static void First(int id) { } [On("b", "a")] internal static void Second({|PYV1106:string id|}) { }""")]
    [TestCase("""[On("a")] internal static void First(int id) { } [Once("a")] internal static void Second({|PYV1106:string id|}) { }""")]
    [TestCase("""[On("a")] internal static void First(IEnumerable<string> ids) { } [On("a")] internal static void Second({|PYV1106:IEnumerable<object> ids|}) { }""")]
    [TestCase("""[On<Uri>] internal static void First({|PYV1106:string text|}) { }""")]
    [TestCase("""[On<Uri>] internal static void First(Uri uri, {|PYV1106:int id|}) { }""")]
    [TestCase("""[On<int>] internal static void First({|PYV1106:long id|}) { }""")]
    [TestCase("""[On("a", typeof(Uri))] internal static void First({|PYV1106:string text|}) { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("a")] internal static void First(int id, string name) { } [On("a")] internal static void Second(int id) { } [On("a")] internal static void Third() { }""")]
    [TestCase("""[On("a")] internal static void First(long id) { } [On("a")] internal static void Second(int id) { }""")]
    [TestCase("""[On("a")] internal static void First(object value) { } [On("a")] internal static void Second(string value) { }""")]
    [TestCase("""[On("a")] internal static void First(int? id) { } [On("a")] internal static void Second(int id) { }""")]
    [TestCase("""[On("a")] internal static void First(string name = "x") { } [On("a")] internal static void Second(string name) { }""")]
    [TestCase("""[On("a")] internal static void First(string name = "x") { } [On("a")] internal static void Second(string name = "x") { }""")]
    [TestCase("""[On("a")] internal static void First(int id) { } [On("A")] internal static void Second(string id) { }""")]
    [TestCase("""[On("a")] internal static void First(int id) { } [On("a", Linker = typeof(X))] internal static void Second(string id) { } internal sealed class X : EventLinker;""")]
    [TestCase("""[On("a")] internal static void First(CancellationToken token, int id) { } [On("a")] internal static void Second(int id, EventContext context) { }""")]
    [TestCase("""[On("a")] internal static void First(Part part) { } [On("a")] internal static void Second(Part part) { } internal sealed class Part;""")]
    [TestCase("""[On<Uri>] internal static void First(object e) { } [On<Uri>] internal static void Second(Uri uri) { } [On<Uri>] internal static void Third() { }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [Test]
    public Task Fires_for_the_handler_in_the_other_file() => Rules.Verifier.VerifyAsync([
        """class A { [On("a")] internal static void Handle(int id, string name) { } }""",
        """class B { [On("a")] internal static void Handle({|PYV1106:string id|}) { } }""",
    ]);

    [Test]
    public Task Fires_for_internal_types() => Rules.Verifier.VerifyAsync(Rules.InHandlers(
        """[On("a")] internal static void First(Part part) { } [On("a")] internal static void Second({|PYV1106:int part|}) { } internal sealed class Part;"""));

    [TestCase(
        """[On("a")] internal static void First(int id, string name = "x") { } [On("a")] internal static void Second({|PYV1106:string id|}) { }""",
        "parameter 'id': event \"a\" carries (int id, string name = \"x\") of 'TestProject!Handlers.First(System.Int32,System.String)#0'; "
        + "take these parameters, with these default values, or a leading part of them")]
    [TestCase(
        """[On<Uri>] internal static void First({|PYV1106:string text|}) { }""",
        "parameter 'text': an event object of type 'Uri' is not a 'string'; take 'Uri' or a base type of it")]
    [TestCase(
        """[On<Uri>] internal static void First(Uri uri, {|PYV1106:int id|}) { }""",
        "parameter 'id': the payload of the event object 'Uri' is the object itself; take one payload parameter")]
    public Task Says(string members, string message) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members), message);

    [TestCase("{|PYV1106:string id|}")]
    [TestCase("int id, {|PYV1106:int customer|}")]
    public Task Fires_where_a_referenced_assembly_disagrees(string parameters) =>
        Rules.With(Rules.CompileLibrary("""public static class A { [On("a")] public static void Handle(int id, string customer) { } }"""))
            .VerifyAsync(Rules.InHandlers($$"""[On("a")] internal static void Handle({{parameters}}) { }"""));

    [TestCase("")]
    [TestCase("int id")]
    [TestCase("long id, object customer")]
    [TestCase("int id, string customer, Uri uri")]
    public Task Stays_quiet_where_one_payload_is_a_part_of_the_other(string parameters) =>
        Rules.With(Rules.CompileLibrary("""public static class A { [On("a")] public static void Handle(int id, string customer) { } }"""))
            .VerifyAsync(Rules.InHandlers($$"""[On("a")] internal static void Handle({{parameters}}) { }"""));

    [TestCase("int id", "{|PYV1106:string id|}")]
    [TestCase("int id", "int id, {|PYV1106:string name|}")]
    [TestCase("int id", "int id, {|PYV1106:params int[] more|}")]
    [TestCase("long id", "{|PYV1106:int id|}")]
    [TestCase("""int id, string name = "x" """, """long id = 1, {|PYV1106:string name = "y"|}""")]
    [TestCase("", "{|PYV1106:int id|}")]
    [TestCase("IEnumerable<string> ids", "{|PYV1106:IEnumerable<object> ids|}, int more = 1")]
    public async Task Fires_where_a_declaration_says_something_else(string declared, string parameters)
    {
        string declaration = Declare(declared);
        string handler = Rules.InHandlers($$"""[On("a")] internal static void Handle({{parameters}}) { }""");

        await Rules.Verifier.VerifyAsync([declaration, handler]);

        // Across assemblies, what the C# conversion allows is allowed.
        if (!declared.Contains("IEnumerable", StringComparison.Ordinal))
        {
            await Rules.With(Rules.CompileLibrary(declaration)).VerifyAsync(handler);
        }
    }

    [TestCase("int id, string name", "")]
    [TestCase("int id, string name", "long id, object name")]
    [TestCase("int id", "int id, string name = \"x\", int count = 1")]
    [TestCase("int id", "int id = 5")]
    [TestCase("int id = 5", "int id = 5, CancellationToken token = default")]
    [TestCase("int id", "EventContext context, int? id")]
    public async Task Stays_quiet_where_a_handler_fits_the_declaration(string declared, string parameters)
    {
        string declaration = Declare(declared);
        string handler = Rules.InHandlers($$"""[On("a")] internal static void Handle({{parameters}}) { }""");

        await Rules.Verifier.VerifyAsync([declaration, handler]);
        await Rules.With(Rules.CompileLibrary(declaration)).VerifyAsync(handler);
    }

    [Test]
    public Task A_declaration_counts_more_than_handlers_elsewhere() =>
        Rules.With(
            Rules.CompileLibrary("""public static class A { [On("a")] public static void Handle(string id, Uri uri) { } }""", "Handling"),
            Rules.CompileLibrary(Declare("int id"), "Declaring"))
            .VerifyAsync(Rules.InHandlers("""[On("a")] internal static void Fits(int id) { } [On("a")] internal static void Fits_not({|PYV1106:string id|}) { }"""));

    [Test]
    public Task A_handler_that_only_the_other_handlers_keep_out_is_told_so() =>
        Rules.With(Rules.CompileLibrary(Declare("int id")))
            .VerifyAsync(
                Rules.InHandlers("""[On("a")] internal static void First({|PYV1106:string id|}) { } [On("a")] internal static void Second({|PYV1106:int id|}) { }"""),
                "parameter 'id': event \"a\" carries (int id), as 'Shop.ShopEvents.Placed' declares it; take these parameters, with these default values, or a leading part of them, and give further ones default values",
                "parameter 'id': event \"a\" carries (string id) of 'TestProject!Handlers.First(System.String)#0'; take these parameters, with these default values, or a leading part of them");

    [Test]
    public Task Stays_quiet_where_the_contract_of_a_reference_is_not_visible() =>
        Rules.With(Rules.CompileLibrary("""internal sealed class Part; internal static class A { [On("a")] internal static void Handle(Part part) { } }"""))
            .VerifyAsync(Rules.InHandlers("""[On("a")] internal static void Handle(int id) { }"""));

    [TestCase("order.*", "{|PYV1106:string name|}")]
    [TestCase("order.**", "int id, {|PYV1106:int customer|}")]
    [TestCase("**", "int id, string customer, {|PYV1106:int more|}")]
    [TestCase("*.placed", "EventContext context, int id, string customer, {|PYV1106:DateTime at|}, int more = 1")]
    public async Task Fires_where_a_pattern_matches_an_event_that_carries_something_else(string pattern, string parameters)
    {
        const string Event = """
            #pragma warning disable CS1591
            public static class A { [On("order.placed")] public static void Handle(int id, string customer) { } }
            """;
        string handler = Rules.InHandlers($$"""[On("{{pattern}}")] internal static void Handle({{parameters}}) { }""");

        await Rules.Verifier.VerifyAsync([Event, handler]);
        await Rules.With(Rules.CompileLibrary(Event)).VerifyAsync(handler);
    }

    [TestCase("order.*", "")]
    [TestCase("order.*", "long id")]
    [TestCase("order.*", "object id, string customer, int more = 1, CancellationToken token = default")]
    [TestCase("order.*", "int id = 7")]
    [TestCase("**", "object value")]
    [TestCase("order", "string name")]
    [TestCase("order.*.*", "string name")]
    [TestCase("Order.*", "string name")]
    public async Task Stays_quiet_where_a_pattern_matches_nothing_else(string pattern, string parameters)
    {
        const string Event = """
            #pragma warning disable CS1591
            public static class A
            {
                [On("order.placed")] public static void Handle(int id = 5, string customer = "x") { }
                [On<Uri>] public static void Handle(Uri uri) { }
                [On("order.placed", Linker = typeof(Other))] public static void Handle(Uri[] uris) { }
            }

            public sealed class Other : EventLinker;
            """;
        string handler = Rules.InHandlers($$"""[On("{{pattern}}")] internal static void Handle({{parameters}}) { }""");

        await Rules.Verifier.VerifyAsync([Event, handler]);
        await Rules.With(Rules.CompileLibrary(Event)).VerifyAsync(handler);
    }

    [TestCase("""[On("**")] internal static void All({|PYV1106:string name|}) { } [On<Uri>] internal static void Handle() { }""")]
    [TestCase("""[On("a.*")] internal static void First(int id) { } [On("a.*")] internal static void Second({|PYV1106:string id|}) { } [On("a.b")] internal static void Exact(int id) { }""")]
    [TestCase("""[On("a.*", {|PYV1004:"a.b"|})] internal static void Both({|PYV1106:string id|}) { } [On("a.b")] internal static void Exact(int id, int more) { }""")]
    [TestCase("""[On<Uri>(IncludeDerived = true)] internal static void First(object uri) { } [On<Derived>] internal static void Second() { } internal sealed class Derived() : Uri("http://a");""")]
    public Task Fires_once_for_what_a_handler_names_and_matches(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [Test]
    public Task Says_which_event_a_pattern_matches() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On("order.placed")] internal static void Handle(int id) { } [On("order.refused")] internal static void Refused(Uri uri) { } [On("order.*")] internal static void Any(int id, {|PYV1106:int count|}) { }"""),
        "parameter 'count': event \"order.placed\", which the pattern \"order.*\" matches, carries (int id) of 'TestProject!Handlers.Handle(System.Int32)#0'; "
        + "take these parameters or a leading part of them, and give further ones default values");

    [Test]
    public Task A_declared_event_is_matched_too() => Rules.Verifier.VerifyAsync(
        [Declare("int id"), Rules.InHandlers("""[On("*")] internal static void Handle({|PYV1106:string id|}) { }""")],
        "parameter 'id': event \"a\", which the pattern \"*\" matches, carries (int id), as 'Shop.ShopEvents.Placed' declares it; "
        + "take these parameters or a leading part of them, and give further ones default values");

    private static string Declare(string parameters) => $$"""
        namespace Shop
        {
            #pragma warning disable CS1591
            public static partial class ShopEvents { [Emits("a")] public static partial void Placed(this EventEmitter emitter{{(parameters.Length > 0 ? ", " : "")}}{{parameters}}); }
        }
        """;
}
