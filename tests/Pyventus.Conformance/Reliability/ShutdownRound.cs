namespace Pyventus.Conformance;

/// <summary>One round: a few threads emit in all ways, others close the emitter in all ways, and the books must balance.</summary>
internal sealed class ShutdownRound
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly EventEmitter _emitter;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly int _seed;
    private int _accepted;
    private int _finished;
    private int _reported;
    private int _late;
    private volatile bool _closed;

    public ShutdownRound(ProcessingWay way, int seed)
    {
        _seed = seed;
        _emitter = way.CreateFor(_linker);
        _emitter.HandlerFailed += (_, _) => Interlocked.Increment(ref _reported);

        // A purely synchronous fan-out of the async emitter is the caller's own call, which nobody waits for.
        _linker.Subscribe("leaf", way.IsInline ? () => Interlocked.Increment(ref _finished) : Handle);
        _linker.Subscribe("async leaf", HandleAsync);
        _linker.Subscribe("parent", async () =>
        {
            await Task.Yield();
            TryEmit("leaf");
            await TryEmitAsync("async leaf", CancellationToken.None);
            Interlocked.Increment(ref _finished);
        });
        _linker.Subscribe("closing", async () =>
        {
            await Task.Yield();
            await CloseAsync(new Random(_seed), isInside: true);
            TryEmit("async leaf");
            Interlocked.Increment(ref _finished);
        });
    }

    /// <returns>How many emissions were accepted.</returns>
    public async Task<int> RunAsync()
    {
        var random = new Random(_seed);
        Task[] actors = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Emit(random.Next())), Close(random.Next()), Close(random.Next())];
        await Task.WhenAll(actors);
        await _emitter.DisposeAsync();
        (int accepted, int finished, int reported) = (Volatile.Read(ref _accepted), Volatile.Read(ref _finished), Volatile.Read(ref _reported));
        if (_late > 0)
        {
            throw new InvalidOperationException($"{_late} emissions started after a shutdown had waited for all.");
        }

        if (accepted != finished + reported)
        {
            throw new InvalidOperationException($"{accepted} emissions were accepted, {finished} finished and {reported} reported.");
        }

        try
        {
            _emitter.Emit("leaf");
            throw new InvalidOperationException("An emission was accepted after disposal.");
        }
        catch (EmissionRejectedException)
        {
            _cancellation.Dispose();
        }

        return accepted;
    }

    private Task Emit(int seed) => Task.Run(async () =>
    {
        var random = new Random(seed);
        string[] names = ["leaf", "async leaf", "parent", "closing"];
        for (int index = 0; index < 6; index++)
        {
            string name = names[random.Next(index < 4 ? 3 : 4)];
            if (random.Next(2) == 0)
            {
                TryEmit(name);
            }
            else
            {
                await TryEmitAsync(name, random.Next(3) == 0 ? _cancellation.Token : CancellationToken.None);
            }
        }
    });

    private Task Close(int seed) => Task.Run(async () =>
    {
        var random = new Random(seed);
        for (int spins = random.Next(4); spins > 0; spins--)
        {
            await Task.Yield();
        }

        await CloseAsync(random, isInside: false);
    });

    private async Task CloseAsync(Random random, bool isInside)
    {
        switch (random.Next(6), _emitter)
        {
            case (0, _):
                await _cancellation.CancelAsync();
                break;
            case (1, ExecutorEventEmitter executor):
                executor.Shutdown(wait: false, cancelPending: random.Next(2) == 0);
                break;
            case (2, ExecutorEventEmitter executor):
                await executor.ShutdownAsync(cancelPending: random.Next(2) == 0);
                _closed |= !isInside;
                break;
            case (3, AsyncEventEmitter asynchronous) when random.Next(2) == 0:
                await WaitForTasksAsync(asynchronous);
                break;
            default:
                await _emitter.DisposeAsync();
                _closed |= !isInside;
                break;
        }
    }

    private static async Task WaitForTasksAsync(AsyncEventEmitter emitter)
    {
        try
        {
            await emitter.WaitForTasksAsync();
        }
        catch (InvalidOperationException)
        {
            // Inside a handler.
        }
    }

    private void TryEmit(string name)
    {
        Interlocked.Increment(ref _accepted);
        try
        {
            _emitter.Emit(name);
        }
        catch (EmissionRejectedException)
        {
            Interlocked.Decrement(ref _accepted);
        }
    }

    private async Task TryEmitAsync(string name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _accepted);
        try
        {
            await _emitter.EmitAsync(name, cancellationToken);
        }
        catch (Exception exception) when (exception is EmissionRejectedException or OperationCanceledException)
        {
            // Refused, abandoned or cancelled before its start: the caller was told, and no handler ran.
            Interlocked.Decrement(ref _accepted);
        }
    }

    private void Handle()
    {
        // Once a shutdown has waited, nothing may start any more.
        _late += _closed ? 1 : 0;
        Interlocked.Increment(ref _finished);
    }

    private async Task HandleAsync()
    {
        _late += _closed ? 1 : 0;
        await Task.Yield();
        Interlocked.Increment(ref _finished);
    }
}
