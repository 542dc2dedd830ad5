namespace Pyventus.Benchmarks.Cases.Async;

/// <summary><c>EmitAsync</c> to N handlers that return a completed task, beside awaiting them one after the other.</summary>
internal static class CompletingQuestion
{
    public const string Name = "emit-async";
    public const string Await = "await each";
    public const string EmitAsync = "EmitAsync";
    private static readonly int[] _sizes = [1, 4, 16];

    public static Question Create() => new(Name, "EmitAsync to N handlers that complete synchronously", "N", CreateCases);

    private static List<Case> CreateCases()
    {
        var loops = new EmitAsyncLoops(new AsyncEventEmitter());
        List<Case> cases = [];
        foreach (int size in _sizes)
        {
            cases.Add(CreateCase(Await, size, size switch { 1 => AwaitLoops.Call1, 4 => AwaitLoops.Call4, _ => AwaitLoops.Call16 }, isBaseline: true));
            cases.Add(CreateCase(EmitAsync, size, size switch { 1 => loops.Emit1, 4 => loops.Emit4, _ => loops.Emit16 }));
        }

        return cases;
    }

    private static Case CreateCase(string variant, int size, Func<int, ValueTask> run, bool isBaseline = false) => new()
    {
        Question = Name,
        Variant = variant,
        Size = size,
        IsBaseline = isBaseline,
        RunAsync = run,
        GetSum = static () => CompletingHandlers.Sum,
        SumPerOperation = size * Case.Value,
    };
}
