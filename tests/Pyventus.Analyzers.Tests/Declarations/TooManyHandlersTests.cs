using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Declarations;

internal sealed class TooManyHandlersTests
{
    // The generator reads the constant from the constructor; here it is said by hand.
    private const string Linkers = """
        [assembly: Pyventus.CompilerServices.LinkerLimit(typeof(Small), 2)]
        internal sealed class Small : EventLinker;
        internal sealed class Large : EventLinker;

        """;

    [TestCase("""
        [On("a", Linker = typeof(Small))] internal static void One() { }
        [On("a", Linker = typeof(Small))] internal static void Two() { }
        [On({|PYV1008:"a"|}, Linker = typeof(Small))] internal static void Three() { }
        """)]
    [TestCase("""
        [On("a", Linker = typeof(Small))] internal static void One() { }
        [Once("a", Linker = typeof(Small))] internal static void Two() { }
        [Once({|PYV1008:"a"|}, "b", Linker = typeof(Small))] internal static void Three() { }
        """)]
    [TestCase("""
        [On<Uri>(Linker = typeof(Small))] internal static void One() { }
        [On(typeof(Uri), Linker = typeof(Small))] internal static void Two() { }
        [On<{|PYV1008:Uri|}>(Linker = typeof(Small))] internal static void Three() { }
        """)]
    [TestCase("""
        [On({|PYV1008:"a"|}, Linker = typeof(Small))] internal static void One() { }
        [On("a", Linker = typeof(Small), Order = -1)] internal static void Two() { }
        [On("a", Linker = typeof(Small), Order = -1)] internal static void Three() { }
        """)]
    public Task Fires(string members) => Rules.Verifier.VerifyAsync(Linkers + Rules.InHandlers(members));

    [TestCase("""
        [On("a", Linker = typeof(Small))] internal static void One() { }
        [On("a", "b", Linker = typeof(Small))] internal static void Two() { }
        [On("b", Linker = typeof(Small))] internal static void Three() { }
        """)]
    [TestCase("""
        [On("a")] internal static void One() { }
        [On("a")] internal static void Two() { }
        [On("a")] internal static void Three() { }
        """)]
    [TestCase("""
        [On("a", Linker = typeof(Large))] internal static void One() { }
        [On("a", Linker = typeof(Large))] internal static void Two() { }
        [On("a", Linker = typeof(Large))] internal static void Three() { }
        [On("a", Linker = typeof(Small))] internal static void Four() { }
        """)]
    [TestCase("""
        [On<Uri>(Linker = typeof(Small))] internal static void One() { }
        [On<Uri>(Linker = typeof(Small))] internal static void Two() { }
        [On("Uri", "System.Uri", Linker = typeof(Small))] internal static void Three() { }
        """)]
    public Task Stays_quiet(string members) => Rules.Verifier.VerifyAsync(Linkers + Rules.InHandlers(members));

    [Test]
    public Task Counts_those_of_references() => Rules.With(Rules.CompileLibrary(
        Linkers.Replace("internal", "public", StringComparison.Ordinal) + "public static class Library { [On(\"a\", Linker = typeof(Small))] public static void One() { } [On<Uri>(Linker = typeof(Small))] public static void Uri() { } }")).VerifyAsync(
        Rules.InHandlers("""
            [On("a", Linker = typeof(Small)), On<Uri>(Linker = typeof(Small))] internal static void Two() { }
            [On({|PYV1008:"a"|}, Linker = typeof(Small))] internal static void Three() { }
            """),
        "Event \"a\" has 3 handlers, and linker 'Small' takes 2 subscribers for an event; remove handlers, or raise maxSubscribers");
}
