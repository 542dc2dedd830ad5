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

    // With interceptors each edit takes seconds, and all kinds the same.
    private const int InterceptedKinds = 3;
    private const int InterceptedEdits = 7;
    private static readonly int[] _fileCounts = [100, 1000];

    public static void Run()
    {
        Write($"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC on {Environment.ProcessorCount} cores, .NET {Environment.Version}, Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version}; medians of {Edits} edits, with interceptors {InterceptedEdits}.");
        Write($"Command: `dotnet run -c Release --project benchmarks/Pyventus.CompilerBenchmarks -- keystroke`");
        Write($"");
        Write($"| files | interceptors | edit | ms, median | ms, slowest | outputs made again |");
        Write($"| --- | --- | --- | --- | --- | --- |");
        foreach (int files in _fileCounts)
        {
            foreach (bool interceptors in new[] { false, true })
            {
                Measure(files, interceptors);
            }
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
        foreach (Edit edit in Edit.CreateAll(files).Take(interceptors ? InterceptedKinds : int.MaxValue))
        {
            List<double> times = [];
            for (int number = interceptors ? -1 : -WarmUpEdits; number < (interceptors ? InterceptedEdits : Edits); number++)
            {
                CSharpCompilation edited = edit.Apply(original, number + WarmUpEdits);
                long start = Stopwatch.GetTimestamp();
                timed = timed.RunGenerators(edited);
                double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (number >= 0)
                {
                    times.Add(elapsed);
                }
            }

            GeneratorRunResult result = driver.RunGenerators(edit.Apply(original, 0)).GetRunResult().Results[0];
            int changed = result.TrackedOutputSteps.Values
                .SelectMany(static steps => steps)
                .SelectMany(static step => step.Outputs)
                .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
            Write($"| {files:N0} | {(interceptors ? "on" : "off")} | {edit.Title} | {Median.Of(times):0.0} | {times.Max():0.0} | {changed} |");
        }
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
