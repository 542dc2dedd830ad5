using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Analyzers;
using Pyventus.Generators;

namespace Pyventus.CompilerBenchmarks;

/// <summary>What the analyzers take beside what the compiler itself needs to bind the same solution.</summary>
internal static class AnalyzersCommand
{
    private const int Files = 1000;
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        CSharpGeneratorDriver.Create([new PyventusGenerator().AsSourceGenerator()], parseOptions: SyntheticSolution.GetParseOptions(interceptors: false))
            .RunGeneratorsAndUpdateCompilation(SyntheticSolution.Compile(Files, interceptors: false), out Compilation compilation, out _);
        compilation = compilation.WithOptions(((CSharpCompilationOptions)compilation.Options).WithConcurrentBuild(false));
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(PyventusAnalyzer).Assembly.GetTypes()
                .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];

        List<double> binding = [];
        List<double> total = [];
        var times = analyzers.ToDictionary(static analyzer => analyzer, static _ => new List<double>());
        for (int round = -1; round < Rounds; round++)
        {
            // Nothing is bound yet.
            Compilation fresh = compilation.Clone();
            long start = Stopwatch.GetTimestamp();
            if (fresh.GetDiagnostics().FirstOrDefault(static item => item.Severity == DiagnosticSeverity.Error) is { } error)
            {
                throw new InvalidOperationException($"The solution does not compile: {error}");
            }

            double bound = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var driver = fresh.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            AnalysisResult result = await driver.GetAnalysisResultAsync(CancellationToken.None);
            if (round < 0)
            {
                continue;
            }

            binding.Add(bound);
            total.Add(result.AnalyzerTelemetryInfo.Values.Sum(static item => item.ExecutionTime.TotalMilliseconds));
            foreach ((DiagnosticAnalyzer analyzer, var telemetry) in result.AnalyzerTelemetryInfo)
            {
                times[analyzer].Add(telemetry.ExecutionTime.TotalMilliseconds);
            }
        }

        Write($"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Files:N0} files, one thread, medians of {Rounds} rounds.");
        Write($"Command: `dotnet run -c Release --project benchmarks/Pyventus.CompilerBenchmarks -- analyzers`");
        Write($"");
        Write($"| | ms | of binding |");
        Write($"| --- | --- | --- |");
        WriteRow("the compiler's own binding", Median.Of(binding), binding);
        WriteRow("all analyzers", Median.Of(total), binding);
        foreach ((DiagnosticAnalyzer analyzer, List<double> all) in times.OrderByDescending(static item => Median.Of(item.Value)))
        {
            WriteRow(analyzer.GetType().Name, Median.Of(all), binding);
        }
    }

    private static void WriteRow(string title, double milliseconds, List<double> binding) =>
        Write($"| {title} | {milliseconds:0.0} | {milliseconds / Median.Of(binding):0.0%} |");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
