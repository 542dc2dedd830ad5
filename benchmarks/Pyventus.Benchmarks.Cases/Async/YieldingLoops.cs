namespace Pyventus.Benchmarks.Cases.Async;

/// <summary>Waits for four handlers that yield.</summary>
internal sealed class YieldingLoops(EventEmitter emitter)
{
    private readonly EventEmitter _emitter = emitter;

    /// <summary>The least that waiting for all of them can cost: what the handlers themselves do.</summary>
    public static async ValueTask StartThenAwaitEach(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            Task first = YieldingHandlers.H1(Case.Value);
            Task second = YieldingHandlers.H2(Case.Value);
            Task third = YieldingHandlers.H3(Case.Value);
            Task fourth = YieldingHandlers.H4(Case.Value);
            await first;
            await second;
            await third;
            await fourth;
        }
    }

    public static async ValueTask WhenAll(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            await Task.WhenAll(YieldingHandlers.H1(Case.Value), YieldingHandlers.H2(Case.Value), YieldingHandlers.H3(Case.Value), YieldingHandlers.H4(Case.Value));
        }
    }

    public async ValueTask Emit(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            await _emitter.EmitAsync("yielding.4", Case.Value);
        }
    }
}
