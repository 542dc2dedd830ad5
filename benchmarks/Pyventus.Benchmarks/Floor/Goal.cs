using Pyventus.Benchmarks.Cases.Async;
using Pyventus.Benchmarks.Cases.Dispatch;
using Pyventus.Benchmarks.Cases.Executors;

namespace Pyventus.Benchmarks.Floor;

/// <summary>What a case should cost, beside another one of the same process.</summary>
/// <param name="Id">The case.</param>
/// <param name="Other">The case it is compared with.</param>
/// <param name="Unit">How it is compared.</param>
/// <param name="Limit">How much it may be.</param>
internal sealed record Goal(string Id, string Other, GoalUnit Unit, double Limit)
{
    /// <summary>All goals.</summary>
    public static IReadOnlyList<Goal> All { get; } =
    [
        Ratio(EmitQuestion.Name, EmitQuestion.Emit, 1, EmitQuestion.Direct, 1.9),
        Ratio(EmitQuestion.Name, EmitQuestion.Emit, 4, EmitQuestion.Direct, 1.35),
        Ratio(EmitQuestion.Name, EmitQuestion.Emit, 16, EmitQuestion.Direct, 1.1),
        Ratio(EmitQuestion.Name, EmitQuestion.InlinableEmit, 4, EmitQuestion.Direct, 0.45),
        Ratio(EmitQuestion.Name, EmitQuestion.InlinableEmit, 16, EmitQuestion.Direct, 0.25),
        Ratio(HostedEmitQuestion.Name, EmitQuestion.Emit, 1, EmitQuestion.Direct, 1.9),
        Ratio(HostedEmitQuestion.Name, EmitQuestion.Emit, 4, EmitQuestion.Direct, 1.35),
        Ratio(HostedEmitQuestion.Name, EmitQuestion.Emit, 16, EmitQuestion.Direct, 1.1),
        More(EmitQuestion.AnyName, 1, 10),
        More(EmitQuestion.AnyName, 4, 10),
        More(EmitQuestion.AnyName, 16, 10),
        More(EmitQuestion.LastName, 1, 2),
        More(EmitQuestion.LastName, 4, 2),
        More(EmitQuestion.LastName, 16, 2),
        More(EmitQuestion.ContainerLinker, 1, 1),
        More(EmitQuestion.ContainerLinker, 4, 1),
        More(EmitQuestion.ContainerLinker, 16, 1),
        Ratio(EmitQuestion.Name, EmitQuestion.Changed, 1, EmitQuestion.Multicast, 1.1),
        Ratio(EmitQuestion.Name, EmitQuestion.Changed, 4, EmitQuestion.Multicast, 1.1),
        Ratio(EmitQuestion.Name, EmitQuestion.Changed, 16, EmitQuestion.Multicast, 1.1),
        Ratio(CompletingQuestion.Name, CompletingQuestion.EmitAsync, 1, CompletingQuestion.Await, 2.2),
        Ratio(CompletingQuestion.Name, CompletingQuestion.EmitAsync, 4, CompletingQuestion.Await, 1.4),
        Ratio(CompletingQuestion.Name, CompletingQuestion.EmitAsync, 16, CompletingQuestion.Await, 1.1),
        Ratio(YieldingQuestion.Name, YieldingQuestion.EmitAsync, YieldingQuestion.Size, YieldingQuestion.WhenAll, 0.9),
        new(GetId(YieldingQuestion.Name, YieldingQuestion.EmitAsync, YieldingQuestion.Size), GetId(YieldingQuestion.Name, YieldingQuestion.AwaitEach, YieldingQuestion.Size), GoalUnit.MoreBytes, 64),
        Ratio(SharedPoolQuestion.Name, SharedPoolQuestion.Emit, 1, SharedPoolQuestion.Baseline, 1),
        Ratio(SuppressedContextQuestion.Name, SuppressedContextQuestion.Emit, 1, SuppressedContextQuestion.Baseline, 1 / 0.9),
        Ratio(WorkersQuestion.Name, WorkersQuestion.Emit, WorkersQuestion.Workers, WorkersQuestion.Baseline, 1),
    ];

    /// <summary>How much it is.</summary>
    public double Measure(CaseResults results) => Unit switch
    {
        GoalUnit.Times => results.GetRatio(Id, Other),
        GoalUnit.MoreNanoseconds => results.GetDifference(Id, Other),
        _ => results.GetBytes(Id) - results.GetBytes(Other),
    };

    private static Goal Ratio(string question, string variant, int size, string other, double limit) =>
        new(GetId(question, variant, size), GetId(question, other, size), GoalUnit.Times, limit);

    private static Goal More(string variant, int size, double limit) =>
        new(GetId(EmitQuestion.Name, variant, size), GetId(EmitQuestion.Name, EmitQuestion.Emit, size), GoalUnit.MoreNanoseconds, limit);

    private static string GetId(string question, string variant, int size) => $"{question}/{variant}/{size}";
}
