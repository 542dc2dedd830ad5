namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class UnsupportedHandlerKindTests
{
    [TestCase("""class A { public void M() { Local(); [On("a")] void {|PYV1109:Local|}() { } } }""")]
    [TestCase("""class A { public void M() { Local(); [On("a")] static void {|PYV1109:Local|}() { } } }""")]
    [TestCase("""class A { public Action M() => [{|PYV1109:On("a")|}] () => { }; }""")]
    [TestCase("""class A { private readonly Action<int> _field = [{|PYV1109:On("a")|}] (id) => { }; public void M() => _field(1); }""")]
    [TestCase("""class A { public int P { [{|PYV1109:On("a")|}] get => 1; } }""")]
    [TestCase("""class A { public event Action E { [{|PYV1109:On("a")|}] add { } remove { } } }""")]
    [TestCase("""class A { [method: {|PYV1109:On("a")|}] public event Action? E; public void M() => E?.Invoke(); }""")]
    [TestCase("""class A { [{|PYV1109:On("a")|}] public static A operator +(A a, A b) => a; }""")]
    [TestCase("""class A { [{|PYV1109:On("a")|}] public static implicit operator int(A a) => 1; }""")]
    [TestCase("""class A { [{|PYV1109:On("a")|}] ~A() { } }""")]
    [TestCase("""interface I { [On("a")] void {|PYV1109:Handle|}(); }""")]
    [TestCase("""interface I { [On("a")] static void {|PYV1109:Handle|}() { } }""")]
    [TestCase("""interface I { void M(); } class A : I { [On("a")] void I.{|PYV1109:M|}() { } }""")]
    [TestCase("""abstract class A { [On("a")] public abstract void {|PYV1109:Handle|}(); }""")]
    [TestCase("""struct A { [On("a")] public void {|PYV1109:Handle|}() { } }""")]
    [TestCase("""class A { [On("a"), System.Runtime.InteropServices.DllImport("x")] public static extern void {|PYV1109:Handle|}(); }""")]
    [TestCase("""class A { [On("a"), System.Runtime.InteropServices.UnmanagedCallersOnly] public static void {|PYV1109:Handle|}() { } }""")]
    public Task Fires(string markup) => Rules.Verifier.VerifyAsync(markup);

    [TestCase("""class A { [On("a")] internal static void Handle() { } }""")]
    [TestCase("""class A { [On("a")] internal void Handle() { } }""")]
    [TestCase("""struct A { [On("a")] internal static void Handle() { } }""")]
    [TestCase("""interface I { void Handle(); } class A : I { [On("a")] public void Handle() { } }""")]
    [TestCase("""abstract class A { public abstract void Handle(); } class B : A { [On("a")] public override void Handle() { } }""")]
    [TestCase("""partial class A { [On("a")] internal static partial void Handle(); internal static partial void Handle() { } }""")]
    [TestCase("""record A(int Id) { [On("a")] internal static void Handle() { } }""")]
    [TestCase("""class A { public void M() { Local(); [System.Diagnostics.Conditional("X")] static void Local() { } } }""")]
    public Task Stays_quiet(string markup) => Rules.Verifier.VerifyAsync(markup);

    [TestCase(
        """class A { public void M() { Local(); [On("a")] void {|PYV1109:Local|}() { } } }""",
        "A.Local: a local function cannot be called from elsewhere; move it to a static method")]
    [TestCase(
        """class A { public Action M() => [{|PYV1109:On("a")|}] () => { }; }""",
        "the lambda: a lambda cannot be called from elsewhere; write a method, or subscribe the lambda with EventLinker.Subscribe")]
    [TestCase(
        """class A { public int P { [{|PYV1109:On("a")|}] get => 1; } }""",
        "A.get_P: an accessor cannot be a handler; move the attribute to an ordinary method")]
    [TestCase(
        """abstract class A { [On("a")] public abstract void {|PYV1109:Handle|}(); }""",
        "A.Handle: an abstract method has no body to run; put the attribute on the overriding methods")]
    public Task Says(string markup, string message) => Rules.Verifier.VerifyAsync(markup, message);

    [Test]
    public Task Says_once_for_several_attributes() => Rules.Verifier.VerifyAsync(
        """abstract class A { [On("a"), On("b"), Once("c")] public abstract void {|PYV1109:Handle|}(); }""");
}
