namespace Pyventus.Conformance;

/// <summary>A blocking <c>Dispose</c> on the thread of a user interface: an error when handlers need that thread, and only then.</summary>
public sealed class BlockingDisposalTests : IDisposable
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly SingleThreadedContext _ui = new();
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _ui.Dispose();

    [Test]
    public async Task A5_It_is_an_error_while_handlers_need_the_context([Values] bool ordered, [Values] ErrorPolicy policy, [Values] bool awaited)
    {
        AsyncEventEmitter emitter = CreateEmitter(ordered, policy, captures: !awaited);
        _linker.Subscribe("e", () => _release.Task);
        await _ui.RunAsync(async () =>
        {
            Task emission = Emit(emitter, awaited);
            Assert.That(emitter.Dispose, Throws.InvalidOperationException.With.Message.Contains("DisposeAsync"));
            _release.SetResult();
            await emitter.DisposeAsync();
            await emission;
        });
    }

    [Test]
    public async Task A5_It_is_an_error_while_a_queued_emission_needs_the_context([Values] bool awaited)
    {
        AsyncEventEmitter emitter = CreateEmitter(ordered: true, ErrorPolicy.Isolate, captures: !awaited);
        bool here = false;
        _linker.Subscribe("first", () => _release.Task);
        _linker.Subscribe("e", () => here = _ui.IsHere);
        await DedicatedThread.RunAsync(() => emitter.Emit("first"));
        await _ui.RunAsync(async () =>
        {
            Task emission = Emit(emitter, awaited);
            Assert.That(emitter.Dispose, Throws.InvalidOperationException);
            _release.SetResult();
            await emission;
            await emitter.DisposeAsync();
        });
        Assert.That(here);
    }

    [Test]
    public async Task A5_It_waits_for_what_captured_nothing([Values] bool ordered, [Values] ErrorPolicy policy)
    {
        AsyncEventEmitter emitter = CreateEmitter(ordered, policy, captures: false);
        bool ended = false;
        _linker.Subscribe("e", async () =>
        {
            await _release.Task;
            ended = true;
        });
        _linker.Subscribe("before", async () => await Task.Yield());
        Task releasing = ReleaseOnceClosed(emitter);
        await _ui.RunAsync(async () =>
        {
            // This one needed the context and has ended.
            await emitter.EmitAsync("before");
            emitter.Emit("e");
            emitter.Dispose();
            Assert.That(ended);
        });
        await releasing;
    }

    [Test]
    public async Task A5_It_waits_for_what_captured_another_context([Values] bool ordered)
    {
        AsyncEventEmitter emitter = CreateEmitter(ordered, ErrorPolicy.Isolate, captures: true);
        using var other = new SingleThreadedContext();
        bool endedThere = false;
        _linker.Subscribe("e", async () =>
        {
            await _release.Task;
            endedThere = other.IsHere;
        });
        Task releasing = ReleaseOnceClosed(emitter);
        await other.RunAsync(() =>
        {
            emitter.Emit("e");
            return Task.CompletedTask;
        });
        await _ui.RunAsync(() =>
        {
            emitter.Dispose();
            return Task.CompletedTask;
        });
        await releasing;
        Assert.That(endedThere);
    }

    [Test]
    public async Task A5_It_returns_at_once_when_all_has_ended([Values] bool ordered, [Values] ErrorPolicy policy, [Values] bool awaited)
    {
        AsyncEventEmitter emitter = CreateEmitter(ordered, policy, captures: true);
        _linker.Subscribe("e", async () => await Task.Yield());
        await _ui.RunAsync(async () =>
        {
            await Emit(emitter, awaited);
            await emitter.WaitForTasksAsync();
            emitter.Dispose();
        });
    }

    // The handlers end when disposal has refused the next emission, so that they are pending when it decides.
    private Task ReleaseOnceClosed(AsyncEventEmitter emitter) => DedicatedThread.RunAsync(() =>
    {
        Assert.That(SpinWait.SpinUntil(IsClosed, Deadline.Limit));
        _release.SetResult();

        bool IsClosed()
        {
            try
            {
                emitter.Emit("nobody");
                return false;
            }
            catch (EmissionRejectedException)
            {
                return true;
            }
        }
    });

    private static Task Emit(AsyncEventEmitter emitter, bool awaited)
    {
        if (awaited)
        {
            return emitter.EmitAsync("e").AsTask();
        }

        emitter.Emit("e");
        return Task.CompletedTask;
    }

    private AsyncEventEmitter CreateEmitter(bool ordered, ErrorPolicy policy, bool captures) => new(
        new EventEmitterOptions { Linker = _linker, ErrorPolicy = policy },
        new AsyncProcessingOptions { EnforceSubmissionOrder = ordered, CaptureContext = captures });
}
