using System.Diagnostics;

namespace Pyventus.Benchmarks.Measuring;

/// <summary>Runs other programs.</summary>
internal static class Command
{
    /// <summary>Runs a program that has to succeed.</summary>
    /// <returns>The lines it wrote.</returns>
    /// <exception cref="InvalidOperationException">It did not succeed; the message has what it wrote.</exception>
    public static async Task<string[]> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }
}
