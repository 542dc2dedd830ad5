using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>What C# allows in a handler's declaration; each source must generate code that compiles without a warning.</summary>
internal sealed class LanguageTests
{
    private static readonly string[] _odd = ["namespace @namespace.@class;", "internal static class @static { [On(\"@\")] internal static void @event(int @int, string @params) { } }"];

    private static IEnumerable<TestCaseData> Sources()
    {
        yield return Case("Keywords_as_names", string.Join('\n', _odd), "(int @int, string @params)");
        yield return Case("Contextual_keywords_as_names", "class C { [On(\"a\")] internal static void record(int value, int await, int field, int var) { } }", "(int value, int await, int field, int var)");
        yield return Case("Nested_types", "public class A { public static class B { internal struct C { [On(\"a\")] internal static void H() { } } } }", "()");
        yield return Case("No_nullable_context", "#nullable disable\nclass C { [On(\"a\")] internal static string H(string a, List<string> b, string c = null) => a; }", "(string a, List<string> b, string c = null)");
        yield return Case("Nullable_annotations", "class C { [On(\"a\")] internal static Task<string?>? H(string? a, List<string?> b, Dictionary<string, string?>? c) => null; }", "(string? a, List<string?> b, Dictionary<string, string?>? c)");
        yield return Case("Annotations_that_differ", """
            class C
            {
                [On("a")] internal static void H1(List<string?> a, string? b, (string?, int) c, object? d) { }
                [On("a")] internal static void H2(List<string> a, string b, (string, int) c, object d) { }
            }
            """, "(List<string?> a, string? b, (string?, int) c, object? d)");
        yield return Case("Tuples", "class C { [On(\"a\")] internal static (int Sum, string? Text) H((int A, string B) a, (int, (string X, int Y)?)[] b) => default; }", "((int A, string B) a, (int, (string X, int Y)?)[] b)");
        yield return Case("Tuple_names_that_differ", "class C { [On(\"a\")] internal static void H1((int A, int B) a) { } [On(\"a\")] internal static void H2((int X, int Y) a) { } }", "((int A, int B) a)");
        yield return Case("Arrays", "class C { [On(\"a\")] internal static int[,] H(int[] a, int[][] b, string?[,][] c, params int[] d) => null!; }", "(int[] a, int[][] b, string?[,][] c, int[] d)");
        yield return Case("Dynamic", "class C { [On(\"a\")] internal static dynamic? H(dynamic a, List<dynamic> b, dynamic? c = null) => a; }", "(dynamic a, List<dynamic> b, dynamic? c = null)");
        yield return Case("Dynamic_and_overloads", "class C { [On(\"a\")] internal static void H(dynamic a) { } internal static void H(string a) { } }", "(dynamic a)");
        yield return Case("Native_integers", "class C { [On(\"a\")] internal static nuint H(nint a, IntPtr b, nint? c = null) => 1; }", "(nint a, nint b, nint? c = null)");
        yield return Case("Enums_and_delegates", "enum E { A } class C { [On(\"a\")] internal static E H(E a, Action<string?> b, Func<int>? c, E? d = E.A) => a; }", "(E a, Action<string?> b, Func<int>? c, E? d = E.A)");
        yield return Case("Generic_payloads", "class G<T> { internal class N<U>; } class C { [On(\"a\")] internal static void H(G<int>.N<string?> a, KeyValuePair<string, string?> b) { } }", "(G<int>.N<string?> a, KeyValuePair<string, string?> b)");
        yield return Case("Special_parameters_anywhere", "class C { [On(\"a\")] internal static void H(CancellationToken a, int b, EventContext? c, string d) { } }", "(int b, string d)");
        yield return Case("Optional_special_parameters", "class C { [On(\"a\")] internal static void H(int a = 1, EventContext? b = null, CancellationToken c = default) { } }", "(int a = 1)");
        yield return Case("Overloads", """
            class C
            {
                [On("a")] internal static void H(int a, string b) { }
                [On("a")] internal static void H(long a) { }
                [On("a")] internal static void H(object a) { }
                internal static void H(int a) => throw new NotSupportedException();
                internal static void H(int a, object b) => throw new NotSupportedException();
            }
            """, "(int a, string b)");
        yield return Case("Extension_methods", "static class C { [On(\"a\")] internal static void H(this string a) { } }", "(string a)");
        yield return Case("Task_subclasses", "class T : Task { public T() : base(() => { }) { } } class C { [On(\"a\")] internal static T H() => new(); }", "()");
        yield return Case("Results_of_every_kind", """
            class C
            {
                [On("a")] internal static int H1() => 1;
                [On("a")] internal static string? H2() => null;
                [On("a")] internal static async Task<string?> H3() { await Task.CompletedTask; return null; }
                [On("a")] internal static async ValueTask<(int, string?)> H4() { await Task.CompletedTask; return default; }
                [On("a")] internal static async ValueTask H5() => await Task.CompletedTask;
                [On("a")] internal static IEnumerable<int> H6() => [];
                [On("a")] internal static Task<dynamic?>? H7() => null;
                [On("a")] internal static ValueTask<object> H8() => default;
            }
            """, "()");
        yield return Case("Obsolete", """
            [Obsolete("type")] class Old;
            [Obsolete("class")] class C
            {
                [Obsolete("method"), On("a")] internal static void H(Old a, Old? b = null) { }
            }
            """, "(Old a, Old? b = null)");
        yield return Case("Cls_compliance", "[assembly: CLSCompliant(true)] public static class C { [On(\"a\"), CLSCompliant(false)] public static void H(uint a, sbyte b = 1) { } }", "(uint a, sbyte b = 1)");
        yield return Case("Conditional", "class C { [System.Diagnostics.Conditional(\"NEVER\"), On(\"a\")] internal static void H() { } }", "()");
        yield return Case("Records_and_structs", "record R { [On(\"a\")] internal void H1() { } } record struct S { [On(\"a\")] internal static void H2() { } } ref struct T { [On(\"a\")] internal static void H3() { } }", "()");
        yield return Case("Required_members", "class C { public required int X { get; init; } [On(\"a\")] internal void H() { } }", "()");
        yield return Case("Private_constructor", "class C { private C() { } [On(\"a\")] internal void H() { } }", "()");
        yield return Case("Names_that_hide_the_framework", "namespace App.System { class Exception; class String; } namespace App { class Task; class C { [On(\"a\")] internal static void H(Task a, System.Exception b) { } } }", "(Task a, Exception b)");
        yield return Case("Static_virtual_and_override", "class B { [On(\"a\")] internal virtual void H() { } } class D : B { internal override void H() { } }", "()");
        yield return Case("Attribute_on_the_second_part", "partial class C { internal static partial void H(int a); } partial class C { [On(\"a\")] internal static partial void H(int b) { } }", "(int a)");
        yield return Case("Date_constants", """
            using System.Runtime.CompilerServices; using System.Runtime.InteropServices;
            class C { [On("a")] internal static void H([Optional, DateTimeConstant(5)] DateTime a, [Optional] int b) { } }
            """, "(DateTime a, int b)");
    }

    [TestCaseSource(nameof(Sources))]
    public void Compiles_without_a_warning(string source, string signature)
    {
        var run = Generate.From(source);

        Assert.That(run.Event().Signature, Is.EqualTo(signature));
    }

    [TestCaseSource(nameof(Names))]
    public void Any_name_is_possible(string name)
    {
        var run = Generate.From($"class C {{ [On({SymbolDisplay.FormatLiteral(name, quote: true)})] internal static void H() {{ }} }}");

        Assert.That(run.Event().Name, Is.EqualTo(name));
        Assert.That(run.Sources.Keys, Has.All.Length.LessThan(100));
        Assert.That(string.Concat(run.Sources.Values).Where(char.IsSurrogate), Is.Empty);
    }

    [Test]
    public void Lone_surrogates_are_two_names()
    {
        var run = Generate.From("""class C { [On("\ud800", "\ud801", "\udc00")] internal static void H() { } }""");

        Assert.That(run.Events(), Has.Length.EqualTo(3));
        Assert.That(run.Sources["LinkerTable.g.cs"], Does.Contain("""Names => "\ud800\ud801\udc00";"""));
    }

    [Test]
    public void Names_that_differ_in_case_or_odd_characters_only()
    {
        var run = Generate.From("""class C { [On("a.b", "A.B", "a b", "a_b", "a+b", "con")] internal static void H() { } }""");

        Assert.That(run.Events(), Has.Length.EqualTo(6));
        Assert.That(run.Sources.Keys.Select(static hint => hint.ToUpperInvariant()), Is.Unique);
    }

    [TestCase("My.App-2 (beta)")]
    [TestCase("My_App")]
    [TestCase("1")]
    [TestCase("Ünïcode")]
    [TestCase("class")]
    public void Assembly_names(string name)
    {
        var run = Generate.From(TestCompilation.Create(["class C { [On(\"a\")] internal static void H() { } }"], assemblyName: name));

        Assert.That(run.Event().Handlers, Is.EqualTo(new[] { $"{name}!C.H()#0" }));
    }

    [Test]
    public void Top_level_program()
    {
        var compilation = TestCompilation.Create("""
            Console.WriteLine();
            internal partial class Program { [On("a")] internal static void H() { } }
            """);

        var run = Generate.From(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));

        Assert.That(run.Event().ShortHandlers, Is.EqualTo(new[] { "Program.H#0" }));
    }

    [Test]
    public void Attributes_on_both_parts_of_a_partial_method()
    {
        var run = Generate.From(
            "internal partial class C { [On(\"a\")] internal static partial void H(int a = 3); }",
            "internal partial class C { [On(\"b\"), Once(\"c\")] internal static partial void H(int a) { } }");

        Assert.That(run.Events().SelectMany(static item => item.ShortHandlers), Is.EquivalentTo(new[] { "C.H#0", "C.H#1", "C.H#2" }));
        Assert.That(run.Events().Select(static item => item.Signature), Has.All.EqualTo("(int a = 3)"));
    }

    [Test]
    public void Several_attributes_and_events_on_one_method()
    {
        var run = Generate.From("""
            record E;
            class C
            {
                [On("a", "b", "a"), On("b"), On(typeof(E), "c"), On<E>, Once("d", Linker = typeof(EventLinker), Order = 3), On(new object[] { "e", typeof(E) })]
                internal static void H() { }
            }
            """);

        Assert.That(
            run.Events().Select(static item => $"{item.Name}: {string.Join(' ', item.ShortHandlers)}"),
            Is.EquivalentTo(new[] { "a: C.H#0", "b: C.H#0 C.H#1", "c: C.H#2", "d: C.H#4", "e: C.H#5", "E: C.H#2 C.H#3 C.H#5" }));
    }

    [Test]
    public void Handlers_run_in_declared_order()
    {
        var run = Generate.From(
            """
            namespace B
            {
                class C
                {
                    [On("a")] internal static void Second() { }
                    [On("a")] internal static void First() { }
                    [On("a", Order = int.MinValue), On("a", Order = int.MaxValue)] internal static void Extreme() { }
                }
            }
            """,
            "namespace A { class C { [On(\"a\")] internal static void H() { } } } namespace a { class C { [On(\"a\")] internal static void H() { } } }");

        Assert.That(run.Event().ShortHandlers, Is.EqualTo(new[] { "B.C.Extreme#0", "A.C.H#0", "B.C.Second#0", "B.C.First#0", "a.C.H#0", "B.C.Extreme#1" }));
    }

    private static IEnumerable<string> Names() =>
    [
        "order.placed", "\"quoted\"", "line\r\nline\u2028line", "\\ \0 \t { } $", "ünïcode ☃ 😀", "//", "#if", "name with spaces", "1", "_", "aux",
        new string('x', 10_000), "../../etc/passwd", "a/b\\c:d?e", "\ufeff.",
    ];

    private static TestCaseData Case(string name, string source, string signature) => new TestCaseData(source, signature).SetName(name);
}
