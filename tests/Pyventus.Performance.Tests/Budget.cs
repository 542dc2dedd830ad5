using System.Globalization;

namespace Pyventus.Performance.Tests;

/// <summary>What an operation of a case may cost.</summary>
/// <param name="Id">The case.</param>
/// <param name="Bytes">How much it may allocate.</param>
/// <param name="Instructions">How many instructions were recorded; null when they are not counted.</param>
internal sealed record Budget(string Id, double Bytes, double? Instructions)
{
    private const string NotCounted = "-";

    /// <summary>Reads a line of the file.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Budget Parse(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is [var id, var bytes, var instructions]
            ? new Budget(id, ParseNumber(bytes), instructions == NotCounted ? null : ParseNumber(instructions))
            : throw new FormatException($"'{line}' is no budget.");

    /// <summary>The line of the file.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Id} | {Bytes:0} | {(Instructions is { } count ? count.ToString("0", CultureInfo.InvariantCulture) : NotCounted)}");

    private static double ParseNumber(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
