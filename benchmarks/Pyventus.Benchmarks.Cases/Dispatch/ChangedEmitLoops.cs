namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Emits events that have a subscriber more than there was when they were compiled.</summary>
internal sealed class ChangedEmitLoops(EventEmitter emitter)
{
    private readonly EventEmitter _emitter = emitter;

    public void Emit1(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("changed.1", Case.Value);
        }
    }

    public void Emit4(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("changed.4", Case.Value);
        }
    }

    public void Emit16(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("changed.16", Case.Value);
        }
    }
}
