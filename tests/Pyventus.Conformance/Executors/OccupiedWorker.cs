namespace Pyventus.Conformance;

/// <summary>An executor whose one worker runs a handler until the test releases it, so that what is emitted stays queued.</summary>
internal sealed class OccupiedWorker : IDisposable
{
    private readonly ManualResetEventSlim _release = new();

    public OccupiedWorker(EventLinker linker, ExecutorEventEmitter emitter)
    {
        Emitter = emitter;
        using var started = new ManualResetEventSlim();
        linker.Subscribe("occupy", () =>
        {
            started.Set();
            _release.BlockUntilSet();
        });
        emitter.Emit("occupy");
        started.BlockUntilSet();
    }

    public ExecutorEventEmitter Emitter { get; }

    public void Release() => _release.Set();

    public void Dispose()
    {
        _release.Set();
        Emitter.Dispose();
        _release.Dispose();
    }
}
