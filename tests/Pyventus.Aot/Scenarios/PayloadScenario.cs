namespace Pyventus.Aot.Scenarios;

/// <summary>Optional parameters, conversions, and payloads that do not fit.</summary>
internal static class PayloadScenario
{
    public static void Run()
    {
        Transcript.Section("payloads");
        using var emitter = new AsyncEventEmitter();
        emitter.Emit("greet");
        emitter.Emit("greet", "Ada");
        emitter.Emit("greet", "Grace", 2);

        emitter.Emit("measured", 1, "int");
        emitter.Emit("measured", (byte)2, "byte");
        emitter.Emit("measured", 3);

        emitter.Emit("shape.drawn", new object[] { 1, 2 });
        emitter.Emit("nullable", (int?)null);
        emitter.Emit("nullable", 5);

        Transcript.Throws(() => emitter.Emit("measured", "text"));
        Transcript.Throws(() => emitter.Emit("measured"));
        Transcript.Throws(() => emitter.Emit("measured", 1, "two", 3));
        Transcript.Throws(() => emitter.Emit(" "));
    }

    [On("greet")]
    internal static void Greet(string name = "World", int times = 1) => Transcript.Line($"Hello, {name}! x{times}");

    [On("measured")]
    internal static void Measured(int value, object? unit = null) => Transcript.Line($"int {value} {unit ?? "none"}");

    [On("measured")]
    internal static void Widened(long value) => Transcript.Line($"long {value}");

    [On("measured")]
    internal static void Widest(double value) => Transcript.Line($"double {value}");

    [On("shape.drawn")]
    internal static void Drawn(object[] points) => Transcript.Line($"points {points.Length}");

    [On("shape.drawn")]
    internal static void DrawnAs(IEnumerable<object> points) => Transcript.Line($"sequence {points.Count()}");

    [On("nullable")]
    internal static void Nullable(int? value) => Transcript.Line($"nullable {value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}");
}
