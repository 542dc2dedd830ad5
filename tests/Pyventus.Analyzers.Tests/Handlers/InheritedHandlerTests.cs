using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class InheritedHandlerTests
{
    private const string Base = """
        internal class Base
        {
            [On("a", typeof(Uri))] internal virtual void Handle() { }
            internal virtual void Free() { }
        }

        """;

    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new RemoveRepeatedEventFix());

    [TestCase("""[On({|PYV1110:"a"|})] internal override void Handle() { }""")]
    [TestCase("""[On("b", {|PYV1110:"a"|})] internal override void Handle() { }""")]
    [TestCase("""[On<{|PYV1110:Uri|}>] internal override void Handle() { }""")]
    [TestCase("""[On({|PYV1110:"a"|}, Order = 1)] internal sealed override void Handle() { }""")]
    public Task Fires(string member) => Rules.Verifier.VerifyAsync(Derive(member));

    [TestCase("""internal override void Handle() { }""")]
    [TestCase("""[On("b")] internal override void Handle() { }""")]
    [TestCase("""[Once("a")] internal override void Handle() { }""")]
    [TestCase("""[On("a")] internal override void Free() { }""")]
    [TestCase("""[On("a")] internal new void Handle() { }""")]
    public Task Stays_quiet(string member) => Rules.Verifier.VerifyAsync(Derive(member));

    [Test]
    public Task Looks_at_every_base() => Rules.Verifier.VerifyAsync(
        Base + """
            internal class Middle : Base { internal override void Handle() { } }
            internal sealed class Derived : Middle { [On({|PYV1110:"a"|})] internal override void Handle() { } }
            """,
        "Event \"a\" is handled by 'Base.Handle' already, so that an emission would run both methods; remove it here or there");

    [TestCase("""[On({|PYV1110:"a"|}, "b")]""", """[On("b")]""")]
    [TestCase("""[On({|PYV1110:"a"|}, {|PYV1110:typeof(Uri)|}), On("c")]""", """[On("c")]""")]
    [TestCase("""[On({|PYV1110:"a"|}, "b")] [On<{|PYV1110:Uri|}>, On("c")]""", """[On("b")] [On("c")]""")]
    public Task Fix_removes_it(string before, string after) => _fix.VerifyAsync(
        Derive(before + " internal override void Handle() { }"), Derive(after + " internal override void Handle() { }"));

    private static string Derive(string member) => Base + $"internal sealed class Derived : Base {{ {member} }}";
}
