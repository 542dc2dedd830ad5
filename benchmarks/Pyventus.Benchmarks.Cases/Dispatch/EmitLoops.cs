namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Emits events with constant names, as programs do.</summary>
internal sealed class EmitLoops(EventEmitter emitter)
{
    private readonly EventEmitter _emitter = emitter;

    public void Emit0(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.0", Case.Value);
        }
    }

    public void Emit1(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.1", Case.Value);
        }
    }

    public void Emit2(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.2", Case.Value);
        }
    }

    public void Emit4(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.4", Case.Value);
        }
    }

    public void Emit8(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.8", Case.Value);
        }
    }

    public void Emit16(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.16", Case.Value);
        }
    }

    public void Emit32(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.32", Case.Value);
        }
    }
}
