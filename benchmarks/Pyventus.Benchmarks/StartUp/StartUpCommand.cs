using System.Globalization;
using Pyventus.Benchmarks.Measuring;

namespace Pyventus.Benchmarks.StartUp;

/// <summary>What the library adds to the start of a program with 1,000 events and 1,000 handlers, and to its size.</summary>
internal static class StartUpCommand
{
    private const int Handlers = 1000;
    private const int FewHandlers = 10;
    private const int JitRounds = 60;
    private const int NativeRounds = 200;

    // What a program can do without; the first two are what the library's telemetry needs.
    private const string Switches = "<EventSourceSupport>false</EventSourceSupport><MetricsSupport>false</MetricsSupport><UseSystemResourceKeys>true</UseSystemResourceKeys><StackTraceSupport>false</StackTraceSupport>";

    /// <summary>Measures and writes the tables; what is built stays in <c>artifacts</c>.</summary>
    public static async Task<int> RunAsync()
    {
        string workspace = Repository.GetPath("artifacts", "benchmarks", "start-up");
        var empty = StartUpProject.CreatePlain(workspace, "Empty", [ProgramSources.Empty]);
        var linked = StartUpProject.CreateLinked(workspace, "Linked", Handlers);
        string[] emptyArguments = await empty.BuildAsync();
        string[] linkedArguments = await linked.BuildAsync();
        IReadOnlyList<StartUpStep> jit = StartUpStep.Create(("dotnet", emptyArguments), ("dotnet", linkedArguments));

        string emptyBinary = await empty.PublishAsync();
        string linkedBinary = await linked.PublishAsync();
        IReadOnlyList<StartUpStep> native = StartUpStep.Create((emptyBinary, []), (linkedBinary, []));

        Write($"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC on {Machine.Description}; {Handlers} events with one handler each; whole processes, medians of the differences within rounds.");
        Write($"Command: `dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- start-up`");
        await WriteTimesAsync($".NET {Environment.Version} (JIT), {JitRounds} rounds", jit, JitRounds);
        await WriteTimesAsync($".NET 9 NativeAOT, {NativeRounds} rounds", native, NativeRounds);

        string few = await StartUpProject.CreateLinked(workspace, "Few", FewHandlers).PublishAsync();
        string reduced = await StartUpProject.CreateLinked(workspace, "Reduced", FewHandlers, Switches).PublishAsync();
        string telemetry = await StartUpProject.CreatePlain(workspace, "Telemetry", [ProgramSources.Telemetry], usesLogging: true).PublishAsync();
        string ordinary = await StartUpProject.CreatePlain(workspace, "Ordinary", [ProgramSources.Telemetry, ProgramSources.Ordinary], usesLogging: true).PublishAsync();
        string ordinaryLinked = await StartUpProject.CreateLinked(workspace, "OrdinaryLinked", FewHandlers, additions: ProgramSources.Ordinary).PublishAsync();
        Write($"");
        Write($"| native binary | kB | over the empty one | over the one with telemetry |");
        Write($"| --- | --- | --- | --- |");
        foreach ((string title, string binary) in new[]
        {
            ("empty program", emptyBinary),
            ("with an ActivitySource, a Meter and a logger, without the library", telemetry),
            ($"with the library, {FewHandlers} events and handlers", few),
            ("the same, built without metrics, event sources, stack traces and messages of exceptions", reduced),
            ($"with the library, {Handlers} events and handlers", linkedBinary),
            ("telemetry, console, tasks, queries and types, without the library", ordinary),
            ($"the same with the library, {FewHandlers} events and handlers", ordinaryLinked),
        })
        {
            Write($"| {title} | {GetKilobytes(binary):N0} | {GetKilobytes(binary) - GetKilobytes(emptyBinary):+#,0;-#,0;0} | {GetKilobytes(binary) - GetKilobytes(telemetry):+#,0;-#,0;0} |");
        }

        return 0;
    }

    private static async Task WriteTimesAsync(string title, IReadOnlyList<StartUpStep> steps, int rounds)
    {
        Write($"");
        Write($"| {title}, ms | process | over the empty one | over the step before |");
        Write($"| --- | --- | --- | --- |");
        foreach ((StartUpStep step, double total, double overFirst, double overPrevious) in await ProcessTimer.MeasureAsync(steps, rounds))
        {
            Write($"| {step.Title} | {total:0.0} | {overFirst:+0.00;-0.00;–} | {overPrevious:+0.00;-0.00;–} |");
        }
    }

    private static double GetKilobytes(string file) => new FileInfo(file).Length / 1000.0;

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
