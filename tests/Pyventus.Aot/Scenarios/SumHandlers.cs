namespace Pyventus.Aot.Scenarios;

/// <summary>Its callback runs on the instance that its handler ran on.</summary>
internal sealed class SumHandlers
{
    private int _sum;

    [On("sum.added", OnSuccess = nameof(Added))]
    internal int Add(int number) => _sum += number;

    internal void Added(object? result) => Transcript.Line($"sum {result} {_sum}");
}
