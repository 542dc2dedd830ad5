namespace Pyventus.Benchmarks.StartUp;

/// <summary>How far a program goes before it ends.</summary>
/// <param name="Title">What it did at its end.</param>
/// <param name="Program">The file to start.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="ExitCode">How many handlers ran.</param>
internal sealed record StartUpStep(string Title, string Program, string[] Arguments, int ExitCode)
{
    /// <summary>The steps from an empty program to the first emission by a run-time name, each beyond the one before.</summary>
    /// <param name="empty">Starts the program that does nothing.</param>
    /// <param name="linked">Starts the one with handlers.</param>
    public static IReadOnlyList<StartUpStep> Create((string Program, string[] Arguments) empty, (string Program, string[] Arguments) linked) =>
    [
        new("empty program", empty.Program, empty.Arguments, 0),
        new("linked, nothing emitted", linked.Program, linked.Arguments, 0),
        new("emitter made", linked.Program, [.. linked.Arguments, "emitter"], 0),
        new("first Emit, constant name", linked.Program, [.. linked.Arguments, "constant"], 1),
        new("and first run-time name", linked.Program, [.. linked.Arguments, "name", "event.7"], 2),
    ];
}
