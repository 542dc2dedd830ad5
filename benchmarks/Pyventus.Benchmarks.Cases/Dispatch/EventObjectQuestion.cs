namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary><c>Emit</c> of event objects, found by their types.</summary>
internal static class EventObjectQuestion
{
    private const string Name = "event-object";

    public static Question Create() => new(Name, "Emit of an event object to N handlers", "N", CreateCases);

    private static List<Case> CreateCases()
    {
        var loops = new EventObjectLoops(new AsyncEventEmitter());
        return
        [
            CreateCase("direct call", loops.Call, isBaseline: true),
            CreateCase("Emit, sealed class", loops.EmitClass),
            CreateCase("Emit, struct", loops.EmitStruct),
            CreateCase("Emit, type known at run time", loops.EmitUntyped),
        ];
    }

    private static Case CreateCase(string variant, Action<int> run, bool isBaseline = false) => new()
    {
        Question = Name,
        Variant = variant,
        Size = 1,
        IsBaseline = isBaseline,
        RunAsync = Case.Synchronously(run),
        GetSum = static () => EventObjectHandlers.Sum,
        SumPerOperation = Case.Value,
    };
}
