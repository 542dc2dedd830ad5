using System.Diagnostics;

namespace Pyventus.Performance.Tests;

/// <summary>What has to be compiled until the first emission returns, most of what start-up costs under the JIT.</summary>
internal sealed class StartUpTests
{
    // An attribute of the runtime or of a property may add one or two.
    private const int Margin = 4;

    private const string Compiled = "JIT compiled ";

    // Recorded as measured; those of the program itself are not among them.
    [TestCase(40, "first", TestName = "The_first_emission_compiles_no_more_methods_than_it_did")]
    [TestCase(61, "first", "sync.1", TestName = "The_first_run_time_name_compiles_no_more_methods_than_it_did")]
    public async Task An_emission_compiles_no_more_methods_than_it_did(int recorded, params string[] command)
    {
        string[] methods = [.. from line in await ListenToTheJitAsync("DOTNET_JitDisasmSummary", "1", command)
                               let start = line.IndexOf(Compiled, StringComparison.Ordinal) + Compiled.Length
                               where start >= Compiled.Length
                               let method = line[start..]
                               where method.StartsWith("Pyventus.", StringComparison.Ordinal) && !method.StartsWith("Pyventus.Benchmarks.", StringComparison.Ordinal)
                               select method];
        await TestContext.Out.WriteLineAsync($"{methods.Length} methods, recorded {recorded}");
        Assert.That(methods, Has.Length.InRange(recorded / 2, recorded + Margin), string.Join('\n', methods));
    }

    [Test]
    public async Task Optimized_code_does_not_load_what_listeners_need([Values] bool tiered)
    {
        ProcessStartInfo start = CreateStart("optimized");
        start.Environment["DOTNET_TieredCompilation"] = tiered ? "1" : "0";
        Assert.That(await RunAsync(start), Is.Zero, "System.Diagnostics.DiagnosticSource was loaded");
    }

    [Test]
    public async Task Listener_that_comes_after_the_first_emissions_hears_the_next([Values] bool tiered)
    {
        ProcessStartInfo start = CreateStart("listening-late");
        start.Environment["DOTNET_TieredCompilation"] = tiered ? "1" : "0";
        Assert.That(await RunAsync(start), Is.Zero, "two emissions were heard");
    }

    [Test]
    public async Task Listener_that_throws_when_it_is_told_of_the_instruments_is_reported_once() =>
        Assert.That(await RunAsync(CreateStart("broken-listener")), Is.Zero, "the handlers were called, and one report written");

    [TestCase("optimized", true)]
    [TestCase("optimized-hosted", false)]
    public async Task Optimized_code_asks_for_listeners_itself_when_a_host_has_loaded_them(string command, bool calls)
    {
        string[] code = await ListenToTheJitAsync("DOTNET_JitDisasm", "EmitOptimized", command);

        Assert.That(code, Has.Some.Contains("RunDirect"), "the code of the call site");
        Assert.That(Array.Exists(code, static line => line.Contains("Pyventus.Telemetry:HasListeners(", StringComparison.Ordinal)), Is.EqualTo(calls));
    }

    // What the compiler writes while a command runs.
    private static async Task<string[]> ListenToTheJitAsync(string variable, string value, params string[] command)
    {
        string file = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = CreateStart(command);
            start.Environment["DOTNET_JitStdOutFile"] = file;
            start.Environment[variable] = value;
            Assert.That(await RunAsync(start), Is.Zero, "the command did what it says");
            return await File.ReadAllLinesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ProcessStartInfo CreateStart(params string[] command) =>
        new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Pyventus.Benchmarks.Cases.dll"), .. command]);

    private static async Task<int> RunAsync(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
