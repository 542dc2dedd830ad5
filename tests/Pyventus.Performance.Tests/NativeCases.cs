using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pyventus.Performance.Tests;

/// <summary>The cases as a native binary under callgrind, which counts the instructions it executes: the same at every run.</summary>
internal sealed partial class NativeCases
{
    private const string Project = "Pyventus.Benchmarks.Cases";

    // The start of a process takes 12,000 instructions more or less, by its random hashes: a quarter of one for each of so many.
    private const int FewOperations = 2000;
    private const int ManyOperations = 52_000;
    private static readonly TimeSpan _publishDeadline = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _runDeadline = TimeSpan.FromMinutes(2);

    // Valgrind cannot reserve the address space that the collector asks for without a limit (hexadecimal: 128 MB).
    private static readonly Dictionary<string, string> _limitedHeap = new(StringComparer.Ordinal) { ["DOTNET_GCHeapHardLimit"] = "8000000" };

    private readonly string _program;

    private NativeCases(string program) => _program = program;

    /// <summary>Publishes for .NET 9: NativeAOT for .NET 10 cannot be restored everywhere.</summary>
    public static async Task<NativeCases> PublishAsync()
    {
        string folder = RepositoryRoot.GetPath("artifacts", "performance-tests");
        await RunAsync("dotnet", ["publish", RepositoryRoot.GetPath("benchmarks", Project), "-c", "Release", "-f", "net9.0", "-o", folder, "-v", "q", "-nologo", "--disable-build-servers"], _publishDeadline, []);
        return new NativeCases(Path.Combine(folder, Project));
    }

    /// <summary>The instructions of one operation: what many need beyond few, so that the start and the end do not count.</summary>
    public async Task<double> CountAsync(string id) =>
        (double)(await CountAsync(id, ManyOperations) - await CountAsync(id, FewOperations)) / (ManyOperations - FewOperations);

    private async Task<long> CountAsync(string id, int operations)
    {
        string output = await RunAsync("valgrind", ["--tool=callgrind", "--callgrind-out-file=/dev/null", _program, "run", id, operations.ToString(CultureInfo.InvariantCulture)], _runDeadline, _limitedHeap);
        return long.Parse(Collected().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static async Task<string> RunAsync(string program, string[] arguments, TimeSpan deadline, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(deadline);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            string output = await process.StandardOutput.ReadToEndAsync(timeout.Token) + await errors;
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} was not done after {deadline.TotalSeconds:F0} s.");
        }
    }

    [GeneratedRegex("Collected : ([0-9]+)")]
    private static partial Regex Collected();
}
