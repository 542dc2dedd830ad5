namespace Pyventus.Aot.Scenarios;

/// <summary>Payloads of every length, of value and reference types.</summary>
internal static class ArityScenario
{
    public static void Run()
    {
        Transcript.Section("arities");
        using var emitter = new AsyncEventEmitter();
        emitter.Emit("arity.0");
        emitter.Emit("arity.1", 1);
        emitter.Emit("arity.2", 1, "two");
        emitter.Emit("arity.3", 1, "two", 3L);
        emitter.Emit("arity.4", 1, "two", 3L, 4.5);
        emitter.Emit("arity.5", 1, "two", 3L, 4.5, 'e');
        emitter.Emit("arity.6", 1, "two", 3L, 4.5, 'e', true);
        emitter.Emit("arity.7", 1, "two", 3L, 4.5, 'e', true, DayOfWeek.Sunday);
        emitter.Emit("arity.8", 1, "two", 3L, 4.5, 'e', true, DayOfWeek.Sunday, new DateOnly(2026, 11, 21));
    }

    [On("arity.0")]
    internal static void Take() => Transcript.Line($"0");

    [On("arity.1")]
    internal static void Take(int a) => Transcript.Line($"1: {a}");

    [On("arity.2")]
    internal static void Take(int a, string b) => Transcript.Line($"2: {a} {b}");

    [On("arity.3")]
    internal static void Take(int a, string b, long c) => Transcript.Line($"3: {a} {b} {c}");

    [On("arity.4")]
    internal static void Take(int a, string b, long c, double d) => Transcript.Line($"4: {a} {b} {c} {d}");

    [On("arity.5")]
    internal static void Take(int a, string b, long c, double d, char e) => Transcript.Line($"5: {a} {b} {c} {d} {e}");

    [On("arity.6")]
    internal static void Take(int a, string b, long c, double d, char e, bool f) => Transcript.Line($"6: {a} {b} {c} {d} {e} {f}");

    [On("arity.7")]
    internal static void Take(int a, string b, long c, double d, char e, bool f, DayOfWeek g) => Transcript.Line($"7: {a} {b} {c} {d} {e} {f} {g}");

    [On("arity.8")]
    internal static void Take(int a, string b, long c, double d, char e, bool f, DayOfWeek g, DateOnly h) =>
        Transcript.Line($"8: {a} {b} {c} {d} {e} {f} {g} {h.Year}");
}
