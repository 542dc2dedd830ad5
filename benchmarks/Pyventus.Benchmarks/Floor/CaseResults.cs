using Pyventus.Benchmarks.Cases.Measuring;

namespace Pyventus.Benchmarks.Floor;

/// <summary>What all processes found out, by case.</summary>
internal sealed class CaseResults
{
    // In each list the process has the same place.
    private readonly Dictionary<string, List<Measurement>> _byCase = new(StringComparer.Ordinal);

    /// <summary>Adds what one process measured; each process measures all cases of a question.</summary>
    public void Add(IEnumerable<Measurement> process)
    {
        foreach (Measurement measurement in process)
        {
            if (!_byCase.TryGetValue(measurement.Id, out List<Measurement>? all))
            {
                _byCase.Add(measurement.Id, all = []);
            }

            all.Add(measurement);
        }
    }

    /// <summary>The middle one of the processes.</summary>
    public double GetNanoseconds(string id) => Median.Of(_byCase[id].Select(static item => item.Nanoseconds));

    /// <summary>The middle one of the processes, without what the measurement itself allocates.</summary>
    public double GetBytes(string id) => Math.Round(Median.Of(_byCase[id].Select(static item => item.Bytes)), 1) is var bytes && bytes < 0.5 ? 0 : bytes;

    /// <summary>How many times as long as the other, in the same process; the middle one of the processes.</summary>
    public double GetRatio(string id, string other) => Median.Of(_byCase[id].Zip(_byCase[other], static (one, two) => one.Nanoseconds / two.Nanoseconds));

    /// <summary>How much longer than the other, in the same process; the middle one of the processes.</summary>
    public double GetDifference(string id, string other) => Median.Of(_byCase[id].Zip(_byCase[other], static (one, two) => one.Nanoseconds - two.Nanoseconds));

    /// <summary>The fastest and the slowest process.</summary>
    public (double Best, double Worst) GetSpread(string id) => (_byCase[id].Min(static item => item.Nanoseconds), _byCase[id].Max(static item => item.Nanoseconds));
}
