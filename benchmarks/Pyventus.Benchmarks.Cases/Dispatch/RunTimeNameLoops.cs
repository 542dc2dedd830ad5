namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Emits an event whose name the compiler does not know.</summary>
internal sealed class RunTimeNameLoops(EventEmitter emitter, int handlers)
{
    private readonly EventEmitter _emitter = emitter;

    // Equal strings that are not the same one: a name read from somewhere is a new string each time.
    private readonly string _name = string.Concat("sync.", handlers.ToString());
    private readonly string _otherInstance = string.Concat("sync.", handlers.ToString());

    /// <summary>The string that was emitted last, as a field or a call site that is not bound at compile time has.</summary>
    public void EmitLastUsed(int operations)
    {
        string name = _name;
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit(name, Case.Value);
        }
    }

    /// <summary>Never the string that was emitted last.</summary>
    public void EmitAny(int operations)
    {
        string name = _name;
        string next = _otherInstance;
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit(name, Case.Value);
            (name, next) = (next, name);
        }
    }
}
