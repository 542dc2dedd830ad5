using Pyventus.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Handlers;

internal sealed class ChangePayloadFixTests
{
    private static readonly CodeFixVerifier _fix = new(Rules.Verifier, new ChangePayloadFix());

    [TestCase("{|PYV1106:string id|}", "int id")]
    [TestCase("int id, {|PYV1106:Uri who|}", "int id, string? who")]
    [TestCase("long id, {|PYV1106:Uri who|}", "long id, string? who")]
    [TestCase("EventContext context, {|PYV1106:Uri id|}, CancellationToken token, Uri who", "EventContext context, int id, CancellationToken token, string? who")]
    [TestCase("int id, string? customer, {|PYV1106:TimeSpan at|}", "int id, string? customer, DateTime at")]
    [TestCase("int id, string? customer, {|PYV1106:System.Text.StringBuilder at|}", "int id, string? customer, DateTime at")]
    public Task Fix_takes_the_types_of_the_contract(string before, string after) => _fix.VerifyAsync(InHandlers(before), InHandlers(after));

    [Test]
    public Task Fix_removes_another_default_value() => _fix.VerifyAsync(
        Rules.InHandlers("""[On("a")] internal static void First(int id = 1, int n = 2) { } [On("a")] internal static void Second(int id = 1, {|PYV1106:int n = 3|}) { }"""),
        Rules.InHandlers("""[On("a")] internal static void First(int id = 1, int n = 2) { } [On("a")] internal static void Second(int id, int n) { }"""));

    [TestCase("{|PYV1106:string text|}", "Uri text")]
    [TestCase("Uri uri, {|PYV1106:int id|}, EventContext context", "Uri uri, EventContext context")]
    [TestCase("EventContext context, {|PYV1106:int id|}", "EventContext context, Uri id")]
    public Task Fix_takes_the_event_object(string before, string after) => _fix.VerifyAsync(
        Rules.InHandlers($$"""[On<Uri>] internal static void Handle({{before}}) { }"""),
        Rules.InHandlers($$"""[On<Uri>] internal static void Handle({{after}}) { }"""));

    [Test]
    public Task Fix_changes_all_in_several_files() => _fix.VerifyAsync(
        [
            """class A { [On("a")] internal static void Handle(int id, string name) { } [On("a")] internal static void Other({|PYV1106:Uri id|}, Uri name) { } }""",
            """class B { [On("a")] internal static void Handle({|PYV1106:string id|}) { } [On<Exception>] internal static void Failed({|PYV1106:int e|}) { } }""",
        ],
        [
            """class A { [On("a")] internal static void Handle(int id, string name) { } [On("a")] internal static void Other(int id, string name) { } }""",
            """class B { [On("a")] internal static void Handle(int id) { } [On<Exception>] internal static void Failed(Exception e) { } }""",
        ]);

    [Test]
    public Task Fix_changes_both_parts_of_a_partial_method() => _fix.VerifyAsync(
        [
            """partial class A { [On<Uri>] internal static partial void Handle({|PYV1106:int id|}); }""",
            """partial class A { internal static partial void Handle(int id) { } }""",
        ],
        [
            """partial class A { [On<Uri>] internal static partial void Handle(Uri id); }""",
            """partial class A { internal static partial void Handle(Uri id) { } }""",
        ]);

    [Test]
    public async Task Fix_says_what_it_does()
    {
        await _fix.VerifyTitlesAsync(InHandlers("{|PYV1106:string id|}"), "Change the parameters to those of the event");
        await _fix.VerifyTitlesAsync(Rules.InHandlers(
            """[On<Uri>, On("b")] internal static void First({|PYV1106:string text|}) { } [On<Uri>, On<Version>] internal static void Second({|PYV1106:Uri e|}) { }"""));
    }

    private static string InHandlers(string parameters) => Rules.InHandlers($$"""
        [On("a")] internal static void First(int id, string? customer, DateTime at) { }
            [On("a")] internal static void Second({{parameters}}) { }
        """);
}
