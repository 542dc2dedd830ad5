using System.Diagnostics.CodeAnalysis;

namespace Pyventus.Conformance;

/// <summary>Handlers that take parts of their events, converted, with defaults and in every form.</summary>
internal static class ContractHandlers
{
    [On("part", Linker = typeof(StaticLinker))]
    internal static void Whole(List<string> calls, int id, string name) => calls.Add($"whole {id} {name}");

    [On("part", Linker = typeof(StaticLinker))]
    internal static void Leading(ICollection<string> calls, long id) => calls.Add($"leading {id}");

    [On("part", Linker = typeof(StaticLinker))]
    internal static void Nothing()
    {
    }

    [On("part", Linker = typeof(StaticLinker))]
    [SuppressMessage("Design", "CA1068", Justification = "A token may stand anywhere, which is what is tested.")]
    internal static void Special(CancellationToken token, List<string> calls, EventContext context, double id) =>
        calls.Add($"special {token.CanBeCanceled} {context.Arguments[2]} {id}");

    [On("optional", Linker = typeof(StaticLinker))]
    internal static void Optional(List<string> calls, string name = "World", int times = 2, DayOfWeek? day = DayOfWeek.Friday) =>
        calls.Add($"{name} {times} {day}");

    [On("result", Linker = typeof(StaticLinker))]
    internal static int Value() => 1;

    [On("result", Linker = typeof(StaticLinker))]
    internal static async Task<string> TaskValueAsync()
    {
        await Task.Yield();
        return "two";
    }

    [On("result", Linker = typeof(StaticLinker))]
    internal static ValueTask<double> ValueTaskValue() => new(3.5);

    [On("result", Linker = typeof(StaticLinker))]
    internal static ValueTask ValueTaskNothing() => default;

    [On("result", Linker = typeof(StaticLinker))]
    internal static Task TaskNothing() => Task.CompletedTask;

    [On("failure", Linker = typeof(StaticLinker))]
    internal static void Throw() => throw new InvalidOperationException("sync");

    [On("failure", Linker = typeof(StaticLinker))]
    internal static async ValueTask<int> ThrowLaterAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("async");
    }

    [On("failure", Linker = typeof(StaticLinker))]
    internal static Task? NoTask() => null;

    [On("forced", Linker = typeof(StaticLinker), ForceAsync = true)]
    internal static void Forced(List<string> calls, ManualResetEventSlim release)
    {
        release.BlockUntilSet();
        calls.Add($"forced {Thread.CurrentThread.IsThreadPoolThread}");
    }

    [On("cancel", Linker = typeof(StaticLinker))]
    internal static Task Obey(TaskCompletionSource started, CancellationToken token)
    {
        started.SetResult();
        return Task.Delay(Timeout.Infinite, token);
    }
}
