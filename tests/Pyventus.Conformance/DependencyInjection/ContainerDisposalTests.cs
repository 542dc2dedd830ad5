using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Conformance.DependencyInjection;

[TestFixture(true)]
[TestFixture(false)]
public sealed class ContainerDisposalTests(bool isAsync)
{
    private readonly ServiceCollection _services = new();

    [Test]
    public async Task Disposing_the_container_waits_for_the_handlers()
    {
        _services.AddPyventus();
        ServiceProvider provider = _services.BuildServiceProvider();
        var emitter = provider.GetRequiredService<EventEmitter>();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool ended = false;
        emitter.Linker.Subscribe("e", async () =>
        {
            await gate.Task.InTime();
            ended = true;
        });
        emitter.Emit("e");
        Task disposal = Task.Run(() => DisposeAsync(provider));
        Assert.That(disposal.IsCompleted, Is.False);
        gate.SetResult();
        await disposal.InTime();
        Assert.That(ended);
        Assert.That(() => emitter.Emit("e"), Throws.TypeOf<EmissionRejectedException>());
    }

    [Test]
    public async Task The_executor_of_the_container_is_shut_down_with_it([Values] bool isScoped)
    {
        var executor = new ThreadPoolExecutor();
        int created = 0;
        _services.AddPyventus(options =>
        {
            options.HandlerScope = isScoped ? HandlerScope.Caller : HandlerScope.PerHandler;
            options.UseExecutor(_ =>
            {
                created++;
                return executor;
            });
        });
        ServiceProvider provider = _services.BuildServiceProvider();
        int calls = 0;
        provider.GetRequiredService<EventLinker>().Subscribe("e", () => { Interlocked.Increment(ref calls); });
        for (int round = 0; round < 2; round++)
        {
            AsyncServiceScope scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<EventEmitter>().EmitAsync("e").InTime();
            await DisposeAsync(scope);
        }

        await using var other = new ExecutorEventEmitter(executor, new EventEmitterOptions { Linker = provider.GetRequiredService<EventLinker>() });
        await other.EmitAsync("e").InTime();
        await DisposeAsync(provider);
        Assert.That(() => other.Emit("e"), Throws.TypeOf<EmissionRejectedException>());
        Assert.That((calls, created), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task The_processing_service_of_the_container_is_disposed_with_it([Values] bool isScoped)
    {
        var service = new BackgroundQueueService();
        int created = 0;
        _services.AddPyventus(options =>
        {
            options.HandlerScope = isScoped ? HandlerScope.Caller : HandlerScope.PerHandler;
            options.UseProcessingService(_ =>
            {
                created++;
                return service;
            });
        });
        ServiceProvider provider = _services.BuildServiceProvider();
        int calls = 0;
        provider.GetRequiredService<EventLinker>().Subscribe("e", () => { Interlocked.Increment(ref calls); });
        for (int round = 0; round < 2; round++)
        {
            AsyncServiceScope scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<EventEmitter>().EmitAsync("e").InTime();
            await DisposeAsync(scope);
        }

        await using var other = new EventEmitter(service, new EventEmitterOptions { Linker = provider.GetRequiredService<EventLinker>() });
        await other.EmitAsync("e").InTime();
        await DisposeAsync(provider);
        Assert.That(() => other.Emit("e"), Throws.TypeOf<EmissionRejectedException>());
        Assert.That((calls, created), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task A_scoped_emitter_is_one_per_scope_and_ends_with_it()
    {
        _services.AddPyventus(static options => options.HandlerScope = HandlerScope.Caller);
        ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        AsyncServiceScope first = provider.CreateAsyncScope();
        AsyncServiceScope second = provider.CreateAsyncScope();
        var emitter = first.ServiceProvider.GetRequiredService<EventEmitter>();
        var other = second.ServiceProvider.GetRequiredService<EventEmitter>();
        Assert.That(first.ServiceProvider.GetRequiredService<AsyncEventEmitter>(), Is.SameAs(emitter));
        Assert.That(other, Is.Not.SameAs(emitter));
        Assert.That(other.Linker, Is.SameAs(emitter.Linker));
        Assert.That(() => provider.GetRequiredService<EventEmitter>(), Throws.InvalidOperationException, "it has no scope");
        emitter.Linker.Subscribe("e", static () => { });
        await DisposeAsync(first);
        Assert.That(() => emitter.Emit("e"), Throws.TypeOf<EmissionRejectedException>());
        Assert.That((await other.EmitAsync("e").InTime()).SubscriberCount, Is.EqualTo(1));
        await DisposeAsync(second);
        await DisposeAsync(provider);
    }

    private async Task DisposeAsync<T>(T owner)
        where T : IDisposable, IAsyncDisposable
    {
        if (isAsync)
        {
            await owner.DisposeAsync().InTime();
        }
        else
        {
            owner.Dispose();
        }
    }
}
