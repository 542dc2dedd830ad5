namespace Pyventus.Conformance;

/// <summary>Capacity, full mode and nesting at random, with exact counts.</summary>
public sealed class QueueStressTests
{
    private const int Threads = 4;
    private const int EmissionsPerThread = 4_000;

    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private int _attempts;
    private int _refused;
    private int _reported;
    private int _runs;

    [Test]
    public async Task X1_Every_emission_runs_or_is_refused_or_reported(
        [Values] FullMode mode, [Values(0, 1, 2)] int workers, [Values(1, 3)] int capacity, [Values(2026)] int seed)
    {
        var emitter = new ExecutorEventEmitter(
            new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = workers, Capacity = capacity, FullMode = mode }),
            new EventEmitterOptions { Linker = _linker });
        emitter.HandlerFailed += (_, _) => Interlocked.Increment(ref _reported);
        _linker.Subscribe("e", async (int children) =>
        {
            Interlocked.Increment(ref _runs);
            for (int child = 0; child < children; child++)
            {
                switch (child % 3)
                {
                    case 0:
                        Emit(emitter, 0);
                        break;
                    case 1:
                        await EmitAsync(emitter, child == 1 ? 1 : 0);
                        break;
                    default:
                        await Task.Yield();
                        Emit(emitter, 1);
                        break;
                }
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => DedicatedThread.RunAsync(() =>
        {
            var random = new Random(seed + thread);
            for (int index = 0; index < EmissionsPerThread; index++)
            {
                int children = random.Next(50) == 0 ? random.Next(6) : 0;
                if (random.Next(4) == 0)
                {
                    EmitAsync(emitter, children).InTime().GetAwaiter().GetResult();
                }
                else
                {
                    Emit(emitter, children);
                }
            }
        })));
        await emitter.DisposeAsync().InTime();
        Assert.That(_runs + _refused + _reported, Is.EqualTo(_attempts), $"runs {_runs}, refused {_refused}, reported {_reported}");
        Assert.That(_attempts, Is.GreaterThanOrEqualTo(Threads * EmissionsPerThread));
        if (mode == FullMode.Wait)
        {
            Assert.That(_runs, Is.EqualTo(_attempts));
        }
    }

    private void Emit(EventEmitter emitter, int children)
    {
        Interlocked.Increment(ref _attempts);
        try
        {
            emitter.Emit("e", children);
        }
        catch (EmissionRejectedException)
        {
            Interlocked.Increment(ref _refused);
        }
    }

    private async Task EmitAsync(EventEmitter emitter, int children)
    {
        Interlocked.Increment(ref _attempts);
        try
        {
            (await emitter.EmitAsync("e", children)).ThrowIfFailed();
        }
        catch (EmissionRejectedException)
        {
            Interlocked.Increment(ref _refused);
        }
    }
}
