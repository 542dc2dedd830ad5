namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Emits the events of <see cref="EmitLoops"/> with an argument of another type than the handlers take.</summary>
internal sealed class ConvertedEmitLoops(EventEmitter emitter)
{
    private const short Value = Case.Value;

    private readonly EventEmitter _emitter = emitter;

    public void Emit1(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.1", Value);
        }
    }

    public void Emit4(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.4", Value);
        }
    }

    public void Emit16(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("sync.16", Value);
        }
    }
}
