namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class InvalidLinkerTests
{
    [TestCase("""internal sealed class X;""")]
    [TestCase("""internal abstract class X : EventLinker;""")]
    [TestCase("""internal sealed class X(string name) : EventLinker { public string Name { get; } = name; }""")]
    [TestCase("""internal sealed class X : EventLinker { internal X() { } }""")]
    [TestCase("""private sealed class X : EventLinker;""")]
    [TestCase("""internal interface X;""")]
    public Task Fires(string linker) => Rules.Verifier.VerifyAsync(
        Rules.InHandlers($$"""[On("a", Linker = {|PYV1007:typeof(X)|})] internal static void Handle() { } {{linker}}"""));

    [TestCase("typeof(Generic<int>)")]
    [TestCase("typeof(Generic<>)")]
    [TestCase("typeof(string)")]
    [TestCase("typeof(EventLinker[])")]
    public Task Fires_for_a_type(string type) => Rules.Verifier.VerifyAsync(
        Rules.InHandlers($$"""[Once("a", Linker = {|PYV1007:{{type}}|})] internal static void Handle() { } public class Generic<T> : EventLinker;"""));

    [TestCase("""[On("a", Linker = typeof(EventLinker))] internal static void Handle() { }""")]
    [TestCase("""[On("a", Linker = null)] internal static void Handle() { }""")]
    [TestCase("""[On("a", Linker = typeof(X))] internal static void Handle() { } internal sealed class X : EventLinker;""")]
    [TestCase("""[On("a", Linker = typeof(X))] internal static void Handle() { } internal sealed class X() : EventLinker(maxSubscribers: 10);""")]
    [TestCase("""[On("a", Linker = typeof(X))] internal static void Handle() { } internal sealed class X : Base; internal abstract class Base : EventLinker;""")]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Rules.InHandlers(members));

    [TestCase("internal sealed class X;", "linker 'X': it does not derive from EventLinker; name a class that does")]
    [TestCase("internal abstract class X : EventLinker;", "linker 'X': it is abstract; name a concrete linker")]
    [TestCase("private sealed class X : EventLinker;", "linker 'X': 'Handlers.X' is private; make it internal or public")]
    [TestCase("internal sealed class X : EventLinker { internal X() { } }", "linker 'X': it has no public parameterless constructor that can be called without more; add one")]
    public Task Says(string linker, string message) => Rules.Verifier.VerifyAsync(
        Rules.InHandlers($$"""[On("a", Linker = {|PYV1007:typeof(X)|})] internal static void Handle() { } {{linker}}"""), message);
}
