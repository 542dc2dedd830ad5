namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class UnsupportedEventTypeTests
{
    [TestCase("""[On({|PYV1006:typeof(List<>)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(Dictionary<,>.Enumerator)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(int*)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(Span<int>)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(Math)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(IParsable<int>)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(object)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(string)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(void)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(int?)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(Type)|})] internal static void Handle() { }""")]
    [TestCase("""[On({|PYV1006:typeof(CancellationToken)|})] internal static void Handle() { }""")]
    [TestCase("""[On<{|PYV1006:object|}>] internal static void Handle() { }""")]
    [TestCase("""[Pyventus.Once<{|PYV1006:string|}>] internal static void Handle() { }""")]
    [TestCase("""[global::Pyventus.OnAttribute<{|PYV1006:EventContext|}>] internal static void Handle() { }""")]
    [TestCase("""[On("a", {|PYV1006:typeof(object)|})] internal static void Handle() { }""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On<Uri>] internal static void Handle(Uri e) { }""")]
    [TestCase("""[On<List<int>>] internal static void Handle(IEnumerable<int> e) { }""")]
    [TestCase("""[On<int>] internal static void Handle(int e) { }""")]
    [TestCase("""[On<DayOfWeek>] internal static void Handle(DayOfWeek e) { }""")]
    [TestCase("""[On<IWhole>] internal static void Handle(IWhole e) { } internal interface IPart { static abstract int M(); } internal interface IWhole : IPart { static int IPart.M() => 1; }""")]
    [TestCase("""[On<IDisposable>] internal static void Handle(IDisposable e) { }""")]
    [TestCase("""[On<Exception>] internal static void Handle(object e) { }""")]
    [TestCase("""[On<string[]>] internal static void Handle(string[] e) { }""")]
    [TestCase("""[On<ValueTuple<int, string>>] internal static void Handle((int Id, string Name) e) { }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("typeof(List<>)", "event type 'List<>': it is an open generic type; name a closed one such as Changed<int>")]
    [TestCase("typeof(object)", "event type 'object': it would be every event or a name; give the event a type of its own")]
    [TestCase("typeof(Math)", "event type 'Math': it is a static class")]
    public Task Says(string type, string message) => Rules.Verifier.VerifyAsync(
        Rules.InHandlers($$"""[On({|PYV1006:{{type}}|})] internal static void Handle() { }"""), message);
}
