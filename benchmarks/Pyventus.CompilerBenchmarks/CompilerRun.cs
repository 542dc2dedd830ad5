using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pyventus.CompilerBenchmarks;

/// <summary>What a process took that compiled a project, and what the compiler said.</summary>
/// <param name="Seconds">From start to end.</param>
/// <param name="Cpu">Seconds of all its threads, which other programs change less.</param>
/// <param name="Generator">Seconds of the generator, as the compiler says.</param>
/// <param name="Analyzers">Seconds of the analyzers on all threads, as the compiler says.</param>
internal sealed partial record CompilerRun(double Seconds, double Cpu, double Generator, double Analyzers)
{
    /// <summary>Runs a command in a folder.</summary>
    public static async Task<CompilerRun> RunAsync(string folder, params IEnumerable<string> command)
    {
        long start = Stopwatch.GetTimestamp();

        // The shell says what its children took, also those of which .NET does not know.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" || exit 1; times", "sh", .. command]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The compiler failed:\n{string.Join('\n', output.Split('\n').Where(static line => line.Contains("error", StringComparison.Ordinal)).Take(5))}");
        }

        double cpu = Times().Matches(output[output.TrimEnd().LastIndexOf('\n')..])
            .Sum(static match => (60 * double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) + double.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return new CompilerRun(seconds, cpu, Sum(output, Generators()), Sum(output, AllAnalyzers()));
    }

    // The lines of the compiler's report that name the assemblies of this repository.
    private static double Sum(string output, Regex part) =>
        part.Matches(output).Sum(static match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex("([0-9]+)m([0-9.]+)s")]
    private static partial Regex Times();

    [GeneratedRegex(@"^\s*<?([0-9.]+)\s+<?[0-9]+\s+Pyventus\.Generators, Version", RegexOptions.Multiline)]
    private static partial Regex Generators();

    [GeneratedRegex(@"^\s*<?([0-9.]+)\s+<?[0-9]+\s+Pyventus\.Analyzers, Version", RegexOptions.Multiline)]
    private static partial Regex AllAnalyzers();
}
