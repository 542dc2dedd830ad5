using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class UnsupportedParameterTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new RemoveModifierFix());

    [TestCase("{|PYV1103:ref int id|}")]
    [TestCase("{|PYV1103:in int id|}")]
    [TestCase("{|PYV1103:ref readonly int id|}")]
    [TestCase("{|PYV1103:Span<int> ids|}")]
    [TestCase("{|PYV1103:ReadOnlySpan<char> text|}")]
    [TestCase("{|PYV1103:System.Numerics.INumber<int> number|}")]
    [TestCase("{|PYV1103:IParsable<int> number|}")]
    [TestCase("{|PYV1103:in CancellationToken token|}")]
    [TestCase("int a, {|PYV1103:ref int b|}, {|PYV1103:in int c|}")]
    [TestCase("int a, int b, int c, int d, int e, int f, int g, int h, {|PYV1103:int i|}, int j")]
    public Task Fires(string parameters) => Rules.Verifier.VerifyAsync(InHandler(parameters));

    [Test]
    public Task Fires_for_out() => Rules.Verifier.VerifyAsync(
        Rules.InHandlers("""[On("a")] internal static void Handle({|PYV1103:out int id|}) { id = 0; }"""));

    [TestCase("")]
    [TestCase("int id, string? name, Uri[] uris, Memory<int> ids")]
    [TestCase("params string[] names")]
    [TestCase("int a, int b, int c, int d, int e, int f, int g, int h, CancellationToken token, EventContext context")]
    [TestCase("dynamic value")]
    [TestCase("System.Numerics.INumber<int>[] numbers, IComparable<int> number")]
    public Task Stays_quiet(string parameters) => Rules.Verifier.VerifyAsync(InHandler(parameters));

    [TestCase("{|PYV1103:ref int id|}", "parameter 'id': 'ref' is not supported, each handler gets the payload by value; remove the modifier")]
    [TestCase("{|PYV1103:Span<int> ids|}", "parameter 'ids': the ref struct 'Span<int>' cannot be part of a payload; take an array, a Memory<T> or another type that can be stored")]
    [TestCase("{|PYV1103:IParsable<int> id|}", "parameter 'id': 'IParsable<int>' has static abstract members, so that it cannot be a type argument; take a type that implements it")]
    [TestCase(
        "int a, int b, int c, int d, int e, int f, int g, int h, {|PYV1103:int i|}",
        "parameter 'i': an event has at most 8 payload parameters; put the payload into a type of its own")]
    public Task Says(string parameters, string message) => Rules.Verifier.VerifyAsync(InHandler(parameters), message);

    [TestCase("{|PYV1103:ref int id|}", "int id")]
    [TestCase("{|PYV1103:in int id|}", "int id")]
    [TestCase("{|PYV1103:ref readonly int id|}", "int id")]
    [TestCase("int a,\n    {|PYV1103:ref int b|}, {|PYV1103:in int c|}", "int a,\n    int b, int c")]
    [TestCase("/* the id */ {|PYV1103:in int id|}", "/* the id */ int id")]
    public Task Fix_removes_the_modifier(string before, string after) => _fix.VerifyAsync(InHandler(before), InHandler(after));

    [Test]
    public Task Fix_changes_both_parts_of_a_partial_method() => _fix.VerifyAsync(
        [
            """partial class A { [On("a")] internal static partial void Handle({|PYV1103:ref int id|}); }""",
            """partial class A { internal static partial void Handle(ref int id) => id = 1; }""",
        ],
        [
            """partial class A { [On("a")] internal static partial void Handle(int id); }""",
            """partial class A { internal static partial void Handle(int id) => id = 1; }""",
        ]);

    [TestCase("{|PYV1103:ref int id|}", "Remove 'ref'")]
    [TestCase("{|PYV1103:ref readonly int id|}", "Remove 'ref readonly'")]
    [TestCase("{|PYV1103:Span<int> ids|}")]
    public Task Fix_says_what_it_removes(string parameters, params string[] titles) => _fix.VerifyTitlesAsync(InHandler(parameters), titles);

    [Test]
    public Task Fix_is_not_offered_where_others_prescribe_the_parameter() => _fix.VerifyTitlesAsync("""
        interface I { void Handle(in int id); }
        class A : I { [On("a")] public void Handle({|PYV1103:in int id|}) { } }
        class B : A;
        abstract class C { public abstract void Handle(in int id); }
        class D : C { [On("a")] public override void Handle({|PYV1103:in int id|}) { } }
        """);

    private static string InHandler(string parameters) =>
        Rules.InHandlers($$"""[On("a")] internal static void Handle({{parameters}}) { }""");
}
