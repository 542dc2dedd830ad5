namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Emits events whose handlers may be inlined.</summary>
internal sealed class InlinableEmitLoops(EventEmitter emitter)
{
    private readonly EventEmitter _emitter = emitter;

    public void Emit1(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("inlinable.1", Case.Value);
        }
    }

    public void Emit4(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("inlinable.4", Case.Value);
        }
    }

    public void Emit16(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("inlinable.16", Case.Value);
        }
    }
}
