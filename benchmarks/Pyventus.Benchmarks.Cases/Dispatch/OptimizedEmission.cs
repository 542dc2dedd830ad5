using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Emits from code that the JIT optimizes.</summary>
internal static class OptimizedEmission
{
    /// <summary>Emits in a program in which nobody can listen.</summary>
    /// <returns>0; 1 when the assembly that has the listeners was loaded for it, which makes each later emission slower.</returns>
    public static int Run()
    {
        Emit();
        return Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), static assembly => assembly.GetName().Name == "System.Diagnostics.DiagnosticSource") ? 1 : 0;
    }

    /// <summary>Emits before and after somebody listens.</summary>
    /// <returns>0 when what was emitted afterwards was heard, and nothing else.</returns>
    public static int RunListeningLate()
    {
        using var emitter = new AsyncEventEmitter();
        Emit(emitter);
        EmitOptimized(emitter);
        return CountHeard(emitter) == 2 ? 0 : 1;
    }

    /// <summary>Emits in a program with a host.</summary>
    public static void RunHosted()
    {
        HostedEmitQuestion.LoadListeners();
        Emit();
    }

    /// <summary>Emits in a program with a host whose listener throws when it is told of an instrument.</summary>
    /// <returns>0 when each emission called the handler and the listener was reported once.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int RunWithBrokenListener()
    {
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, _) =>
            {
                if (instrument.Meter.Name == "Pyventus")
                {
                    throw new InvalidOperationException("broken");
                }
            },
        };
        listener.Start();
        using var report = new StringWriter();
        Console.SetError(report);
        Emit();
        return SyncHandlers.Sum == 2 && report.ToString().Split("a listener threw").Length == 2 ? 0 : 1;
    }

    private static void Emit()
    {
        using var emitter = new AsyncEventEmitter();
        Emit(emitter);
        EmitOptimized(emitter);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long CountHeard(EventEmitter emitter)
    {
        long heard = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "pyventus.emissions")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => heard += count);
        listener.Start();
        Emit(emitter);
        EmitOptimized(emitter);
        return heard;
    }

    // As the first emissions of a program are compiled, which initializes what optimized code takes for constant.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Emit(EventEmitter emitter) => emitter.Emit("sync.1", 1);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void EmitOptimized(EventEmitter emitter) => emitter.Emit("sync.1", 1);
}
