namespace Pyventus.Conformance;

/// <summary>
/// 64 threads emit what once subscribers wait for, with rejections mixed in, while more of them subscribe: each has run
/// exactly once in the end.
/// </summary>
internal sealed class OnceStress
{
    private const int Emitters = 64;

    // One of so many emissions brings a new once subscriber.
    private const int EmissionsPerSubscriber = 20;

    private static readonly EventKey[] _events = ["a", "b", "*"];
    private static readonly SubscribeOptions _once = new() { Once = true };

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly EventEmitter _emitter;
    private readonly int _seed;
    private readonly int[] _runs;
    private int _subscribed;
    private int _expectedRejections;
    private int _rejections;
    private int _refused;
    private int _reported;

    /// <param name="create">Makes the emitter of a linker.</param>
    /// <param name="emissions">How many there are in total.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    public OnceStress(Func<EventLinker, EventEmitter> create, int emissions, int seed)
    {
        _seed = seed;
        PerEmitter = (emissions + Emitters - 1) / Emitters;
        _runs = new int[PerEmitter * Emitters];
        _emitter = create(_linker);
        _emitter.HandlerFailed += (_, _) => Interlocked.Increment(ref _reported);

        // They refuse an emission without a number.
        _linker.Subscribe("a", (int _) => { });
        _linker.Subscribe("b", (int _) => { });
    }

    /// <summary>How often the queue refused an emission, or told the caller that it dropped his.</summary>
    public int Refused => _refused;

    /// <summary>How often a handler was said to have failed: nothing fails here but what is dropped.</summary>
    public int Reported => _reported;

    private int PerEmitter { get; }

    public async Task RunAsync()
    {
        using var start = new Barrier(Emitters);
        await Task.WhenAll(Enumerable.Range(0, Emitters).Select(emitter => DedicatedThread.RunAsync(() =>
        {
            var random = new Random(_seed + emitter);
            start.SignalAndWait(Deadline.Limit);
            for (int emission = 0; emission < PerEmitter; emission++)
            {
                Emit(random);
            }
        })));

        // Those that no emission met.
        while (!TryEmit(() => _emitter.EmitAsync("a", 1).InTime().GetAwaiter().GetResult()))
        {
            await Task.Yield();
        }

        await _emitter.DisposeAsync().InTime();
        Assert.That(_runs.Take(_subscribed), Is.All.EqualTo(1), $"seed {_seed}");
        Assert.That(_subscribed, Is.GreaterThan(PerEmitter * Emitters / EmissionsPerSubscriber / 2));
        Assert.That(_rejections, Is.EqualTo(_expectedRejections));
        Assert.That(_linker.SubscriberCount, Is.EqualTo(2));
    }

    private void Emit(Random random)
    {
        if (random.Next(EmissionsPerSubscriber) == 0)
        {
            int index = Interlocked.Increment(ref _subscribed) - 1;
            _linker.Subscribe(_events, _ => Interlocked.Increment(ref _runs[index]), _once);
        }

        string name = random.Next(2) == 0 ? "a" : "b";
        switch (random.Next(64))
        {
            case 0:
                Reject<EventSignatureException>(() => _emitter.Emit(name, "no number"));
                break;
            case 1:
                Reject<OperationCanceledException>(() => _emitter.EmitAsync(name, 1, new CancellationToken(true)).InTime().GetAwaiter().GetResult());
                break;
            case 2:
                TryEmit(() => _emitter.EmitAsync(name, 1).InTime().GetAwaiter().GetResult());
                break;
            default:
                TryEmit(() => _emitter.Emit(name, 1));
                break;
        }
    }

    private void Reject<TException>(Action emit)
        where TException : Exception
    {
        Interlocked.Increment(ref _expectedRejections);
        try
        {
            emit();
        }
        catch (TException)
        {
            Interlocked.Increment(ref _rejections);
        }
    }

    private bool TryEmit(Action emit)
    {
        try
        {
            emit();
            return true;
        }
        catch (EmissionRejectedException)
        {
            Interlocked.Increment(ref _refused);
            return false;
        }
    }
}
