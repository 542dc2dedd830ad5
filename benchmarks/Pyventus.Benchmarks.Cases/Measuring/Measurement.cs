using System.Globalization;

namespace Pyventus.Benchmarks.Cases.Measuring;

/// <summary>What one process found out about a case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Nanoseconds">Per operation: the median of the rounds.</param>
/// <param name="Bytes">Allocated per operation, on all threads: the median of the rounds.</param>
internal sealed record Measurement(string Id, double Nanoseconds, double Bytes)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Measurement Parse(string line) =>
        line.Split('\t') is [var id, var nanoseconds, var bytes]
            ? new Measurement(id, double.Parse(nanoseconds, CultureInfo.InvariantCulture), double.Parse(bytes, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{line}' is no measurement.");

    /// <summary>One line for another process.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}\t{Nanoseconds:F3}\t{Bytes:F2}");
}
