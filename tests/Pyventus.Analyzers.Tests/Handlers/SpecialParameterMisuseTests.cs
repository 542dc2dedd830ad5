namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class SpecialParameterMisuseTests
{
    [TestCase("CancellationToken first, {|PYV1111:CancellationToken second|}")]
    [TestCase("EventContext first, int id, {|PYV1111:EventContext second|}")]
    [TestCase("{|PYV1111:CancellationToken? token|}")]
    [TestCase("{|PYV1111:params CancellationToken[] tokens|}")]
    [TestCase("{|PYV1111:EventContext[] contexts|}")]
    public Task Fires(string parameters) => Rules.Verifier.VerifyAsync(InHandler(parameters));

    [TestCase("CancellationToken token")]
    [TestCase("int id, CancellationToken token = default")]
    [TestCase("CancellationToken token, int id, EventContext? context, string name")]
    [TestCase("CancellationTokenSource source")]
    public Task Stays_quiet(string parameters) => Rules.Verifier.VerifyAsync(InHandler(parameters));

    [TestCase(
        "CancellationToken first, {|PYV1111:CancellationToken second|}",
        "parameter 'second': it is a second CancellationToken, and an emission has only one; remove it")]
    [TestCase(
        "{|PYV1111:CancellationToken? token|}",
        "parameter 'token': a nullable CancellationToken would be payload; declare it as CancellationToken, which is always given")]
    public Task Says(string parameters, string message) => Rules.Verifier.VerifyAsync(InHandler(parameters), message);

    private static string InHandler(string parameters) =>
        Rules.InHandlers($$"""[On("a")] internal static void Handle({{parameters}}) { }""");
}
