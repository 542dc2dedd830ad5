using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>What a program does until its first emission has returned, and nothing else.</summary>
internal static class FirstEmission
{
    /// <returns>How often the handler was called.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run()
    {
        EventEmitter emitter = new AsyncEventEmitter();
        emitter.Emit("sync.1", Case.Value);
        return (int)SyncHandlers.Sum;
    }

    /// <summary>The same for another event, whose name is known at run time only.</summary>
    /// <param name="name">The name of an event with one handler.</param>
    /// <returns>How often the handler was called.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string name)
    {
        long before = SyncHandlers.Sum;
        EventEmitter emitter = new AsyncEventEmitter();
        emitter.Emit(name, Case.Value);
        return (int)(SyncHandlers.Sum - before);
    }
}
