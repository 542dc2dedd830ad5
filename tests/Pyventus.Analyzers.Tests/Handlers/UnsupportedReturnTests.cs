namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class UnsupportedReturnTests
{
    [TestCase("""private static int _id; [On("a")] internal static {|PYV1104:ref int|} Handle() => ref _id;""")]
    [TestCase("""private static int _id; [On("a")] internal static {|PYV1104:ref readonly int|} Handle() => ref _id;""")]
    [TestCase("""[On("a")] internal static {|PYV1104:Span<int>|} Handle() => default;""")]
    [TestCase("""[On("a")] internal static {|PYV1104:IParsable<int>|} Handle() => 1;""")]
    [TestCase("""[On("a")] internal static {|PYV1104:IEnumerable<int>|} Handle() { yield return 1; }""")]
    [TestCase("""[On("a")] internal static {|PYV1104:IEnumerator<int>|} Handle() { yield return 1; }""")]
    [TestCase("""[On("a")] internal static async {|PYV1104:IAsyncEnumerable<int>|} Handle() { await Task.Yield(); yield return 1; }""")]
    [TestCase("""[On("a")] internal static {|PYV1104:IAsyncEnumerable<int>|} Handle() => throw new NotSupportedException();""")]
    [TestCase("""[On("a")] internal static {|PYV1104:IAsyncEnumerator<int>|} Handle() => throw new NotSupportedException();""")]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("""[On("a")] internal static int Handle() => 1;""")]
    [TestCase("""[On("a")] internal static Task Handle() => Task.CompletedTask;""")]
    [TestCase("""[On("a")] internal static Task<int> Handle() => Task.FromResult(1);""")]
    [TestCase("""[On("a")] internal static ValueTask Handle() => default;""")]
    [TestCase("""[On("a")] internal static async ValueTask<int> Handle() { await Task.Yield(); return 1; }""")]
    [TestCase("""[On("a")] internal static IEnumerable<int> Handle() => new[] { 1 };""")]
    [TestCase("""[On("a")] internal static IEnumerable<int> Handle() { return Numbers(); IEnumerable<int> Numbers() { yield return 1; } }""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase(
        """[On("a")] internal static {|PYV1104:Span<int>|} Handle() => default;""",
        "Handlers.Handle: it returns the ref struct 'Span<int>'; return void, a value, Task, Task<T>, ValueTask or ValueTask<T>")]
    [TestCase(
        """[On("a")] internal static {|PYV1104:IEnumerable<int>|} Handle() { yield return 1; }""",
        "Handlers.Handle: an iterator runs nothing until somebody enumerates it, and nobody would; return void, a value, Task, Task<T>, ValueTask or ValueTask<T>")]
    public Task Says(string members, string message) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members), message);
}
