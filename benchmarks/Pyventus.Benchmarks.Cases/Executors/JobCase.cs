namespace Pyventus.Benchmarks.Cases.Executors;

/// <summary>Cases of bursts of jobs, from the first submission to the end of the last job.</summary>
internal static class JobCase
{
    public const int Burst = 50_000;

    public static Case Create(string question, string variant, Func<int, ValueTask> run, int size = 1, bool isBaseline = false) => new()
    {
        Question = question,
        Variant = variant,
        Size = size,
        IsBaseline = isBaseline,
        RunAsync = run,
        GetSum = static () => Jobs.Sum,
        SumPerOperation = 1,
        Operations = Burst,
    };

    /// <summary>Emits one job after the other and waits for the last.</summary>
    public static Func<int, ValueTask> EmitTo(EventEmitter emitter) => operations =>
    {
        Task done = Jobs.Expect(operations);
        for (int number = 0; number < operations; number++)
        {
            emitter.Emit("job", number);
        }

        return new ValueTask(done);
    };
}
