namespace Pyventus.Conformance;

/// <summary>What is unfinished and what waits, as observed from outside.</summary>
public sealed class WorkloadTests
{
    [Test]
    public async Task Pending_emissions_and_the_depth_of_queues_are_observed()
    {
        using var recorder = new MeasurementRecorder();
        EventLinker linker = EventLinker.CreateEmpty();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        linker.Subscribe("e", () =>
        {
            started.TrySetResult();
            return release.Task;
        });
        (double pendingBefore, double queuedBefore) = Observe(recorder);
        var emitter = new ExecutorEventEmitter(new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 1 }), new EventEmitterOptions { Linker = linker });
        emitter.Emit("e");
        emitter.Emit("e");
        emitter.Emit("e");
        await started.Task.InTime();
        Assert.That(Observe(recorder), Is.EqualTo((pendingBefore + 3, queuedBefore + 2)));
        release.SetResult();
        await emitter.DisposeAsync().InTime();
        Assert.That(Observe(recorder), Is.EqualTo((pendingBefore, queuedBefore)));
    }

    private static (double Pending, double Queued) Observe(MeasurementRecorder recorder)
    {
        recorder.Observe();
        return (Last("pyventus.emissions.pending"), Last("pyventus.queue.depth"));

        double Last(string instrument) => recorder.Of(instrument, ("executor", nameof(ThreadPoolExecutor))) is [.., var last] ? last : 0;
    }
}
