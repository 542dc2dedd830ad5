using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Conformance;

/// <summary>Emissions that wait for a worker while their container, which refuses services from then on, is disposed.</summary>
public sealed class DisposedContainerTests
{
    private readonly List<Exception> _failures = [];
    private int _made;

    [Test]
    public async Task X2_E5_Handlers_that_need_services_of_it_fail_and_disposal_ends([Values] FanOut fanOut, [Values(HandlerScope.PerHandler, HandlerScope.PerEmission)] HandlerScope handlerScope)
    {
        ServiceProvider container = CreateContainer(fanOut, handlerScope);
        using OccupiedWorker worker = Occupy(container);
        Task disposal = container.DisposeAsync().AsTask();
        worker.Release();
        await disposal.InTime();
        Assert.That(_failures, Has.Count.EqualTo(1).And.All.TypeOf<ObjectDisposedException>());
        Assert.That(_made, Is.Zero);
    }

    [Test]
    public async Task X2_Handlers_have_their_services_when_the_emitter_is_disposed_before_it([Values] FanOut fanOut)
    {
        await using ServiceProvider container = CreateContainer(fanOut, HandlerScope.PerHandler);
        using OccupiedWorker worker = Occupy(container);
        Task disposal = worker.Emitter.DisposeAsync().AsTask();
        worker.Release();
        await disposal.InTime();
        Assert.That(_failures, Is.Empty);
        Assert.That(_made, Is.EqualTo(1));
    }

    private ServiceProvider CreateContainer(FanOut fanOut, HandlerScope handlerScope)
    {
        var services = new ServiceCollection();
        services.AddPyventus(options =>
        {
            options.UseLinker<GatedLinker>();
            options.UseThreadPool(new ThreadPoolExecutorOptions { MaxWorkers = 1 });
            options.FanOut = fanOut;
            options.HandlerScope = handlerScope;
        });
        services.AddScoped(_ =>
        {
            Interlocked.Increment(ref _made);
            return new GatedService(Task.CompletedTask);
        });
        return services.BuildServiceProvider();
    }

    private OccupiedWorker Occupy(ServiceProvider container)
    {
        var emitter = container.GetRequiredService<ExecutorEventEmitter>();
        emitter.HandlerFailed += (_, e) => _failures.Add(e.Exception);
        var worker = new OccupiedWorker(emitter.Linker, emitter);
        emitter.Emit("gated");
        return worker;
    }
}
