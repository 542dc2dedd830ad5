namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
[NonParallelizable]
public sealed class InstanceUnderLockTests(ProcessingWay way)
{
    private readonly StaticLinker _linker = new();

    [TearDown]
    public void ForgetCallback() => CallbackInstanceHandlers.Constructing = null;

    [Test]
    public async Task R7_Constructors_and_service_providers_run_under_no_lock([Values("constructor", "services")] string place)
    {
        int visits = 0;
        EventEmitter? emitter = null;
        var services = new CallbackServiceProvider(() => Visit("services"));
        emitter = way.Create(new EventEmitterOptions { Linker = _linker, Services = services });
        CallbackInstanceHandlers.Constructing = () => Visit("constructor");
        var instances = new List<object>();
        (await emitter.EmitAsync("constructed", instances).InTime()).ThrowIfFailed();
        await emitter.DisposeAsync().InTime();
        Assert.That(visits, Is.GreaterThan(0));
        Assert.That(instances, Has.Count.EqualTo(1));

        void Visit(string where)
        {
            if (where == place && Interlocked.Increment(ref visits) == 1)
            {
                DedicatedThread.RunAsync(() =>
                {
                    _linker.Subscribe("constructed", () => { }).Dispose();
                    emitter!.EmitAsync("instance", new List<object>()).InTime().GetAwaiter().GetResult().ThrowIfFailed();
                }).GetAwaiter().GetResult();
            }
        }
    }
}
