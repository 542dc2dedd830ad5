namespace Pyventus.Conformance;

/// <summary>What an emission on an executor allocates, on all threads together, once it has run.</summary>
[NonParallelizable]
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

            // An object with three references and a payload of one, the context it runs in, and a part of what several share.
            Assert.That(Measure(emitter), Is.InRange(40, 96));
            GC.KeepAlive(ambient);
        });

    // The least of several: whatever else the process does comes on top.
    private static double Measure(EventEmitter emitter)
    {
        double least = double.MaxValue;
        for (int attempt = 0; attempt < 10; attempt++)
        {
            using var left = new CountdownEvent(Emissions);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int index = 0; index < Emissions; index++)
            {
                emitter.Emit("dynamic", left);
            }

            Assert.That(left.Wait(Deadline.Limit));
            least = Math.Min(least, (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Emissions);
        }

        return least;
    }
}
