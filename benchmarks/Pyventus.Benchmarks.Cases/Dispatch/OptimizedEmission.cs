using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Emits from code that the JIT optimizes, in a program in which nobody can listen.</summary>
internal static class OptimizedEmission
{
    /// <summary>Emits.</summary>
    /// <returns>0; 1 when the assembly that has the listeners was loaded for it, which makes each later emission slower.</returns>
    public static int Run()
    {
        using var emitter = new AsyncEventEmitter();
        Emit(emitter);
        EmitOptimized(emitter);
        foreach (System.Reflection.Assembly assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.GetName().Name == "System.Diagnostics.DiagnosticSource")
            {
                return 1;
            }
        }

        return 0;
    }

    // As the first emissions of a program are compiled, which initializes what optimized code takes for constant.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Emit(EventEmitter emitter) => emitter.Emit("sync.1", 1);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void EmitOptimized(EventEmitter emitter) => emitter.Emit("sync.1", 1);
}
