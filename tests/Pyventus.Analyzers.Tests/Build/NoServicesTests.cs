namespace Pyventus.Analyzers.Tests.Build;

internal sealed class NoServicesTests
{
    private const string Types = """
        internal interface IClock { }
        internal sealed class Log(IClock clock)
        {
            [On("a")] internal void {|PYV1501:Write|}() => GC.KeepAlive(clock);
            [Once("b"), On("c")] internal Task {|PYV1501:WriteAsync|}() => Task.CompletedTask;
            [On("a")] internal static void Static() { }
        }
        """;

    private const string QuietTypes = """
        internal interface IClock { }
        internal sealed class Log(IClock clock)
        {
            [On("a")] internal void Write() => GC.KeepAlive(clock);
        }

        internal sealed class Extensions
        {
            internal EventEmitter? Services { get; set; }
            internal void AddPyventus() { }
        }
        """;

    [TestCase("""emitter.Emit("a");""")]
    [TestCase("""IServiceProvider? Services = null; GC.KeepAlive(Services);""")]
    public Task Fires(string statement) => Rules.Verifier.VerifyAsync(Rules.InApplication(statement, Types));

    [TestCase("internal sealed class C { private C() { } [On(\"a\")] internal void {|PYV1501:Handle|}() { } }")]
    [TestCase("internal sealed class C { public required int Id { get; init; } [On(\"a\")] internal void {|PYV1501:Handle|}() { } }")]
    [TestCase("internal static class C { [On(\"a\")] internal static void {|PYV1501:Handle|}([Service] IFormatProvider clock) { } }")]
    public Task Fires_for(string type) => Rules.Verifier.VerifyAsync(Rules.InApplication("", type));

    [TestCase("internal sealed class C { [On(\"a\")] internal void Handle() { } }")]
    [TestCase("internal sealed class C { internal C(int id) { } internal C() { } [On(\"a\")] internal void Handle() { } }")]
    [TestCase("internal sealed class C(int id) { [On(\"a\")] internal static void Handle() { } internal int Id => id; }")]
    [TestCase("internal static class C { [On(\"a\")] internal static void Handle([Service] IFormatProvider? clock) { } }")]
    [TestCase("internal static class C { [On(\"a\")] internal static void Handle([Service] IFormatProvider clock = null!) { } }")]
    public Task Stays_quiet_for(string type) => Rules.Verifier.VerifyAsync(Rules.InApplication("", type));

    [TestCase("""using var other = new AsyncEventEmitter(new EventEmitterOptions { Services = null });""")]
    [TestCase("""new Extensions().AddPyventus();""")]
    [TestCase("""new Extensions().Services = emitter;""")]
    public Task Stays_quiet(string statement) => Rules.Verifier.VerifyAsync(Rules.InApplication(statement, QuietTypes));

    [Test]
    public Task Leaves_libraries_alone() => Rules.Verifier.VerifyAsync(QuietTypes);

    [TestCase(
        "internal sealed class C { private C() { } [On(\"a\")] internal void {|PYV1501:Handle|}() { } }",
        "C.Handle: its class 'C' has no accessible parameterless constructor, and nothing in this application gives emitters services; call AddPyventus, or set EventEmitterOptions.Services")]
    [TestCase(
        "internal static class C { [On(\"a\")] internal static void {|PYV1501:Handle|}([Service] IFormatProvider clock) { } }",
        "C.Handle: parameter 'clock' is a service, and nothing in this application gives emitters services; call AddPyventus, or set EventEmitterOptions.Services")]
    public Task Says(string type, string message) => Rules.Verifier.VerifyAsync(Rules.InApplication("", type), message);
}
