namespace Pyventus.Benchmarks.Cases;

/// <summary>One way to do something, at one size.</summary>
internal sealed class Case
{
    /// <summary>The payload of every emission.</summary>
    public const int Value = 1;

    /// <summary>The question it answers a part of.</summary>
    public required string Question { get; init; }

    /// <summary>The way.</summary>
    public required string Variant { get; init; }

    /// <summary>How many handlers, subscribers or threads.</summary>
    public required int Size { get; init; }

    /// <summary>Whether the other ways of the same size are compared with it.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>Does it so many times.</summary>
    public required Func<int, ValueTask> RunAsync { get; init; }

    /// <summary>What the handlers have added up so far.</summary>
    public required Func<long> GetSum { get; init; }

    /// <summary>How much the handlers add when it is done once.</summary>
    public required int SumPerOperation { get; init; }

    /// <summary>How many times it is done at once to be measured; 0 for as many as fill the time.</summary>
    public int Operations { get; init; }

    /// <summary>Names it among all.</summary>
    public string Id => $"{Question}/{Variant}/{Size}";

    /// <summary>A way that is synchronous.</summary>
    public static Func<int, ValueTask> Synchronously(Action<int> run) => operations =>
    {
        run(operations);
        return default;
    };

    /// <summary>Does it so many times and throws when handlers were not called as often as they should.</summary>
    public async ValueTask VerifyAsync(int operations)
    {
        long before = GetSum();
        await RunAsync(operations);
        long added = GetSum() - before;
        if (added != (long)operations * SumPerOperation)
        {
            throw new InvalidOperationException($"The handlers of {Id} added {added} instead of {(long)operations * SumPerOperation}.");
        }
    }
}
