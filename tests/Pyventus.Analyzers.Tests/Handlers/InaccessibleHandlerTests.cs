using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class InaccessibleHandlerTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new MakeInternalFix());

    [TestCase("""class A { [On("a")] static void {|PYV1101:Handle|}() { } }""")]
    [TestCase("""class A { [On("a")] private static void {|PYV1101:Handle|}() { } }""")]
    [TestCase("""class A { [On("a")] protected static void {|PYV1101:Handle|}() { } }""")]
    [TestCase("""class A { [On("a")] private protected static void {|PYV1101:Handle|}() { } }""")]
    [TestCase("""class A { private class B { [On("a")] public static void {|PYV1101:Handle|}() { } } }""")]
    [TestCase("""class A { private class B { public class C { [On("a")] public static void {|PYV1101:Handle|}() { } } } }""")]
    [TestCase("""file class A { [On("a")] public static void {|PYV1101:Handle|}() { } }""")]
    [TestCase("""class A { [On("a")] internal static void Handle({|PYV1101:B b|}) { } private sealed class B; }""", true)]
    [TestCase("""class A { [On("a")] internal static void Handle({|PYV1101:List<B[]> b|}) { } private sealed class B; }""", true)]
    [TestCase("""class A { [On<{|PYV1101:B|}>] internal static void Handle() { } private sealed class B; }""")]
    [TestCase("""class A { [On({|PYV1101:typeof(B)|})] internal static void Handle() { } private sealed class B; }""")]
    [TestCase("""class A { [On("a"), Obsolete("Gone", true)] internal static void {|PYV1101:Handle|}() { } }""")]
    public Task Fires(string markup, bool lessAccessible = false) => Rules.Verifier.VerifyAsync(
        lessAccessible ? markup.Replace(" Handle(", " {|CS0051:Handle|}(", StringComparison.Ordinal) : markup);

    [TestCase("""class A { [On("a")] internal static void Handle() { } }""")]
    [TestCase("""internal class A { [On("a")] public static void Handle() { } }""")]
    [TestCase("""class A { [On("a")] protected internal static void Handle() { } }""")]
    [TestCase("""class A { internal class B { [On("a")] internal static void Handle() { } } }""")]
    [TestCase("""class A { private static void Handle() { } public static void Call() => Handle(); }""")]
    [TestCase("""class A { [On("a"), Obsolete("Going")] internal static void Handle() { } }""")]
    public Task Stays_quiet(string markup) => Rules.Verifier.VerifyAsync(markup);

    [TestCase(
        """class A { [On("a")] private static void {|PYV1101:Handle|}() { } }""",
        "A.Handle: 'A.Handle()' is private; make it internal or public")]
    [TestCase(
        """class A { private class B { [On("a")] public static void {|PYV1101:Handle|}() { } } }""",
        "B.Handle: its containing type 'A.B' is private; make it internal or public")]
    [TestCase(
        """class A { [On<{|PYV1101:B|}>] internal static void Handle() { } protected sealed class B; }""",
        "event type 'B': 'A.B' is protected; make it internal or public")]
    [TestCase(
        """file class A { [On("a")] public static void {|PYV1101:Handle|}() { } }""",
        "A.Handle: its containing type 'A' is file-local; remove 'file'")]
    public Task Says(string markup, string message) => Rules.Verifier.VerifyAsync(markup, message);

    [TestCase(
        """class A { [On("a")] static void {|PYV1101:Handle|}() { } }""",
        """class A { [On("a")] internal static void Handle() { } }""")]
    [TestCase(
        """class A { [On("a")] private static void {|PYV1101:Handle|}() { } }""",
        """class A { [On("a")] internal static void Handle() { } }""")]
    [TestCase(
        """class A { [On("a")] protected static void {|PYV1101:Handle|}() { } }""",
        """class A { [On("a")] protected internal static void Handle() { } }""")]
    [TestCase(
        """class A { [On<{|PYV1101:B|}>] internal static void Handle() { } private sealed class B; }""",
        """class A { [On<B>] internal static void Handle() { } internal sealed class B; }""")]
    [TestCase(
        """class A { [On({|PYV1101:typeof(B)|})] internal static void Handle() { } private protected sealed class B; }""",
        """class A { [On(typeof(B))] internal static void Handle() { } internal sealed class B; }""")]
    public Task Fix_makes_internal(string before, string after) => _fix.VerifyAsync(before, after);

    [Test]
    public Task Fix_makes_the_containing_types_internal() => _fix.VerifyAsync(
        """
        internal class A
        {
            /// <summary>Handles.</summary>
            private class B
            {
                class C
                {
                    // A comment.
                    [On("a")]
                    private static void {|PYV1101:{|PYV1101:{|PYV1101:First|}|}|}() { }

                    [On("b")]
                    internal static void {|PYV1101:{|PYV1101:Second|}|}() { }
                }
            }
        }
        """,
        """
        internal class A
        {
            /// <summary>Handles.</summary>
            internal class B
            {
                internal class C
                {
                    // A comment.
                    [On("a")]
                    internal static void First() { }

                    [On("b")]
                    internal static void Second() { }
                }
            }
        }
        """);

    [Test]
    public Task Fix_makes_parts_in_several_files_internal() => _fix.VerifyAsync(
        [
            """partial class A { private partial class B { [On("a")] internal static void {|PYV1101:First|}() { } } }""",
            """partial class A { private partial class B { [On("b")] internal static void {|PYV1101:Second|}() { } } partial class B { } }""",
        ],
        [
            """partial class A { internal partial class B { [On("a")] internal static void First() { } } }""",
            """partial class A { internal partial class B { [On("b")] internal static void Second() { } } partial class B { } }""",
        ]);

    [Test]
    public Task Fix_says_what_it_makes_internal() => _fix.VerifyTitlesAsync(
        """class A { [On("a")] static void {|PYV1101:Handle|}() { } private class B { [On("a")] static void {|PYV1101:{|PYV1101:Handle|}|}() { } } }""",
        "Make 'Handle' internal",
        "Make the handler and its types internal",
        "Make the handler and its types internal");

    [TestCase("""file class A { [On("a")] public static void {|PYV1101:Handle|}() { } }""")]
    [TestCase("""class A { [On("a"), Obsolete("Gone", true)] internal static void {|PYV1101:Handle|}() { } }""")]
    public Task Fix_is_not_offered_where_internal_is_not_the_answer(string markup) => _fix.VerifyTitlesAsync(markup);
}
