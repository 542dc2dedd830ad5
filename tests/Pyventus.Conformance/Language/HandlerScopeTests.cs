using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class HandlerScopeTests(ProcessingWay way)
{
    private readonly LanguageLinker _linker = new();
    private readonly CallLog _log = new();
    private readonly List<int> _ids = [];

    [Test]
    public async Task Each_handler_call_has_a_scope_of_its_own_that_ends_after_its_callback()
    {
        await using ServiceProvider services = CreateServices();
        await using EventEmitter emitter = CreateEmitter(services, HandlerScope.PerHandler);
        (await emitter.EmitAsync("service.scoped", _log, _ids).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("service.scoped", _log, _ids).InTime()).ThrowIfFailed();
        Assert.That(_ids, Has.Count.EqualTo(4).And.Unique);
        string[] calls = [.. _log.Calls];
        Assert.That(calls.Count(static call => call == "second True"), Is.EqualTo(2));
        Assert.That(calls.Where(static call => call is "first" or "done" or "disposed"), Is.EqualTo(["first", "done", "disposed", "first", "done", "disposed"]));
    }

    [Test]
    public async Task The_handlers_of_an_emission_share_a_scope_that_ends_with_it()
    {
        await using ServiceProvider services = CreateServices();
        await using EventEmitter emitter = CreateEmitter(services, HandlerScope.PerEmission);
        (await emitter.EmitAsync("service.scoped", _log, _ids).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Has.Count.EqualTo(4));
        Assert.That(_log.Calls[^1], Is.EqualTo("disposed"));
        (await emitter.EmitAsync("service.scoped", _log, _ids).InTime()).ThrowIfFailed();
        Assert.That(_ids, Has.Count.EqualTo(4));
        Assert.That((_ids[0] == _ids[1], _ids[2] == _ids[3], _ids[0] == _ids[2]), Is.EqualTo((true, true, false)));
    }

    [Test]
    public async Task The_callers_scope_is_used_as_it_is_one_handler_after_the_other()
    {
        await using ServiceProvider services = CreateServices();
        await using (AsyncServiceScope scope = services.CreateAsyncScope())
        {
            await using EventEmitter emitter = CreateEmitter(scope.ServiceProvider, HandlerScope.Caller);
            (await emitter.EmitAsync("service.scoped", _log, _ids).InTime()).ThrowIfFailed();
            (await emitter.EmitAsync("service.scoped", _log, _ids).InTime()).ThrowIfFailed();
            Assert.That(_ids.Distinct(), Is.EqualTo([scope.ServiceProvider.GetRequiredService<TrackedService>().Id]));
            Assert.That(_log.Calls, Is.EqualTo(["first", "done", "second True", "first", "done", "second True"]));
        }

        Assert.That(_log.Calls[^1], Is.EqualTo("disposed"));
    }

    [Test]
    public async Task E9_Disposal_of_the_emitter_waits_for_the_services_of_its_handlers([Values(HandlerScope.PerHandler, HandlerScope.PerEmission)] HandlerScope handlerScope)
    {
        await using ServiceProvider services = CreateServices();
        EventEmitter emitter = CreateEmitter(services, handlerScope);
        emitter.Emit("service.scoped", _log, _ids);
        await emitter.DisposeAsync().InTime();
        Assert.That(_log.Calls, Has.Member("disposed"));
    }

    [Test]
    public async Task Services_fill_the_parameters_that_ask_for_them([Values] HandlerScope handlerScope)
    {
        await using ServiceProvider services = CreateServices();
        await using EventEmitter emitter = CreateEmitter(services, handlerScope);
        (await emitter.EmitAsync("service.parameters", _log).InTime()).ThrowIfFailed();
        Assert.That(_log.Calls, Is.EqualTo(["hello hello True http://localhost/ True"]));
    }

    [Test]
    public async Task E5_A_missing_service_is_a_failure_that_names_it()
    {
        await using ServiceProvider services = CreateServices();
        await using EventEmitter emitter = CreateEmitter(services, HandlerScope.PerHandler);
        EmissionResult result = await emitter.EmitAsync("service.required", _log).InTime();
        Assert.That(result.Failures.Single().Exception, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("System.Version"));
        Assert.That(result.Failures.Single().Handler, Does.Contain("ServiceHandlers.Required"));
        await using EventEmitter without = way.CreateFor(_linker);
        EmissionResult nothing = await without.EmitAsync("service.required", _log).InTime();
        Assert.That(nothing.Failures.Single().Exception, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("EventEmitterOptions.Services"));
    }

    private static ServiceProvider CreateServices() =>
        new ServiceCollection()
            .AddScoped<TrackedService>()
            .AddScoped<ScopedHandlers>()
            .AddSingleton(new Uri("http://localhost"))
            .AddKeyedSingleton("greeting", "hello")
            .BuildServiceProvider();

    private EventEmitter CreateEmitter(IServiceProvider services, HandlerScope handlerScope) =>
        way.Create(new EventEmitterOptions { Linker = _linker, Services = services, HandlerScope = handlerScope });
}
