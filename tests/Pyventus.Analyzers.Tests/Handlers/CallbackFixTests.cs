using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class CallbackFixTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new CallbackFix());

    [TestCase("OnSuccess", "static int", "static void Done(int result)")]
    [TestCase("OnSuccess", "static Task<string?>", "static void Done(string? result)")]
    [TestCase("OnSuccess", "static ValueTask<List<int>>", "static void Done(List<int> result)")]
    [TestCase("OnSuccess", "static System.Text.StringBuilder", "static void Done(System.Text.StringBuilder result)")]
    [TestCase("OnSuccess", "static Task<dynamic>", "static void Done(object result)")]
    [TestCase("OnSuccess", "static Task", "static void Done()")]
    [TestCase("OnSuccess", "static EventContext", "static void Done()")]
    [TestCase("OnSuccess", "int", "void Done(int result)")]
    [TestCase("OnFailure", "static int", "static void Done(Exception exception)")]
    [TestCase("OnFailure", "Task", "void Done(Exception exception)")]
    public Task Fix_creates_what_is_missing(string argument, string handler, string created) => _fix.VerifyAsync(
        $$"""
        internal sealed class Handlers
        {
            [On("a", {{argument}} = {|PYV1107:"Done"|})]
            internal {{handler}} Handle() => default!;

            internal void Other() { }
        }
        """,
        $$"""
        internal sealed class Handlers
        {
            [On("a", {{argument}} = "Done")]
            internal {{handler}} Handle() => default!;

            internal {{created}}
            {
            }

            internal void Other() { }
        }
        """);

    [Test]
    public Task Fix_creates_what_nameof_names() => _fix.VerifyAsync(
        """
        internal static class Handlers
        {
            [On("a", OnSuccess = {|PYV1107:nameof({|CS0103:Done|})|})]
            internal static int Handle() => 1;
        }
        """,
        """
        internal static class Handlers
        {
            [On("a", OnSuccess = nameof(Done))]
            internal static int Handle() => 1;

            internal static void Done(int result)
            {
            }
        }
        """);

    [Test]
    public Task Fix_creates_all_once() => _fix.VerifyAsync(
        [
            """
            partial class A
            {
                [On("a", OnSuccess = {|PYV1107:"Same"|})] internal static int First() => 1;
                [On("b", OnSuccess = {|PYV1107:"Same"|})] internal int Second() => 1;
            }

            class C
            {
                [On("a", OnSuccess = {|PYV1107:"Same"|})] internal string First() => "";
                [On("b", OnSuccess = {|PYV1107:"Same"|}, OnFailure = {|PYV1107:"class"|})] internal int Second() => 1;
            }
            """,
            """partial class A { [Once("c", OnSuccess = {|PYV1107:"Same"|})] internal static ValueTask<int> Third() => default; }""",
        ],
        [
            """
            partial class A
            {
                [On("a", OnSuccess = "Same")] internal static int First() => 1;

                internal static void Same(int result)
                {
                }

                [On("b", OnSuccess = "Same")] internal int Second() => 1;
            }

            class C
            {
                [On("a", OnSuccess = "Same")] internal string First() => "";

                internal void Same()
                {
                }

                [On("b", OnSuccess = "Same", OnFailure = "class")] internal int Second() => 1;

                internal void @class(Exception exception)
                {
                }
            }
            """,
            """partial class A { [Once("c", OnSuccess = "Same")] internal static ValueTask<int> Third() => default; }""",
        ]);

    [TestCase("int", "string text", "int text")]
    [TestCase("Task<string?>", "EventContext context, Uri text, CancellationToken token", "EventContext context, string? text, CancellationToken token")]
    [TestCase("System.Text.StringBuilder", "/* what */ string text /* it is */", "/* what */ System.Text.StringBuilder text /* it is */")]
    [TestCase("object", "System.IO.Stream text", "object text")]
    public Task Fix_changes_the_type(string result, string before, string after) => _fix.VerifyAsync(
        Rules.InHandlers($$"""[On("a", OnSuccess = {|PYV1107:nameof(Done)|})] internal static {{result}} Handle() => default!; internal static void Done({{before}}) { }"""),
        Rules.InHandlers($$"""[On("a", OnSuccess = nameof(Done))] internal static {{result}} Handle() => default!; internal static void Done({{after}}) { }"""));

    [Test]
    public Task Fix_changes_the_type_in_all_parts_and_for_all_handlers() => _fix.VerifyAsync(
        [
            """partial class A { [On("a", OnFailure = {|PYV1107:nameof(Oops)|})] internal void First() { } internal partial void Oops(ArgumentException e) { } }""",
            """partial class A { [On("a", OnFailure = {|PYV1107:nameof(Oops)|})] internal void Second() { } internal partial void Oops(ArgumentException e); }""",
        ],
        [
            """partial class A { [On("a", OnFailure = nameof(Oops))] internal void First() { } internal partial void Oops(Exception e) { } }""",
            """partial class A { [On("a", OnFailure = nameof(Oops))] internal void Second() { } internal partial void Oops(Exception e); }""",
        ]);

    [Test]
    public Task Fix_returns_task() => _fix.VerifyAsync(
        Rules.InHandlers("""[On("a", OnSuccess = {|PYV1107:nameof(Done)|})] internal static int Handle() => 1; internal static async void Done(int id) => await Task.Yield();"""),
        Rules.InHandlers("""[On("a", OnSuccess = nameof(Done))] internal static int Handle() => 1; internal static async Task Done(int id) => await Task.Yield();"""));

    [TestCase("\"Done\"", "", "Create the method 'Done'")]
    [TestCase("nameof(Done)", "internal static void Done(string text) { }", "Change the type of 'text' to 'int'")]
    [TestCase("nameof(Done)", "internal static async void Done() => await Task.Yield();", "Return Task from 'Done'")]
    public Task Fix_says_what_it_does(string name, string members, string title) => _fix.VerifyTitlesAsync(
        Rules.InHandlers($$"""[On("a", OnSuccess = {|PYV1107:{{name}}|})] internal static int Handle() => 1; {{members}}"""), title);

    [TestCase("\"\"", "")]
    [TestCase("\"not a name\"", "")]
    [TestCase("\"Handlers\"", "")]
    [TestCase("\"Equals2\"", "internal const int Equals2 = 1;")]
    [TestCase("\"GetHashCode\"", "")]
    [TestCase("nameof(Done)", "internal static void Done(string text = \"\") { }")]
    [TestCase("nameof(Done)", "internal static void Done(params string[] texts) { }")]
    [TestCase("nameof(Done)", "internal static void Done(ref int result) { }")]
    [TestCase("nameof(Done)", "internal static void Done(string text, int more) { }")]
    [TestCase("nameof(Done)", "internal static void Done(int a) { } internal static void Done(long a) { }")]
    [TestCase("nameof(Done)", "private static void Done(string text) { }")]
    [TestCase("nameof(Done)", "internal static void Done<T>(T result) { }")]
    [TestCase("nameof(Done)", "internal static async void Done(string text) => await Task.Yield();")]
    [TestCase("nameof(Done)", "internal static void Done(string text) { } [On(\"b\", OnSuccess = nameof(Done))] internal static string Other() => \"\";")]
    public Task No_fix_is_offered(string name, string members) => _fix.VerifyTitlesAsync(
        Rules.InHandlers($$"""[On("a", OnSuccess = {|PYV1107:{{name}}|})] internal static int Handle() => 1; {{members}}"""));

    [Test]
    public async Task No_fix_is_offered_for_the_signature_of_another_type()
    {
        await _fix.VerifyTitlesAsync("""
            interface I { void Done(string text); }
            class A : I { [On("a", OnSuccess = {|PYV1107:nameof(Done)|})] internal int Handle() => 1; public void Done(string text) { } }
            """);
        await _fix.VerifyTitlesAsync("""
            class B { internal virtual void Done(string text) { } }
            class C : B { [On("a", OnSuccess = {|PYV1107:nameof(Done)|})] internal int Handle() => 1; internal override void Done(string text) { } }
            """);
    }

    [Test]
    public Task A_handler_without_result_gives_nothing_to_change_to() => _fix.VerifyTitlesAsync(
        Rules.InHandlers("""[On("a", OnSuccess = {|PYV1107:nameof(Done)|})] internal static void Handle() { } internal static void Done(string text) { }"""));
}
