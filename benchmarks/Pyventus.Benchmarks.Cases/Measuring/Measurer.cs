using System.Diagnostics;

namespace Pyventus.Benchmarks.Cases.Measuring;

/// <summary>Measures cases against each other: in rounds, each in an order of its own, so that no case always follows the same.</summary>
internal sealed class Measurer(IReadOnlyList<Case> cases)
{
    private const int Rounds = 11;
    private const int WarmUpCalls = 40;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan _batch = TimeSpan.FromMilliseconds(4);

    public async Task<IReadOnlyList<Measurement>> MeasureAsync()
    {
        await WarmUpAsync();
        int[] operations = new int[cases.Count];
        for (int index = 0; index < cases.Count; index++)
        {
            operations[index] = await CalibrateAsync(cases[index]);
        }

        var samples = cases.Select(static _ => new List<(double Nanoseconds, double Bytes)>(Rounds)).ToArray();
        int[] order = [.. Enumerable.Range(0, cases.Count)];
        for (int round = 0; round < Rounds; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (int index in order)
            {
                samples[index].Add(await SampleAsync(cases[index], operations[index]));
            }
        }

        return [.. cases.Select((item, index) => new Measurement(
            item.Id,
            Median.Of(samples[index].Select(static sample => sample.Nanoseconds)),
            Median.Of(samples[index].Select(static sample => sample.Bytes))))];
    }

    // The JIT optimizes what was called often enough, some time after the last new method was called, and does so twice.
    private async Task WarmUpAsync()
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            foreach (Case item in cases)
            {
                int calls = item.Operations > 0 ? 1 : WarmUpCalls;
                for (int call = 0; call < calls; call++)
                {
                    await item.VerifyAsync(Math.Max(item.Operations, 20));
                }
            }
        }
        while (Stopwatch.GetElapsedTime(start) < _warmUp);
    }

    private static async Task<int> CalibrateAsync(Case item)
    {
        if (item.Operations > 0)
        {
            return item.Operations;
        }

        int operations = 1;
        while (true)
        {
            long start = Stopwatch.GetTimestamp();
            await item.VerifyAsync(operations);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed >= _batch)
            {
                return operations;
            }

            operations = elapsed * 8 < _batch ? operations * 8 : (int)(operations * 1.1 * (_batch / elapsed)) + 1;
        }
    }

    private static async Task<(double Nanoseconds, double Bytes)> SampleAsync(Case item, int operations)
    {
        long sum = item.GetSum();
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        await item.RunAsync(operations);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        if (item.GetSum() - sum != (long)operations * item.SumPerOperation)
        {
            throw new InvalidOperationException($"The handlers of {item.Id} were not called as often as they should.");
        }

        return (elapsed.TotalNanoseconds / operations, (double)bytes / operations);
    }
}
