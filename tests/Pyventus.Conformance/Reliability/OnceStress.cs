using System.Diagnostics;

namespace Pyventus.Conformance;

/// <summary>
/// 64 threads emit what once subscribers wait for, with rejections mixed in; more of them subscribe meanwhile, and many
/// whenever all threads begin anew. Each has run exactly once in the end.
/// </summary>
internal sealed class OnceStress
{
    private const int Emitters = 64;

    // Of one emitter, from one meeting of all to the next.
    private const int EmissionsPerRound = 16;

    // So many to claim that two emissions that begin at the same instant meet at one of them.
    private const int SubscribersPerRound = 100;

    // One of so many emissions brings a once subscriber too.
    private const int EmissionsPerSubscriber = 50;

    private static readonly EventKey[] _events = ["a", "b", "*"];
    private static readonly SubscribeOptions _once = new() { Once = true };

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly EventEmitter _emitter;
    private readonly int _seed;
    private readonly int _rounds;
    private readonly int[] _runs;
    private long _instant;
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
        _rounds = 1 + (emissions / (Emitters * EmissionsPerRound));
        _runs = new int[_rounds * ((Emitters * EmissionsPerRound) + SubscribersPerRound)];
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

    public async Task RunAsync()
    {
        using var meeting = new Barrier(Emitters, _ => BeginRound());
        await Task.WhenAll(Enumerable.Range(0, Emitters).Select(emitter => DedicatedThread.RunAsync(() =>
        {
            var random = new Random(_seed + emitter);
            for (int emission = 0; emission < _rounds * EmissionsPerRound; emission++)
            {
                if (emission % EmissionsPerRound == 0)
                {
                    meeting.SignalAndWait(Deadline.Limit);
                    while (Stopwatch.GetTimestamp() < _instant)
                    {
                        // Leaving a barrier takes longer than what they race for.
                    }
                }

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
        Assert.That(_subscribed, Is.GreaterThan(_rounds * SubscribersPerRound));
        Assert.That(_rejections, Is.EqualTo(_expectedRejections));
        Assert.That(_linker.SubscriberCount, Is.EqualTo(2));
    }

    private void BeginRound()
    {
        for (int index = 0; index < SubscribersPerRound; index++)
        {
            Subscribe();
        }

        // A refused emission finds out who subscribes; the first of the round need not wait for each other to do so.
        Reject<EventSignatureException>(() => _emitter.Emit("a", "no number"));
        Reject<EventSignatureException>(() => _emitter.Emit("b", "no number"));
        _instant = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 50_000);
    }

    private void Subscribe()
    {
        int index = Interlocked.Increment(ref _subscribed) - 1;
        _linker.Subscribe(_events, _ => Interlocked.Increment(ref _runs[index]), _once);
    }

    private void Emit(Random random)
    {
        if (random.Next(EmissionsPerSubscriber) == 0)
        {
            Subscribe();
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
