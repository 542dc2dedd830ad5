using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>
/// <c>Emit</c> where somebody could listen: a host loads the assembly of the listeners before it makes an emitter, and each
/// emission has to ask.
/// </summary>
internal static class HostedEmitQuestion
{
    public const string Name = "emit-hosted";

    public static Question Create() => new(Name, "Emit to N synchronous handlers where listeners could be", "N", CreateCases);

    /// <summary>Does what a host does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void LoadListeners() => GC.KeepAlive(typeof(ActivitySource).Assembly);

    private static List<Case> CreateCases()
    {
        LoadListeners();
        var loops = new EmitLoops(new AsyncEventEmitter());
        List<Case> cases = [];
        foreach (int size in EmitQuestion.Sizes)
        {
            Add(EmitQuestion.Direct, size, EmitQuestion.GetDirect(size), isBaseline: true);
            Add(EmitQuestion.Emit, size, EmitQuestion.GetEmit(loops, size));
        }

        return cases;

        void Add(string variant, int size, Action<int> run, bool isBaseline = false) =>
            cases.Add(EmitQuestion.CreateCase(Name, variant, size, run, static () => SyncHandlers.Sum, isBaseline));
    }
}
