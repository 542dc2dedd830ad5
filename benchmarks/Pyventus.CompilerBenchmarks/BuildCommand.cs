using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pyventus.CompilerBenchmarks;

/// <summary>A whole build of the solution with the generator and the analyzers, beside the same build without them.</summary>
internal static partial class BuildCommand
{
    private const int Files = 1000;
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("pyventus-build-").FullName;
        try
        {
            WriteProject(folder);
            await BuildAsync(folder, withParts: true, "-restore");
            List<double> with = [];
            List<double> without = [];
            List<double> generator = [];
            List<double> analyzers = [];
            for (int round = 0; round < Rounds; round++)
            {
                without.Add((await BuildAsync(folder, withParts: false)).Seconds);
                (double seconds, string output) = await BuildAsync(folder, withParts: true);
                with.Add(seconds);
                generator.Add(Sum(output, Generators()));
                analyzers.Add(Sum(output, Analyzers()));
            }

            Write($"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Files:N0} files, medians of {Rounds} builds in turn, compiler server running.");
            Write($"Command: `dotnet run -c Release --project benchmarks/Pyventus.CompilerBenchmarks -- build`");
            Write($"");
            Write($"| build | s |");
            Write($"| --- | --- |");
            Write($"| without generator and analyzers | {Median.Of(without):0.00} |");
            Write($"| with both, interceptors on | {Median.Of(with):0.00} ({Median.Of(with.Zip(without, static (one, other) => one / other)):0.00} ×) |");
            Write($"| of which the generator, as the compiler says | {Median.Of(generator):0.00} |");
            Write($"| of which the analyzers, as the compiler says (on all threads) | {Median.Of(analyzers):0.00} |");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WriteProject(string folder)
    {
        foreach ((string path, string text) in SyntheticSolution.GetFiles(Files))
        {
            File.WriteAllText(Path.Combine(folder, path), text);
        }

        File.WriteAllText(Path.Combine(folder, "Synthetic.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>disable</ImplicitUsings>
                <InterceptorsNamespaces Condition="'$(WithParts)' == 'true'">$(InterceptorsNamespaces);Pyventus.Generated</InterceptorsNamespaces>
                <RunAnalyzers>true</RunAnalyzers>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Pyventus.dll")}" />
              </ItemGroup>
              <ItemGroup Condition="'$(WithParts)' == 'true'">
                <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "Pyventus.Generators.dll")}" />
                <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "Pyventus.Analyzers.dll")}" />
              </ItemGroup>
            </Project>
            """);
    }

    private static async Task<(double Seconds, string Output)> BuildAsync(string folder, bool withParts, params string[] more)
    {
        string[] arguments = ["build", folder, "--no-incremental", more.Length > 0 ? "-nologo" : "--no-restore", "-nologo", "-v", "d", "-p:ReportAnalyzer=true", $"-p:WithParts={(withParts ? "true" : "false")}"];
        long start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (Stopwatch.GetElapsedTime(start).TotalSeconds, output)
            : throw new InvalidOperationException($"The build failed:\n{string.Join('\n', output.Split('\n').Where(static line => line.Contains("error", StringComparison.Ordinal)).Take(5))}");
    }

    // The lines of the compiler's report that name the assemblies of this repository.
    private static double Sum(string output, Regex part) =>
        part.Matches(output).Sum(static match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\s*<?([0-9.]+)\s+<?[0-9]+\s+Pyventus\.Generators, Version", RegexOptions.Multiline)]
    private static partial Regex Generators();

    [GeneratedRegex(@"^\s*<?([0-9.]+)\s+<?[0-9]+\s+Pyventus\.Analyzers, Version", RegexOptions.Multiline)]
    private static partial Regex Analyzers();

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
