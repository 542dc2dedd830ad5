namespace Pyventus.Package.Tests;

/// <summary>How a process ended.</summary>
/// <param name="CommandLine">What was run.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output and standard error.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output, TimeSpan Duration)
{
    /// <summary>The output with each line on its own, whatever the platform ends lines with.</summary>
    public string[] Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public CommandResult MustSucceed()
    {
        Assert.That(ExitCode, Is.Zero, ToString());
        return this;
    }

    public override string ToString() => $"{CommandLine}\nended with {ExitCode} after {Duration.TotalSeconds:F1} s:\n{Output}";
}
