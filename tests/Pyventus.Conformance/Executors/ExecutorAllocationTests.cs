namespace Pyventus.Conformance;

/// <summary>What an emission on an executor allocates on the thread that emits; what runs it shares the rest, more or less by chance.</summary>
public sealed class ExecutorAllocationTests
{
    private const int Emissions = 10_000;

    private readonly StaticLinker _linker = new();

    [Test]
    public Task An_emission_to_synchronous_handlers_is_one_object([Values(0, 2)] int maxWorkers, [Values] bool suppressed, [Values] bool hasContext) =>
        DedicatedThread.RunAsync(() =>
        {
            var options = new ThreadPoolExecutorOptions { MaxWorkers = maxWorkers, SuppressExecutionContext = suppressed };
            using var emitter = new ExecutorEventEmitter(new ThreadPoolExecutor(options), new EventEmitterOptions { Linker = _linker, Debug = false });
            var ambient = new AsyncLocal<object?> { Value = hasContext ? this : null };
            _linker.Subscribe("dynamic", (CountdownEvent left) => left.Signal());

            // An object with four references, and a place in a queue.
            Assert.That(Measure(emitter), Is.InRange(40, 112));
            GC.KeepAlive(ambient);
        });

    private static double Measure(EventEmitter emitter)
    {
        Emit(emitter);
        return (double)Emit(emitter) / Emissions;
    }

    private static long Emit(EventEmitter emitter)
    {
        using var left = new CountdownEvent(Emissions);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 0; index < Emissions; index++)
        {
            emitter.Emit("dynamic", left);
        }

        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(left.Wait(Deadline.Limit));
        return bytes;
    }
}
