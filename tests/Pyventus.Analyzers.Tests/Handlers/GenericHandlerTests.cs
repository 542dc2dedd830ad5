namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class GenericHandlerTests
{
    [TestCase("""class A { [On("a")] internal static void {|PYV1102:Handle|}<T>() { } }""")]
    [TestCase("""class A { [On("a")] internal static void {|PYV1102:Handle|}<T>(T value) { } }""")]
    [TestCase("""class A<T> { [On("a")] internal static void {|PYV1102:Handle|}() { } }""")]
    [TestCase("""class A<T> { internal class B { [On("a")] internal static void {|PYV1102:Handle|}(T value) { } } }""")]
    public Task Fires(string markup) => Rules.Verifier.VerifyAsync(markup);

    [TestCase("""class A { [On("a")] internal static void Handle(List<int> values) { } }""")]
    [TestCase("""class A : List<int> { [On("a")] internal static void Handle() { } }""")]
    [TestCase("""class A<T> { internal static void Handle(T value) { } }""")]
    public Task Stays_quiet(string markup) => Rules.Verifier.VerifyAsync(markup);

    [TestCase(
        """class A { [On("a")] internal static void {|PYV1102:Handle|}<T>() { } }""",
        "A.Handle: a generic method has no one signature to call; write a handler for each type")]
    [TestCase(
        """class A<T> { [On("a")] internal static void {|PYV1102:Handle|}() { } }""",
        "A<T>.Handle: its containing type 'A<T>' is generic; move the handler to a type that is not")]
    public Task Says(string markup, string message) => Rules.Verifier.VerifyAsync(markup, message);
}
