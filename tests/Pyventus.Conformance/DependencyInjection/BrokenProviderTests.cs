namespace Pyventus.Conformance;

/// <summary>A provider that throws whatever it is asked, as a container does that was disposed.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class BrokenProviderTests(ProcessingWay way)
{
    private readonly CallLog _log = new();

    [Test]
    public async Task E5_What_it_throws_is_a_failure_of_the_handler([Values] HandlerScope handlerScope, [Values] FanOut fanOut)
    {
        EventEmitter emitter = way.Create(new EventEmitterOptions
        {
            Linker = new LanguageLinker(),
            Services = new CallbackServiceProvider(static () => throw new ObjectDisposedException("container")),
            HandlerScope = handlerScope,
            FanOut = fanOut,
        });
        EmissionResult result = await emitter.EmitAsync("service.required", _log).InTime();
        Assert.That(result.Failures.Single().Exception, Is.TypeOf<ObjectDisposedException>());
        Assert.That(result.Failures.Single().Handler, Does.Contain("ServiceHandlers.Required"));
        var failed = new List<Exception>();
        emitter.HandlerFailed += (_, e) => failed.Add(e.Exception);
        emitter.Emit("service.required", _log);
        await emitter.DisposeAsync().InTime();
        Assert.That(failed, Has.Count.EqualTo(1).And.All.TypeOf<ObjectDisposedException>());
    }
}
