namespace Pyventus.Conformance;

/// <summary>Ten million emissions on two pool threads, in every combination, with exact counts.</summary>
[NonParallelizable]
public sealed class ThreadPoolStressTests
{
    private const int Emitters = 4;

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private FixedThreadPool? _pool;
    private int _attempts;
    private int _refused;
    private int _reported;
    private int _runs;

    [SetUp]
    public void FixThePool() => _pool = new FixedThreadPool();

    [TearDown]
    public void FreeThePool() => _pool?.Dispose();

    [Test]
    public async Task X1_R1_Of_ten_million_emissions_each_runs_or_is_refused_or_reported(
        [Values] FullMode mode, [Values(1, 16, 256)] int capacity, [Values(0, 2)] int workers, [Values(0, 1, 100)] int nested)
    {
        int figure = StressScale.Of(nested == 100 ? 505_000 : 25_000);
        var emitter = new ExecutorEventEmitter(
            new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = workers, Capacity = capacity, FullMode = mode }),
            new EventEmitterOptions { Linker = _linker });
        emitter.HandlerFailed += (_, _) => Interlocked.Increment(ref _reported);
        _linker.Subscribe("leaf", () => Interlocked.Increment(ref _runs));
        _linker.Subscribe("parent", () =>
        {
            Interlocked.Increment(ref _runs);
            for (int child = 0; child < nested; child++)
            {
                Interlocked.Increment(ref _attempts);
                emitter.Emit("leaf");
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Emitters).Select(_ => DedicatedThread.RunAsync(() =>
        {
            while (Volatile.Read(ref _attempts) < figure)
            {
                Interlocked.Increment(ref _attempts);
                TryEmit(emitter);
            }
        })));
        await emitter.DisposeAsync().InTime();
        Assert.That(_runs + _refused + _reported, Is.EqualTo(_attempts), $"runs {_runs}, refused {_refused}, reported {_reported}");
        Assert.That(_attempts, Is.GreaterThanOrEqualTo(figure));
        if (mode != FullMode.Throw)
        {
            Assert.That(_refused, Is.Zero);
        }

        if (mode != FullMode.DropOldest)
        {
            Assert.That(_reported, Is.Zero);
        }
    }

    private void TryEmit(EventEmitter emitter)
    {
        try
        {
            emitter.Emit("parent");
        }
        catch (EmissionRejectedException)
        {
            Interlocked.Increment(ref _refused);
            Thread.Yield();
        }
    }
}
