using Microsoft.CodeAnalysis;

namespace Pyventus.Analyzers.Tests.Handlers;

/// <summary>Patterns of a referenced assembly that match events of this one (PYV1106).</summary>
internal sealed class ReferencedHandlerTests
{
    [TestCase("order.*", "string id", """[On("order.placed")] internal static void Handle({|PYV1106:int id|}) { }""")]
    [TestCase("order.*", "int id, string name", """[On("order.placed")] internal static void {|PYV1106:Handle|}(int id) { }""")]
    [TestCase("order.*", "long id, Uri name", """[On("order.placed")] internal static void Handle(EventContext context, int id, {|PYV1106:string name|}) { }""")]
    [TestCase("**", "int id", """[On("order.placed")] internal static void {|PYV1106:Handle|}() { }""")]
    [TestCase("*.placed", "string id", """[On("order.placed")] internal static void First() { } [On("order.placed")] internal static void Second({|PYV1106:int id|}) { }""")]
    [TestCase("*.placed", "string id", """[On("a", "order.placed")] internal static void Handle({|PYV1106:int id|}) { }""")]
    [TestCase("*.placed", "string id", """[On("order.placed", {|PYV1004:"order.placed"|})] internal static void Handle({|PYV1106:int id|}) { }""")]
    [TestCase("**", "string text", """[On<Uri>] internal static void Handle({|PYV1106:Uri uri|}) { }""")]
    [TestCase("**", "string text", """[On<Uri>] internal static void {|PYV1106:Handle|}() { }""")]
    public Task Fires_for_a_handler(string pattern, string parameters, string members) =>
        Rules.With(Handle(pattern, parameters)).VerifyAsync(Rules.InHandlers(members));

    [TestCase("string id", "{|PYV1106:int id|}", "Placed")]
    [TestCase("int id, string name", "int id", "{|PYV1106:Placed|}")]
    public Task Fires_for_a_declaration_instead_of_its_handlers(string parameters, string declared, string name) =>
        Rules.With(Handle("order.*", parameters)).VerifyAsync($$"""
            internal static partial class Events
            {
                [Emits("order.placed")] internal static partial void {{name}}(this EventEmitter emitter, {{declared}});
                [On("order.placed")] internal static void Handle(int id) { }
            }
            """);

    [TestCase("string id", "{|PYV1106:int id|}", "Placed")]
    [TestCase("int id, string name", "int id", "{|PYV1106:Placed|}")]
    public Task Fires_for_a_declaration_that_a_handler_of_a_reference_does_not_fit(string parameters, string declared, string name) =>
        Rules.With(Handle("order.placed", parameters)).VerifyAsync($$"""
            internal static partial class Events { [Emits("order.placed")] internal static partial void {{name}}(this EventEmitter emitter, {{declared}}); }
            """);

    [TestCase("order.placed", "long id")]
    [TestCase("order.placed", "int id, string name, int more = 1")]
    [TestCase("order.other", "Uri uri")]
    public Task Stays_quiet_where_the_handler_fits_the_declaration(string name, string parameters) =>
        Rules.With(Handle(name, parameters)).VerifyAsync(
            """internal static partial class Events { [Emits("order.placed")] internal static partial void Placed(this EventEmitter emitter, int id, string name); }""");

    [TestCase("order.*", "")]
    [TestCase("order.*", "long id, object name")]
    [TestCase("order.*", "int id, string name, int more = 1")]
    [TestCase("order.*", "int id, CancellationToken token, EventContext context")]
    [TestCase("order", "Uri uri")]
    [TestCase("order.*.*", "Uri uri")]
    [TestCase("Order.*", "Uri uri")]
    public async Task Stays_quiet_where_the_pattern_fits_or_matches_nothing(string pattern, string parameters)
    {
        var verifier = Rules.With(Handle(pattern, parameters));

        await verifier.VerifyAsync(Rules.InHandlers("""[On("order.placed")] internal static void Handle(int id, string name) { } [On("order.placed")] internal static void Other() { }"""));
        await verifier.VerifyAsync("""internal static partial class Events { [Emits("order.placed")] internal static partial void Placed(this EventEmitter emitter, int id, string name); }""");
    }

    [Test]
    public async Task Stays_quiet_for_what_is_not_of_this_assembly()
    {
        const string Declaration = """
            #pragma warning disable CS1591
            public static partial class Events { [Emits("order.placed")] public static partial void Placed(this EventEmitter emitter, int id); }
            """;
        const string Handler = """[On("order.placed")] internal static void Handle(int id) { }""";

        await Rules.With(Handle("*.*", "Uri uri"), Rules.CompileLibrary(Declaration, "Declaring")).VerifyAsync(Rules.InHandlers(Handler));
        await Rules.With(Handle("*.*", "Uri uri")).VerifyAsync(Rules.InHandlers(
            """[On("order.placed", Linker = typeof(Other))] internal static void Handle(int id) { } internal sealed class Other : EventLinker;"""));
        await Rules.With(Rules.CompileLibrary("""internal sealed class Part; internal static class A { [On("*.*")] internal static void Any(Part part) { } }"""))
            .VerifyAsync(Rules.InHandlers(Handler));
    }

    [Test]
    public async Task Says()
    {
        await Rules.With(Handle("order.*", "string name")).VerifyAsync(
            Rules.InHandlers("""[On("order.placed")] internal static void Handle({|PYV1106:int id|}) { }"""),
            "parameter 'id': event \"order.placed\" carries (int id), but the pattern \"order.*\" of 'Library!A.Any(System.String)#0' matches it and takes (string name); "
            + "begin with these parameters, name the event so that the pattern does not match it, or change the handler of the pattern");
        await Rules.With(Handle("order.placed", "string name")).VerifyAsync(
            """internal static partial class Events { [Emits("order.placed")] internal static partial void Placed(this EventEmitter emitter, {|PYV1106:int id|}); }""",
            "parameter 'id': event \"order.placed\" carries (int id), but 'Library!A.Any(System.String)#0' handles it and takes (string name); "
            + "begin with these parameters, or change the handler");
        await Rules.With(Handle("**", "string name")).VerifyAsync(
            Rules.InHandlers("""[On<Uri>] internal static void {|PYV1106:Handle|}() { }"""),
            "Handlers.Handle: event 'Uri' carries (Uri @event), but the pattern \"**\" of 'Library!A.Any(System.String)#0' matches it and takes (string name); "
            + "use another linker or change the handler of the pattern");
    }

    private static MetadataReference Handle(string pattern, string parameters) => Rules.CompileLibrary($$"""
        #pragma warning disable CS1591
        public static class A { [On("{{pattern}}")] public static void Any({{parameters}}) { } }
        """);
}
