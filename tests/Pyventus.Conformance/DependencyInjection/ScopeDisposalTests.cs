using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Conformance;

/// <summary>An emission has ended when the services of its handlers are disposed.</summary>
public sealed class ScopeDisposalTests
{
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Test]
    public async Task E9_An_execution_completes_when_the_services_are_disposed(
        [Values(HandlerScope.PerHandler, HandlerScope.PerEmission)] HandlerScope handlerScope, [Values] FanOut fanOut)
    {
        await using ServiceProvider services = CreateServices();
        var service = new HandDrainedService();
        using var emitter = new EventEmitter(service, CreateOptions(services, handlerScope, fanOut));
        emitter.Emit("gated");
        Task execution = service.Take().ExecuteAsync().AsTask();
        Assert.That(execution.IsCompleted, Is.False);
        _release.SetResult();
        await execution.InTime();
    }

    [TestCase("gated", new[] { "disposal" })]
    [TestCase("gated.async", new[] { "disposal" })]
    [TestCase("gated.failing", new[] { "handler", "disposal" })]
    public async Task E5_Services_that_cannot_be_disposed_are_a_failure_and_disposed_once(string name, string[] failures)
    {
        foreach (HandlerScope handlerScope in new[] { HandlerScope.PerHandler, HandlerScope.PerEmission })
        {
            foreach (FanOut fanOut in Enum.GetValues<FanOut>())
            {
                await AssertDisposalFailsAsync(name, failures, handlerScope, fanOut, atOnce: true);
                await AssertDisposalFailsAsync(name, failures, handlerScope, fanOut, atOnce: false);
            }
        }
    }

    [Test]
    public async Task A5_Disposal_waits_for_the_disposal_of_the_services(
        [Values(HandlerScope.PerHandler, HandlerScope.PerEmission)] HandlerScope handlerScope, [Values] FanOut fanOut)
    {
        await using ServiceProvider services = CreateServices();
        var emitter = new AsyncEventEmitter(CreateOptions(services, handlerScope, fanOut));
        emitter.Emit("gated");
        Task disposal = emitter.DisposeAsync().AsTask();
        Assert.That((disposal.IsCompleted, emitter.TaskCount), Is.EqualTo((false, 1)));
        _release.SetResult();
        await disposal.InTime();
    }

    [Test]
    public async Task A5_A_blocking_disposal_does_not_take_the_context_that_services_are_disposed_in(
        [Values(HandlerScope.PerHandler, HandlerScope.PerEmission)] HandlerScope handlerScope, [Values] FanOut fanOut, [Values] bool ordered)
    {
        await using ServiceProvider services = CreateServices();
        using var ui = new SingleThreadedContext();
        var emitter = new AsyncEventEmitter(CreateOptions(services, handlerScope, fanOut), new AsyncProcessingOptions { EnforceSubmissionOrder = ordered });
        await ui.RunAsync(() =>
        {
            emitter.Emit("gated");
            _release.SetResult();
            emitter.Dispose();
            return Task.CompletedTask;
        });
        Assert.That(emitter.TaskCount, Is.Zero);
    }

    [Test]
    public async Task E9_Services_are_disposed_inside_the_emission_wherever_the_last_handler_ends(
        [Values(HandlerScope.PerHandler, HandlerScope.PerEmission)] HandlerScope handlerScope, [Values] FanOut fanOut)
    {
        var local = new AsyncLocal<string> { Value = "caller" };
        string? seen = null;
        AsyncEventEmitter? emitter = null;
        await using ServiceProvider services =
            new ServiceCollection().AddScoped(provider => new GatedService(_release.Task, () => _ = EmitNestedAsync())).BuildServiceProvider();
        await using AsyncEventEmitter ordered = new(CreateOptions(services, handlerScope, fanOut), new AsyncProcessingOptions { EnforceSubmissionOrder = true });
        emitter = ordered;
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<EmissionResult> emission = emitter.EmitAsync("gated.outside", end.Task).AsTask();
        end.SetResult();
        (await emission.InTime()).ThrowIfFailed();
        Assert.That(seen, Is.EqualTo("caller"));

        async Task EmitNestedAsync()
        {
            seen = local.Value;
            await emitter!.EmitAsync("gated.nested");
            _release.SetResult();
        }
    }

    [Test]
    public async Task R7_The_scope_that_handlers_share_is_made_under_no_lock()
    {
        using var services = new MeetingScopeFactory();
        await using var emitter = new AsyncEventEmitter(CreateOptions(services, HandlerScope.PerEmission, FanOut.Concurrent));
        (await emitter.EmitAsync("gated.twice").InTime()).ThrowIfFailed();
        Assert.That(services.Scopes, Is.EqualTo((2, 2)), "the one that was not needed is disposed too");
    }

    private static async Task AssertDisposalFailsAsync(string name, string[] failures, HandlerScope handlerScope, FanOut fanOut, bool atOnce)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int disposals = 0;
        await using ServiceProvider services =
            new ServiceCollection().AddScoped(_ => new GatedService(release.Task, () => Interlocked.Increment(ref disposals))).BuildServiceProvider();
        await using var emitter = new AsyncEventEmitter(CreateOptions(services, handlerScope, fanOut));
        var heard = new CallLog();
        emitter.HandlerFailed += (_, e) => heard.Add(e.Exception.Message);
        if (atOnce)
        {
            release.SetException(new InvalidOperationException("disposal"));
        }

        Task<EmissionResult> emission = emitter.EmitAsync(name).AsTask();
        if (!atOnce)
        {
            Assert.That(emission.IsCompleted, Is.False);
            release.SetException(new InvalidOperationException("disposal"));
        }

        EmissionResult result = await emission.InTime();
        Assert.That(result.Failures.Select(static failure => failure.Exception.Message), Is.EqualTo(failures), $"{handlerScope} {fanOut} {atOnce}");
        Assert.That(heard.Calls, Is.EqualTo(failures), $"{handlerScope} {fanOut} {atOnce}");
        Assert.That(disposals, Is.EqualTo(1));
    }

    private ServiceProvider CreateServices() => new ServiceCollection().AddScoped(_ => new GatedService(_release.Task)).BuildServiceProvider();

    private static EventEmitterOptions CreateOptions(IServiceProvider services, HandlerScope handlerScope, FanOut fanOut) =>
        new() { Linker = new GatedLinker(), Services = services, HandlerScope = handlerScope, FanOut = fanOut };
}
