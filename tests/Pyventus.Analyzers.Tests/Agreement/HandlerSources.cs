using System.Globalization;

namespace Pyventus.Analyzers.Tests.Agreement;

/// <summary>Handlers, most of them invalid, that the generator and the analyzers have to judge alike.</summary>
internal static class HandlerSources
{
    private static readonly string[] _attributes =
    [
        """On("#")""", """Once("#")""", """On""", """On("")""", """On("# *")""", """On("#", "#.b")""", """On("#", " ")""", """On("#"), Once("#")""",
        """On("#"), On("")""", """On("#", typeof(object))""", """On("#", Linker = typeof(string))""", """On("#", Linker = typeof(Other))""", """On<Uri>""",
        """On<Span>""", """On("#", typeof(Uri))""",
    ];

    private static readonly string[] _modifiers = ["internal static", "public", "private static", "protected internal"];

    private static readonly string[] _signatures =
    [
        "void # () { }", "int # () => 1;", "Task # () => throw null!;", "ValueTask<int> # () => default;", "async void # () => await Task.Yield();",
        "ref int # () => throw null!;", "Span<int> # () => default;", "IEnumerable<int> # () { yield return 1; }", "IAsyncEnumerable<int> # () => throw null!;",
        "void # <T>() { }", "void # (int id) { }", "void # (Uri uri) { }", "void # (ref int id) { }", "void # (in Uri uri) { }", "void # (Span<int> ids) { }",
        "void # (EventContext a, EventContext b) { }", "void # (CancellationToken? token) { }", "void # (Uri uri, int id) { }",
        "void # (int a, int b, int c, int d, int e, int f, int g, int h, int i) { }", "void # (Uri uri, CancellationToken token, EventContext context) { }",
    ];

    /// <summary>Each attribute on each signature with each modifier; the event names differ, so that only each one's own faults count.</summary>
    public static string Combinations()
    {
        var methods = new List<string>();
        foreach (string attribute in _attributes)
        {
            foreach (string modifiers in _modifiers)
            {
                foreach (string signature in _signatures)
                {
                    string name = string.Create(CultureInfo.InvariantCulture, $"M{methods.Count}");
                    methods.Add($"[{attribute}] {modifiers} {signature}".Replace("#", name, StringComparison.Ordinal));
                }
            }
        }

        return $$"""
            internal class Handlers
            {
                {{string.Join("\n    ", methods)}}
            }

            internal sealed class Other : EventLinker;
            internal sealed class Span;
            """;
    }

    /// <summary>What the combinations cannot show: other places, containing types, and handlers that disagree.</summary>
    public static IEnumerable<string> Others() =>
    [
        """class A { [On("a")] void First() { } private class B { [On("a")] public void Second() { } } }""",
        """class A { private class B { [On("a")] internal static void First() { } internal class C { [On("b")] internal static void Second() { } } } }""",
        """file class A { [On("a")] internal static void First() { } }""",
        """class A<T> { [On("a")] internal static void First() { } internal class B { [On("b")] internal static void Second(T value) { } } }""",
        """class A { [On("a")] private static void First(B b) { } [On<B>] internal static void Second() { } private sealed class B; }""",
        """class A { [On("a", Linker = typeof(B))] internal static void First() { } private sealed class B : EventLinker; }""",
        """abstract class A { [On("a")] internal abstract void First(); [On("b")] internal virtual void Second() { } }""",
        """interface I { [On("a")] void First(); [On("b")] static void Second() { } }""",
        """struct A { [On("a")] internal void First() { } [On("b")] internal static void Second() { } }""",
        """class A { [On("a"), System.Runtime.InteropServices.DllImport("x")] internal static extern void First(); }""",
        """class A { [On("a"), Obsolete("", true)] internal static void First() { } [On("b"), Obsolete] internal static void Second() { } }""",
        """partial class A { [On("a")] internal static partial void First(); internal static partial void First() { } }""",
        """partial class A { [On("a")] internal static partial void First(); internal static async partial void First() => await Task.Yield(); }""",
        """class A { [On("a")] internal static void First(int id) { } [On("a")] internal static void Second(string id) { } [On("a")] internal static void Third(long id) { } }""",
        """class A { [On("a")] internal static void First(int id) { } [On("a")] internal static void Second(string id, int n) { } }""",
        """class A { [On("a")] internal static void First(string id = "x") { } [On("a")] internal static void Second(string id = "y") { } [On("a")] internal static void Third(string id) { } }""",
        """class A { [On("a")] internal static void First(int id = 1) { } [On("a")] internal static void Second(int id, int n) { } [On("a")] internal static void Third(int id = 2) { } }""",
        """class A { [On("a")] internal static void First(int id = 1) { } [On("a")] internal static void Second(long id) { } [On("a")] internal static void Third(short id) { } }""",
        """class A { [On("a")] internal static void First(IEnumerable<string> ids) { } [On("a")] internal static void Second(IEnumerable<object> ids) { } }""",
        """class A { [On("a")] internal static void First(List<string> ids) { } [On("a")] internal static void Second(IEnumerable<object> ids) { } }""",
        """class A { [On("a")] internal static void First(int? id) { } [On("a")] internal static void Second(int id) { } [On("a")] internal static void Third(IComparable id) { } }""",
        """class A { [On("a")] internal static void First(IDisposable d) { } [On("a")] internal static void Second(System.IO.Stream d) { } [On("a")] internal static void Third(IAsyncDisposable d) { } }""",
        """class A { [On("a")] internal static void First(System.IO.Stream s) { } [On("a")] internal static void Second(IEquatable<D> s) { } [On("a")] internal static void Third(D s) { } internal sealed class D : System.IO.MemoryStream, IEquatable<D> { public bool Equals(D? other) => other == this; public override bool Equals(object? obj) => obj == this; public override int GetHashCode() => 0; } }""",
        """class A { [On("a")] internal static void First(dynamic d) { } [On("a")] internal static void Second(object d) { } [On("a")] internal static void Third((int Id, string Name) d) { } [On("b")] internal static void Fourth((int, string) d) { } [On("b")] internal static void Fifth((int Id, string Name) d) { } }""",
        """class A { [On("a")] internal static void First(int id) { } [On("a", "b")] internal static void Second(string id) { } }""",
        """class A { [On("a", "a")] internal static void First(int id) { } [On<Uri>] internal static void Second(object uri) { } [On<Uri>] internal static void Third(Uri uri, int id) { } }""",
        """class A { internal void M() { L(); [On("a")] static void L() { } Action x = [On("b")] () => { }; x(); } internal int P { [On("c")] get => 1; } [On("d")] public static A operator +(A a, A b) => a; }""",
    ];
}
