namespace Pyventus.Benchmarks.Cases.Async;

/// <summary><c>EmitAsync</c> to four handlers that yield, beside <see cref="Task.WhenAll(Task[])"/> over the same.</summary>
internal static class YieldingQuestion
{
    public const string Name = "yielding";
    public const string WhenAll = "Task.WhenAll";
    public const string AwaitEach = "start all, await each";
    public const string EmitAsync = "EmitAsync";
    public const int Size = 4;

    public static Question Create() => new(Name, "EmitAsync to N handlers that yield", "N", CreateCases);

    private static List<Case> CreateCases() =>
    [
        CreateCase(WhenAll, YieldingLoops.WhenAll, isBaseline: true),
        CreateCase(AwaitEach, YieldingLoops.StartThenAwaitEach),
        CreateCase(EmitAsync, new YieldingLoops(new AsyncEventEmitter()).Emit),
    ];

    private static Case CreateCase(string variant, Func<int, ValueTask> run, bool isBaseline = false) => new()
    {
        Question = Name,
        Variant = variant,
        Size = Size,
        IsBaseline = isBaseline,
        RunAsync = run,
        GetSum = static () => YieldingHandlers.Sum,
        SumPerOperation = Size * Case.Value,
    };
}
