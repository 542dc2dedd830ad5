namespace Pyventus.Conformance;

/// <summary>
/// Handlers that subscribe, unsubscribe, query, emit and dispose, all at once and at random, while others do so from outside.
/// </summary>
internal sealed class ReentrancyRound
{
    private const int Threads = 4;
    private const int Emissions = 40;

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly EventEmitter _emitter;
    private readonly ProcessingWay _way;
    private readonly int _seed;
    private readonly EventSubscriber?[] _subscribers = new EventSubscriber?[8];
    private int _handled;
    private int _accepted;
    private int _failed;

    public ReentrancyRound(ProcessingWay way, int seed)
    {
        _way = way;
        _seed = seed;
        _emitter = way.CreateFor(_linker);
        _emitter.HandlerFailed += (_, _) => Interlocked.Increment(ref _failed);
        _linker.Subscribe("work", (int depth) => Act(depth));
        _linker.Subscribe("work", async (int depth) =>
        {
            await Task.Yield();
            Act(depth);
        });
    }

    /// <returns>How many handlers ran, after all that was accepted has been handled.</returns>
    public async Task<int> RunAsync()
    {
        using var start = new Barrier(Threads);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => DedicatedThread.RunAsync(() =>
        {
            start.SignalAndWait(Deadline.Limit);
            for (int emission = 0; emission < Emissions; emission++)
            {
                Emit(2);
                Do(new Random(_seed + (thread * Emissions) + emission), 2);
            }
        })));
        await _emitter.DisposeAsync().InTime();
        Assert.That((_handled, _failed), Is.EqualTo((2 * _accepted, 0)), $"seed {_seed}");
        return _handled;
    }

    private void Act(int depth)
    {
        Do(new Random(_seed + Interlocked.Increment(ref _handled)), depth);
    }

    private void Do(Random random, int depth)
    {
        ref EventSubscriber? subscriber = ref _subscribers[random.Next(_subscribers.Length)];
        switch (random.Next(9))
        {
            case 0 or 1:
                EventKey[] events = random.Next(3) switch { 0 => ["work"], 1 => ["work", "other"], _ => ["*"] };
                var options = new SubscribeOptions { Once = random.Next(2) == 0, Order = random.Next(-1, 2) };
                Interlocked.Exchange(ref subscriber, _linker.Subscribe(events, _ => { }, options))?.Dispose();
                break;
            case 2:
                Interlocked.Exchange(ref subscriber, null)?.Dispose();
                break;
            case 3:
                _linker.RemoveEvent("other");
                break;
            case 4:
                _ = _linker.Subscribers.Count + _linker.GetSubscribers("work").Count;
                break;
            case 5 when random.Next(100) == 0:
                Dispose(random);
                break;
            default:
                if (depth > 0)
                {
                    Emit(depth - 1);
                }

                break;
        }
    }

    private void Emit(int depth)
    {
        // Before the emission, whose handlers may run within the call.
        Interlocked.Increment(ref _accepted);
        try
        {
            _emitter.Emit("work", depth);
        }
        catch (EmissionRejectedException)
        {
            Interlocked.Decrement(ref _accepted);
        }
    }

    private void Dispose(Random random)
    {
        if (!_way.CanBeDisposedInsideHandlers)
        {
            return;
        }

        if (random.Next(2) == 0)
        {
            _emitter.Dispose();
        }
        else
        {
            _ = _emitter.DisposeAsync().AsTask();
        }
    }
}
