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
}
