namespace Pyventus.Benchmarks.Cases.Async;

/// <summary>Awaits emissions to handlers that complete synchronously.</summary>
internal sealed class EmitAsyncLoops(EventEmitter emitter)
{
    private readonly EventEmitter _emitter = emitter;

    public async ValueTask Emit1(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            await _emitter.EmitAsync("completing.1", Case.Value);
        }
    }

    public async ValueTask Emit4(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            await _emitter.EmitAsync("completing.4", Case.Value);
        }
    }

    public async ValueTask Emit16(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            await _emitter.EmitAsync("completing.16", Case.Value);
        }
    }
}
