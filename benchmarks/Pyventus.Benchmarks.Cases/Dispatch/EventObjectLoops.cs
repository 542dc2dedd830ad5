namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Emits one event object after the other; the object itself is made once.</summary>
internal sealed class EventObjectLoops(EventEmitter emitter)
{
    private readonly EventEmitter _emitter = emitter;
    private readonly OrderPlaced _placed = new(Case.Value);
    private readonly object _untyped = new OrderPlaced(Case.Value);

    public void Call(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            EventObjectHandlers.Placed(_placed);
        }
    }

    public void EmitClass(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit(_placed);
        }
    }

    public void EmitStruct(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit(new OrderMoved(Case.Value));
        }
    }

    /// <summary>The type is known at run time only.</summary>
    public void EmitUntyped(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit(_untyped);
        }
    }
}
