using Microsoft.CodeAnalysis;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>What is invalid is left out, whatever stands beside it is generated, and nothing of it breaks the generated code.</summary>
internal sealed class SkippedHandlerTests
{
    [TestCase("[On] internal static void H() { }")]
    [TestCase("[On(\"\")] internal static void H() { }")]
    [TestCase("[On(\"fine\", \" \")] internal static void H() { }")]
    [TestCase("[On((string)null!)] internal static void H() { }")]
    [TestCase("[On((string[])null!)] internal static void H() { }")]
    [TestCase("[On(\"fine\", 5)] internal static void H() { }")]
    [TestCase("[On(\"a*\")] internal static void H() { }")]
    [TestCase("[On(\"fine\", \"a.***\")] internal static void H() { }")]
    [TestCase("[Once(\"a.b*.c\")] internal static void H() { }")]
    [TestCase("[On(\"a. *\")] internal static void H() { }")]
    [TestCase("[On(\"fine\", OnSuccess = \"Missing\")] internal static void H() { }")]
    [TestCase("[On(\"fine\", OnSuccess = \"\")] internal static void H() { }")]
    [TestCase("[On(\"fine\", OnFailure = \"Field\")] internal static void H() { } internal const int Field = 1;")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static void H() { } private static void Done() { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static void H() { } internal void Done() { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static void H() { } internal static void Done<T>() { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static void H() { } internal static async void Done() => await Task.Yield();")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static void H() { } internal static Span<int> Done() => default;")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static void H() { } internal static void Done(int r) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static Task H() => null!; internal static void Done(object? r = null) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static long H() => 1; internal static void Done(int r) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static dynamic H() => 1; internal static void Done(int r) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static int H() => 1; internal static void Done(int r, int s) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static int H() => 1; internal static void Done(in int r) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static int H() => 1; internal static void Done(CancellationToken a, CancellationToken b) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static int H() => 1; internal static void Done([Service] object r) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static int H() => 1; internal static void Done(int r) { } internal static void Done(object r) { }")]
    [TestCase("[On(\"fine\", OnSuccess = nameof(Done))] internal static int H() => 1; internal static void Done() { } internal static void Done(EventContext c) { }")]
    [TestCase("[On(\"fine\", OnFailure = nameof(Oops))] internal static void H() { } internal static void Oops(InvalidOperationException e) { }")]
    [TestCase("[On(\"fine\", OnFailure = nameof(Oops))] internal static void H() { } internal static void Oops(Exception e, string s) { }")]
    [TestCase("[On(\"fine\")] internal static void H([Service] CancellationToken a) { }")]
    [TestCase("[On(\"fine\")] internal static void H([Service] EventContext a) { }")]
    [TestCase("[On(\"fine\")] internal static void H([Service] ref string a) { }")]
    [TestCase("[On(\"fine\")] internal static void H([Service] Span<int> a) { }")]
    [TestCase("[On(\"fine\")] internal static unsafe void H([Service] int* a) { }")]
    [TestCase("[On(\"fine\")] internal static void H([Service] System.Numerics.INumber<int> a) { }")]
    [TestCase("[On(typeof(List<>))] internal static void H() { }")]
    [TestCase("[On(typeof(int*))] internal static void H() { }")]
    [TestCase("[On(typeof(void))] internal static void H() { }")]
    [TestCase("[On(typeof(Span<int>))] internal static void H() { }")]
    [TestCase("[On(typeof(Math))] internal static void H() { }")]
    [TestCase("[On(typeof(IParsable<int>))] internal static void H() { }")]
    [TestCase("[On<object>] internal static void H() { }")]
    [TestCase("[On<string>] internal static void H() { }")]
    [TestCase("[On<Type>] internal static void H() { }")]
    [TestCase("[On(typeof(int?))] internal static void H() { }")]
    [TestCase("[On<CancellationToken>] internal static void H(CancellationToken token) { }")]
    [TestCase("[On(typeof(Hidden))] internal static void H() { } private class Hidden;")]
    [TestCase("[On(\"fine\", Linker = typeof(string))] internal static void H() { }")]
    [TestCase("[On(\"fine\", Linker = typeof(Abstract))] internal static void H() { } internal abstract class Abstract : EventLinker;")]
    [TestCase("[On(\"fine\", Linker = typeof(NoConstructor))] internal static void H() { } internal class NoConstructor(int max) : EventLinker(max);")]
    [TestCase("[On(\"fine\", Linker = typeof(Generic<int>))] internal static void H() { } internal class Generic<T> : EventLinker;")]
    [TestCase("[On(\"fine\", Linker = typeof(Required))] internal static void H() { } internal class Required : EventLinker { public required int X { get; init; } }")]
    [TestCase("[On(\"fine\")] private static void H() { }")]
    [TestCase("[On(\"fine\")] protected static void H() { }")]
    [TestCase("[On(\"fine\")] private protected static void H() { }")]
    [TestCase("private static class Hidden { [On(\"fine\")] internal static void H() { } }")]
    [TestCase("[On(\"fine\"), Obsolete(\"\", true)] internal static void H() { }")]
    [TestCase("[On(\"fine\")] internal static void H<T>() { }")]
    [TestCase("internal class Generic<T> { [On(\"fine\")] internal static void H() { } }")]
    [TestCase("internal class Generic<T> { internal class Nested { [On(\"fine\")] internal static void H() { } } }")]
    [TestCase("[On(\"fine\")] internal static void H(ref int a) { }")]
    [TestCase("[On(\"fine\")] internal static void H(out int a) => a = 1;")]
    [TestCase("[On(\"fine\")] internal static void H(in int a) { }")]
    [TestCase("[On(\"fine\")] internal static void H(ref readonly int a) { }")]
    [TestCase("[On(\"fine\")] internal static void H(Span<int> a) { }")]
    [TestCase("[On(\"fine\")] internal static void H(System.Numerics.INumber<int> a) { }")]
    [TestCase("[On(\"fine\")] internal static IParsable<int> H() => 1;")]
    [TestCase("[On(\"fine\")] internal static unsafe void H(int* a) { }")]
    [TestCase("[On(\"fine\")] internal static unsafe void H(int*[] a) { }")]
    [TestCase("[On(\"fine\")] internal static void H(int a, int b, int c, int d, int e, int f, int g, int h, int i) { }")]
    [TestCase("[On(\"fine\")] internal static ref int H() => throw new Exception();")]
    [TestCase("[On(\"fine\")] internal static Span<int> H() => default;")]
    [TestCase("[On(\"fine\")] internal static unsafe int* H() => null;")]
    [TestCase("[On(\"fine\")] internal static IEnumerable<int> H() { yield return 1; }")]
    [TestCase("[On(\"fine\")] internal static IAsyncEnumerable<int> H() => null!;")]
    [TestCase("[On(\"fine\")] internal static async void H() => await Task.CompletedTask;")]
    [TestCase("[On<Uri>] internal static void H(string a) { }")]
    [TestCase("[On<Uri>] internal static void H(Uri a, int b) { }")]
    [TestCase("[On<int>] internal static void H(long a) { }")]
    [TestCase("[On(\"fine\")] internal static void H(CancellationToken a, CancellationToken b) { }")]
    [TestCase("[On(\"fine\")] internal static void H(EventContext a, EventContext b) { }")]
    [TestCase("[On(\"fine\")] internal static void H(CancellationToken? a) { }")]
    [TestCase("internal static void H() { [On(\"fine\")] static void Local() { } Local(); }")]
    [TestCase("internal static Action H() => [On(\"fine\")] () => { };")]
    [TestCase("internal struct Value { [On(\"fine\")] internal void H() { } }")]
    [TestCase("internal interface I { [On(\"fine\")] static void H() { } }")]
    [TestCase("internal abstract class Base { [On(\"fine\")] internal abstract void H(); }")]
    [TestCase("internal class Operator { [On(\"fine\")] public static Operator operator +(Operator a, Operator b) => a; }")]
    [TestCase("internal static int Property { [On(\"fine\")] get => 1; }")]
    [TestCase("[On(\"fine\"), System.Runtime.InteropServices.DllImport(\"x\")] internal static extern void H();")]
    [TestCase("[On(\"fine\"), System.Runtime.InteropServices.UnmanagedCallersOnly] internal static void H() { }")]
    public void Invalid_handlers_are_skipped(string member)
    {
        var compilation = TestCompilation.Create($$"""
            internal partial class C
            {
                {{member}}
                [On("other")] internal static void Other() { }
            }
            """);
        var run = Generate.From(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true)));

        Assert.That(run.Event().ShortHandlers, Is.EqualTo(new[] { "C.Other#0" }));
    }

    [Test]
    public void Only_the_later_of_on_and_once_is_skipped()
    {
        var run = Generate.From("""
            internal class C
            {
                [On("a"), Once("a")] internal static void H1() { }
                [Once<Uri>, On(typeof(Uri), "b")] internal static void H2() { }
            }
            """);

        Assert.That(run.Events().SelectMany(static item => item.ShortHandlers), Is.EquivalentTo(new[] { "C.H1#0", "C.H2#0" }));
    }

    [TestCase("[On(\"a\")] internal static void H(Missing a) { }")]
    [TestCase("[On(\"a\")] internal static Missing H() => null!;")]
    [TestCase("[On(\"a\")] internal static List<Missing[]> H() => null!;")]
    [TestCase("[On(typeof(Missing))] internal static void H() { }")]
    [TestCase("[On<Missing>] internal static void H() { }")]
    [TestCase("[On(Missing)] internal static void H() { }")]
    [TestCase("[On(\"a\", Linker = typeof(Missing))] internal static void H() { }")]
    [TestCase("[On(\"a\", Missing = 1)] internal static void H() { }")]
    [TestCase("[On(\"a\", OnSuccess = nameof(Missing))] internal static void H() { }")]
    [TestCase("[On(\"a\", OnSuccess = nameof(Done))] internal static int H() => 1; internal static void Done(Missing a) { }")]
    [TestCase("[On(\"a\", OnFailure = nameof(Done))] internal static void H() { } internal static Missing Done() => null!;")]
    [TestCase("[On(\"a\")] internal static void H([Service] Missing a) { }")]
    [TestCase("[On(\"a\")] internal static void H([Missing] int a) { }")]
    [TestCase("[On(\"a\")] internal void H() { } public C(Missing a) { }")]
    [TestCase("[On(\"a\", OnSuccess = )] internal static void H() { }")]
    [TestCase("[On(\"a\"] internal static void H() { }")]
    [TestCase("[On(\"a\")] internal static void H(")]
    [TestCase("[On(\"a\")] internal static void")]
    [TestCase("[On(\"a\")] void (){}")]
    public void Unfinished_code_adds_no_errors(string member)
    {
        var run = Generate.FromInvalid($"internal class C\n{{\n{member}\n}}", "internal class D { [On(\"other\")] internal static void Other() { } }");

        var generated = run.Result.GeneratedSources.Select(static source => source.SyntaxTree).ToHashSet();
        var errors = run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.That(errors, Is.Not.Empty);
        Assert.That(errors.Where(diagnostic => generated.Contains(diagnostic.Location.SourceTree!)), Is.Empty);
        Assert.That(run.Events().SelectMany(static item => item.ShortHandlers), Does.Contain("D.Other#0"));
    }

    [Test]
    public void File_local_types_are_skipped()
    {
        var run = Generate.From("file class F { [On(\"a\")] internal static void H() { } [On<F>] internal static void H2() { } }");

        Assert.That(run.Sources, Is.Empty);
    }

    [Test]
    public void Without_handlers_nothing_is_generated()
    {
        Assert.That(Generate.From("internal class C { [Obsolete] internal static void H() { } }").Sources, Is.Empty);
    }

    [Test]
    public void Without_the_runtime_nothing_is_generated()
    {
        var compilation = TestCompilation.Create("class OnAttribute : Attribute; class C { [On] void H() { } }");
        var run = GeneratorRun.Create(new PyventusGenerator(), compilation.WithReferences(compilation.References.Where(static reference => reference != ReferenceAssemblies.Pyventus)));

        Assert.That(run.Sources, Is.Empty);
    }
}
