using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pyventus.Conformance.DependencyInjection;

public sealed class RegistrationTests
{
    private readonly ServiceCollection _services = new();

    [Test]
    public async Task The_default_is_one_asynchronous_emitter_with_a_linker_of_its_own()
    {
        IPyventusBuilder builder = _services.AddPyventus();
        await using ServiceProvider provider = Build();
        var emitter = provider.GetRequiredService<EventEmitter>();
        Assert.That(builder.Services, Is.SameAs(_services));
        Assert.That(emitter, Is.TypeOf<AsyncEventEmitter>().And.SameAs(provider.GetRequiredService<AsyncEventEmitter>()));
        Assert.That(emitter.Linker, Is.TypeOf<EventLinker>().And.SameAs(provider.GetRequiredService<EventLinker>()));
        Assert.That(emitter.Linker, Is.Not.SameAs(EventLinker.Default));
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        Assert.That(scope.ServiceProvider.GetRequiredService<EventEmitter>(), Is.SameAs(emitter));
    }

    [Test]
    public void Services_have_to_be_given() =>
        Assert.That(() => ((IServiceCollection)null!).AddPyventus(), Throws.ArgumentNullException);

    [Test]
    public async Task Each_option_reaches_the_emitter()
    {
        var clock = new ManualClock { Now = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero) };
        var logs = new RecordingLoggerFactory();
        _services.AddSingleton<TimeProvider>(clock).AddSingleton<ILoggerFactory>(logs);
        _services.AddPyventus(options =>
        {
            options.Debug = true;
            options.ErrorPolicy = ErrorPolicy.Aggregate;
            options.FanOut = FanOut.Sequential;
            options.AsyncProcessing = new AsyncProcessingOptions { Context = AsyncContext.Wait };
        });
        await using ServiceProvider provider = Build();
        var emitter = provider.GetRequiredService<EventEmitter>();
        var calls = new List<string>();
        emitter.Linker.Subscribe("e", async (EventContext context) =>
        {
            await Task.Yield();
            calls.Add($"first {context.Timestamp:u}");
        });
        emitter.Linker.Subscribe("e", Task () =>
        {
            calls.Add("second");
            throw new InvalidOperationException("on purpose");
        });
        await Task.Run(() => emitter.Emit("e")).InTime();
        Assert.That(calls, Is.EqualTo(["first 2030-01-02 03:04:05Z", "second"]), "sequential, and Emit waited");
        Assert.That(async () => await emitter.EmitAsync("e").InTime(), Throws.TypeOf<AggregateException>());
        Assert.That(emitter.Debug);
        Assert.That(logs.Entries.Select(static entry => entry.Level), Does.Contain(LogLevel.Error).And.Contain(LogLevel.Debug));
    }

    [Test]
    public async Task A_custom_linker_is_resolvable_by_both_types()
    {
        AddShop();
        await using ServiceProvider provider = Build();
        var linker = provider.GetRequiredService<ShopLinker>();
        Assert.That(provider.GetRequiredService<EventLinker>(), Is.SameAs(linker));
        Assert.That(provider.GetRequiredService<EventEmitter>().Linker, Is.SameAs(linker));
        Assert.That(linker, Is.Not.SameAs(EventLinker.Get<ShopLinker>()));
    }

    [Test]
    public async Task A_thread_pool_runs_handlers_elsewhere()
    {
        _services.AddPyventus(static options => options.UseThreadPool(new ThreadPoolExecutorOptions { MaxWorkers = 1 }));
        await using ServiceProvider provider = Build();
        var emitter = provider.GetRequiredService<EventEmitter>();
        Assert.That(emitter, Is.TypeOf<ExecutorEventEmitter>().And.SameAs(provider.GetRequiredService<ExecutorEventEmitter>()));
        Assert.That(provider.GetService<AsyncEventEmitter>(), Is.Null);
        using var gate = new ManualResetEventSlim();
        emitter.Linker.Subscribe("e", gate.BlockUntilSet);
        ValueTask<EmissionResult> emission = emitter.EmitAsync("e");
        gate.Set();
        Assert.That((await emission.InTime()).IsSuccess);
    }

    [Test]
    public async Task The_second_call_continues_with_the_options_of_the_first()
    {
        IPyventusBuilder first = _services.AddPyventus(static options =>
        {
            options.UseThreadPool();
            options.ErrorPolicy = ErrorPolicy.StopOnFirst;
        });
        int count = _services.Count;
        ErrorPolicy? seen = null;
        IPyventusBuilder second = _services.AddPyventus(options => seen = options.ErrorPolicy);
        Assert.That(second, Is.SameAs(first));
        Assert.That(seen, Is.EqualTo(ErrorPolicy.StopOnFirst));
        Assert.That(_services, Has.Count.EqualTo(count), "nothing is registered twice");
        _services.AddPyventus(static options => options.UseLinker<ShopLinker>());
        AddInvoices();
        await using ServiceProvider provider = Build();
        Assert.That(provider.GetRequiredService<EventEmitter>(), Is.TypeOf<ExecutorEventEmitter>());
        Assert.That(provider.GetServices<EventEmitter>().Count(), Is.EqualTo(1));
        Assert.That(provider.GetServices<EventLinker>().Single(), Is.TypeOf<ShopLinker>());
    }

    [Test]
    public async Task The_last_choice_of_processing_counts()
    {
        var service = new HandDrainedService();
        _services.AddPyventus(options => options.UseProcessingService(_ => service));
        _services.AddPyventus(static options => options.UseThreadPool());
        await using ServiceProvider pooled = Build();
        Assert.That(pooled.GetRequiredService<EventEmitter>(), Is.TypeOf<ExecutorEventEmitter>());
        _services.AddPyventus(options => options.UseProcessingService(_ => service));
        await using ServiceProvider drained = Build();
        var emitter = drained.GetRequiredService<EventEmitter>();
        Assert.That(drained.GetService<ExecutorEventEmitter>(), Is.Null);
        emitter.Linker.Subscribe("e", static () => { });
        emitter.Emit("e");
        Assert.That(service.Emissions, Has.Count.EqualTo(1));
        await service.DrainAsync().InTime();
    }

    [Test]
    public async Task What_makes_processing_has_to_be_given_and_to_return_something()
    {
        var options = new PyventusOptions();
        Assert.That(() => options.UseExecutor(null!), Throws.ArgumentNullException);
        Assert.That(() => options.UseProcessingService(null!), Throws.ArgumentNullException);
        _services.AddPyventus(static options => options.UseExecutor(static _ => null!));
        await using ServiceProvider withoutExecutor = Build();
        Assert.That(() => withoutExecutor.GetRequiredService<EventEmitter>(), Throws.InvalidOperationException.With.Message.Contains("UseExecutor returned null"));
        _services.AddPyventus(static options => options.UseProcessingService(static _ => null!));
        await using ServiceProvider withoutService = Build();
        Assert.That(() => withoutService.GetRequiredService<EventEmitter>(), Throws.InvalidOperationException.With.Message.Contains("UseProcessingService returned null"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_registration_of_the_user_wins(bool isFirst)
    {
        var linker = EventLinker.CreateEmpty();
        var emitter = new EventEmitter(new HandDrainedService(), new EventEmitterOptions { Linker = linker });
        if (isFirst)
        {
            _services.AddSingleton(linker).AddSingleton(emitter);
            _services.AddPyventus();
        }
        else
        {
            _services.AddPyventus();
            _services.AddSingleton(linker).AddSingleton(emitter);
            _services.AddPyventus();
        }

        await using ServiceProvider provider = Build();
        Assert.That(provider.GetRequiredService<EventLinker>(), Is.SameAs(linker));
        Assert.That(provider.GetRequiredService<EventEmitter>(), Is.SameAs(emitter));
        Assert.That(provider.GetRequiredService<AsyncEventEmitter>().Linker, Is.SameAs(linker));
    }

    private ServiceProvider Build() => _services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

    private void AddShop()
    {
        _services.AddPyventus(static options => options.UseLinker<ShopLinker>());
        AddInvoices();
    }

    private void AddInvoices() =>
        _services.AddSingleton<IInvoices, Invoices>().AddKeyedSingleton<IMailer, Mailer>("urgent");
}
