using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Pyventus.CompilerBenchmarks;

/// <summary>Compiling a project with the generator and the analyzers, beside the same project without them.</summary>
internal static class BuildCommand
{
    private const int Files = 100;
    private const int OrdinaryFiles = 200;
    private const int Rounds = 3;

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("pyventus-build-").FullName;
        try
        {
            WriteProject(folder);
            Write($"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC on {Environment.ProcessorCount} cores, {Files} files with a handler and 5 calls each, {OrdinaryFiles} without; medians of {Rounds} pairs in turn.");
            Write($"Command: `dotnet run -c Release --project benchmarks/Pyventus.CompilerBenchmarks -- build`");
            Write($"");
            Write($"| | without, s | with, s | × | without, CPU s | with, CPU s | × | generator | analyzers |");
            Write($"| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            string[] without = await GetCompilerCommandAsync(folder, withParts: false);
            string[] with = await GetCompilerCommandAsync(folder, withParts: true);
            await MeasureAsync("a compiler process of its own", folder, [.. without, "-reportanalyzer"], [.. with, "-reportanalyzer"]);
            await MeasureAsync("`dotnet build`, the compiler server running", folder, GetBuildCommand(withParts: false), GetBuildCommand(withParts: true));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string title, string folder, string[] without, string[] with)
    {
        List<(CompilerRun Without, CompilerRun With)> pairs = [];
        for (int round = -1; round < Rounds; round++)
        {
            var pair = (await CompilerRun.RunAsync(folder, without), await CompilerRun.RunAsync(folder, with));
            if (round >= 0)
            {
                pairs.Add(pair);
            }
        }

        double Of(Func<(CompilerRun Without, CompilerRun With), double> select) => Median.Of(pairs.Select(select));
        Write($"| {title} | {Of(static pair => pair.Without.Seconds):0.00} | {Of(static pair => pair.With.Seconds):0.00} | {Of(static pair => pair.With.Seconds / pair.Without.Seconds):0.00} | {Of(static pair => pair.Without.Cpu):0.00} | {Of(static pair => pair.With.Cpu):0.00} | {Of(static pair => pair.With.Cpu / pair.Without.Cpu):0.00} | {Of(static pair => pair.With.Generator):0.000} | {Of(static pair => pair.With.Analyzers):0.000} |");
    }

    private static void WriteProject(string folder)
    {
        foreach ((string path, string text) in SyntheticSolution.GetFiles(Files, OrdinaryFiles))
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

    private static string[] GetBuildCommand(bool withParts) =>
        ["dotnet", "build", "--no-incremental", "--no-restore", "-nologo", "-v", "d", "-p:ReportAnalyzer=true", GetOption(withParts)];

    // How the build would call the compiler.
    private static async Task<string[]> GetCompilerCommandAsync(string folder, bool withParts)
    {
        string[] arguments =
        [
            "build", folder, "-restore", "-nologo", "-t:Compile", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", GetOption(withParts),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        using JsonDocument build = await JsonDocument.ParseAsync(process.StandardOutput.BaseStream);
        await process.WaitForExitAsync();
        string compiler = build.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!;
        return
        [
            "dotnet", "exec", Path.Combine(compiler, "bincore", "csc.dll"),
            .. build.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!),
        ];
    }

    private static string GetOption(bool withParts) => $"-p:WithParts={(withParts ? "true" : "false")}";

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
