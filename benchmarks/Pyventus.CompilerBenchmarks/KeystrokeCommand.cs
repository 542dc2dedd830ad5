using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pyventus.Generators;

namespace Pyventus.CompilerBenchmarks;

/// <summary>What the generator does after each edit: the second of two successive runs of its driver.</summary>
internal static class KeystrokeCommand
{
    private const int WarmUpEdits = 5;
    private const int Edits = 25;

    // As in a build, each edit takes long, and all kinds the same.
    private const int BuildKinds = 3;
    private const int BuildEdits = 7;
    private static readonly int[] _fileCounts = [100, 1000];

    /// <summary>Measures every kind of edit.</summary>
    /// <param name="interceptors">Whether calls are bound, as in a build.</param>
    public static void Run(bool interceptors)
    {
        Write($"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC on {Environment.ProcessorCount} cores, .NET {Environment.Version}, Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version}; medians of {(interceptors ? BuildEdits : Edits)} edits.");
        Write($"Command: `dotnet run -c Release --project benchmarks/Pyventus.CompilerBenchmarks -- keystroke{(interceptors ? " --interceptors" : "")}`");
        Write($"");
        Write($"| files | interceptors | edit | ms, median | slowest | ms of CPU, median | outputs made again |");
        Write($"| --- | --- | --- | --- | --- | --- | --- |");
        foreach (int files in _fileCounts)
        {
            Measure(files, interceptors);
        }
    }

    private static void Measure(int files, bool interceptors)
    {
        CSharpCompilation original = SyntheticSolution.Compile(files, interceptors);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new PyventusGenerator().AsSourceGenerator()],
            parseOptions: SyntheticSolution.GetParseOptions(interceptors),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGeneratorsAndUpdateCompilation(original, out Compilation generated, out _);
        if (generated.GetDiagnostics().Where(static item => item.Severity == DiagnosticSeverity.Error).ToArray() is [var error, ..])
        {
            throw new InvalidOperationException($"The solution does not compile: {error}");
        }

        // Tracking the steps has a price, so what is timed does without.
        GeneratorDriver timed = CSharpGeneratorDriver.Create([new PyventusGenerator().AsSourceGenerator()], parseOptions: SyntheticSolution.GetParseOptions(interceptors))
            .RunGenerators(original);
        foreach (Edit edit in Edit.CreateAll(files).Take(interceptors ? BuildKinds : int.MaxValue))
        {
            List<double> times = [];
            List<double> cpuTimes = [];
            for (int number = interceptors ? -1 : -WarmUpEdits; number < (interceptors ? BuildEdits : Edits); number++)
            {
                CSharpCompilation edited = edit.Apply(original, number + WarmUpEdits);
                TimeSpan cpuStart = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                timed = timed.RunGenerators(edited);
                double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                double cpu = (Environment.CpuUsage.TotalTime - cpuStart).TotalMilliseconds;
                if (number >= 0)
                {
                    times.Add(elapsed);
                    cpuTimes.Add(cpu);
                }
            }

            GeneratorRunResult result = driver.RunGenerators(edit.Apply(original, 0)).GetRunResult().Results[0];
            int changed = result.TrackedOutputSteps.Values
                .SelectMany(static steps => steps)
                .SelectMany(static step => step.Outputs)
                .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
            Write($"| {files:N0} | {(interceptors ? "on" : "off")} | {edit.Title} | {Median.Of(times):0.0} | {times.Max():0.0} | {Median.Of(cpuTimes):0.0} | {changed} |");
        }
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
