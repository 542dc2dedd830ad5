namespace Pyventus.Conformance;

/// <summary>A service of the user's may pass a token of its own to <c>ExecuteAsync</c>: it reaches the handlers, and that is all.</summary>
public sealed class ServiceTokenTests : IDisposable
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();
    private readonly CancellationTokenSource _service = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly List<Exception> _told = [];
    private readonly EventEmitter _emitter;
    private Task<EmissionResult>? _executed;

    public ServiceTokenTests()
    {
        _emitter = new EventEmitter(new DelegateService(emission => _executed = emission.ExecuteAsync(_service.Token).AsTask()), new EventEmitterOptions { Linker = _linker });
        _emitter.HandlerFailed += (_, e) => _told.Add(e.Exception);
        _linker.Subscribe("e", async (CancellationToken token) =>
        {
            var cancelled = new TaskCompletionSource();
            await using CancellationTokenRegistration registration = token.Register(cancelled.SetResult);
            await cancelled.Task;
            token.ThrowIfCancellationRequested();
        });
    }

    public void Dispose()
    {
        _emitter.Dispose();
        _service.Dispose();
        _caller.Dispose();
    }

    [Test]
    public async Task E5_E8_A_handler_that_obeys_the_token_of_the_service_has_failed_for_Emit()
    {
        _emitter.Emit("e");
        await _service.CancelAsync();
        EmissionResult result = await _executed!.InTime();
        Assert.That((result.SubscriberCount, result.FailureCount), Is.EqualTo((1, 1)));
        Assert.That(_told.Single(), Is.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task E5_E8_A_handler_that_obeys_the_token_of_the_service_has_failed_for_EmitAsync()
    {
        Task<EmissionResult> emission = _emitter.EmitAsync("e", _caller.Token).AsTask();
        await _service.CancelAsync();
        EmissionResult result = await emission.InTime();
        Assert.That(result.Failures.Single().Exception, Is.InstanceOf<OperationCanceledException>());
        Assert.That(_told, Has.Count.EqualTo(1));
        Assert.That(await _executed!.InTime(), Is.EqualTo(result));
    }

    [Test]
    public async Task E8_The_token_of_the_caller_cancels_beside_that_of_the_service()
    {
        Task<EmissionResult> emission = _emitter.EmitAsync("e", _caller.Token).AsTask();
        await _caller.CancelAsync();
        Assert.That(async () => await emission.InTime(), Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(_caller.Token));
        Assert.That(_told, Is.Empty);
    }
}
