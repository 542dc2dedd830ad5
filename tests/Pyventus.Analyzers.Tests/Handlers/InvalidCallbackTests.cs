namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class InvalidCallbackTests
{
    [TestCase("""[On("a", OnSuccess = {|PYV1107:"Missing"|})] internal static void Handle() { }""")]
    [TestCase("""[Once("a", OnFailure = {|PYV1107:nameof(Oops)|}, Order = 1)] internal static void Handle() { } internal static void Oops(string text) { }""")]
    [TestCase("""[On("a", OnSuccess = {|PYV1107:nameof(Done)|}, OnFailure = {|PYV1107:""|})] internal static void Handle() { } private static void Done() { }""")]
    [TestCase("""[On("a", OnSuccess = {|PYV1107:nameof(Done)|})] internal static int Handle() => 1; internal static void Done(int a) { } internal static void Done(long a) { }""")]
    [TestCase("""[On("a", OnSuccess = {|PYV1107:nameof(Done)|})] internal static int Handle() => 1; internal static void Done([Service] object a) { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("a", OnSuccess = nameof(Done))] internal static int Handle() => 1; internal static void Done(int result) { }""")]
    [TestCase("""[On("a", OnSuccess = nameof(Done))] internal static Task<int> Handle() => null!; internal static Task Done(EventContext context, double result) => null!;""")]
    [TestCase("""[On("a", OnSuccess = nameof(Done))] internal static int Handle() => 1; internal static void Done() { } internal static void Done(string other) { }""")]
    [TestCase("""[On("a", OnFailure = nameof(Oops))] internal static void Handle() { } internal static ValueTask Oops(object exception, CancellationToken token) => default;""")]
    [TestCase("""[On("a", OnSuccess = null)] internal static void Handle() { }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("nameof(Show)", "internal static void Show(string text) { }",
        "OnSuccess 'Show': its parameter 'text' does not fit: a callback takes the result of the handler, a 'long', or nothing, plus one EventContext and one CancellationToken")]
    [TestCase("nameof(Show)", "internal static void Show(long result, int more) { }",
        "OnSuccess 'Show': a callback takes the result of the handler, a 'long', or nothing, plus one EventContext and one CancellationToken; remove the other parameters")]
    [TestCase("nameof(Show)", "internal static void Show(ref long result) { }",
        "OnSuccess 'Show': a callback takes the result of the handler, a 'long', or nothing, plus one EventContext and one CancellationToken, all by value")]
    [TestCase("nameof(Show)", "internal static void Show<T>(T result) { }", "OnSuccess 'Show': it is generic, and a callback has one signature; write a method for the type")]
    [TestCase("nameof(Show)", "private static void Show() { }", "OnSuccess 'Show': 'Handlers.Show()' is private; make it internal or public")]
    [TestCase("nameof(Show)", "internal static async void Show() => await Task.Yield();",
        "OnSuccess 'Show': an async void method cannot be awaited and its exceptions end the process; return Task")]
    [TestCase("nameof(Show)", "internal static void Show(long a) { } internal static void Show(object b) { }",
        "OnSuccess 'Show': more than one method of that name in 'Handlers' fits; give them different names")]
    [TestCase("\"Missing\"", "", "OnSuccess 'Missing': there is no method of that name in 'Handlers'; add one, or name one that exists with nameof")]
    public Task Says(string name, string callback, string message) => Rules.Verifier.VerifyAsync(
        Rules.InHandlers($$"""[On("a", OnSuccess = {|PYV1107:{{name}}|})] internal static ValueTask<long> Handle() => default; {{callback}}"""), message);

    [Test]
    public Task Says_that_there_is_no_result() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On("a", OnSuccess = {|PYV1107:nameof(Show)|})] internal static Task Handle() => null!; internal static void Show(object result) { }"""),
        "OnSuccess 'Show': its parameter 'result' does not fit: a callback takes nothing, as the handler has no result, plus one EventContext and one CancellationToken");

    [Test]
    public Task Says_what_a_failure_callback_takes() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On("a", OnFailure = {|PYV1107:nameof(Oops)|})] internal static void Handle() { } internal static void Oops(ArgumentException exception) { }"""),
        "OnFailure 'Oops': its parameter 'exception' does not fit: a callback takes the exception, or nothing, plus one EventContext and one CancellationToken");

    [Test]
    public Task Says_that_a_static_handler_has_no_instance() => Rules.Verifier.VerifyAsync(
        """class C { [On("a", OnSuccess = {|PYV1107:nameof(Done)|})] internal static void Handle() { } internal void Done() { } }""",
        "OnSuccess 'Done': it is an instance method and the handler is static; make it static");
}
