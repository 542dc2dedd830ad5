using System.Diagnostics;
using Pyventus.Benchmarks.Cases.Measuring;

namespace Pyventus.Benchmarks.StartUp;

/// <summary>Times whole processes against each other, in rounds of which each starts every one once.</summary>
internal static class ProcessTimer
{
    private const int WarmUpRounds = 3;

    /// <summary>Measures the steps.</summary>
    /// <returns>For each step the milliseconds of its process, and how many more than those of the first step and of the step before.</returns>
    public static async Task<IReadOnlyList<(StartUpStep Step, double Total, double OverFirst, double OverPrevious)>> MeasureAsync(IReadOnlyList<StartUpStep> steps, int rounds)
    {
        double[][] times = [.. steps.Select(_ => new double[rounds])];
        int[] order = [.. Enumerable.Range(0, steps.Count)];
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (int index in order)
            {
                double time = await RunAsync(steps[index]);
                if (round >= 0)
                {
                    times[index][round] = time;
                }
            }
        }

        return [.. steps.Select((step, index) => (
            step,
            Median.Of(times[index]),
            GetDifference(times[index], times[0]),
            GetDifference(times[index], times[Math.Max(index - 1, 0)])))];
    }

    // Of the same round, since the machine changes from round to round.
    private static double GetDifference(double[] one, double[] other) => Median.Of(one.Zip(other, static (left, right) => left - right));

    private static async Task<double> RunAsync(StartUpStep step)
    {
        long start = Stopwatch.GetTimestamp();
        using var process = Process.Start(step.Program, step.Arguments);
        await process.WaitForExitAsync();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return process.ExitCode == step.ExitCode
            ? milliseconds
            : throw new InvalidOperationException($"'{step.Title}' ended with {process.ExitCode} instead of {step.ExitCode}.");
    }
}
