using System.Diagnostics;
using System.Text;

namespace Pyventus.Package.Tests;

/// <summary>Runs a process with a deadline.</summary>
internal sealed class Command
{
    private readonly ProcessStartInfo _start;

    public Command(string fileName, string workingDirectory, params IEnumerable<string> arguments)
    {
        _start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What an outer build or test run set for itself would lead an inner one astray.
        foreach (string name in _start.Environment.Keys.Where(IsOfOuterRun).ToArray())
        {
            _start.Environment.Remove(name);
        }

        // A node that stays for the next build would keep the output open, and the reader waiting.
        _start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        _start.Environment["DOTNET_NOLOGO"] = "1";
    }

    public Command With(string variable, string value)
    {
        _start.Environment[variable] = value;
        return this;
    }

    /// <summary>Runs the process to its end; one that is not done in time is killed with its children.</summary>
    /// <exception cref="TimeoutException">It was not done in time; the message has what it wrote.</exception>
    public async Task<CommandResult> RunAsync(TimeSpan deadline)
    {
        string commandLine = $"{_start.FileName} {string.Join(' ', _start.ArgumentList)}";
        var output = new StringBuilder();
        var clock = Stopwatch.StartNew();
        using var process = new Process { StartInfo = _start };
        process.OutputDataReceived += (_, e) => Append(output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(output, e.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var timeout = new CancellationTokenSource(deadline);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{commandLine} was not done after {deadline.TotalSeconds:F1} s:\n{Snapshot(output)}");
        }

        return new CommandResult(commandLine, process.ExitCode, Snapshot(output), clock.Elapsed);
    }

    private static bool IsOfOuterRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "DOTNET_ROLL_FORWARD";

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
            }
        }
    }

    private static string Snapshot(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }
}
