using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Runtime.Tests;

public sealed class ServiceLifetimesTests
{
    private readonly ServiceCollection _services = [];

    [Test]
    public void The_last_registration_of_a_type_counts()
    {
        _services.AddSingleton<ICloneable>("first").AddScoped<ICloneable>(static _ => "second");
        _services.AddTransient<IComparable>(static _ => 1).AddSingleton<IComparable>(2);
        var lifetimes = new ServiceLifetimes(_services);
        Assert.That(lifetimes.IsSingleton(typeof(ICloneable)), Is.False);
        Assert.That(lifetimes.IsSingleton(typeof(IComparable)));
        Assert.That(lifetimes.IsSingleton(typeof(IDisposable)), Is.False, "it is not registered");
    }

    [Test]
    public void A_generic_type_answers_for_what_is_constructed_from_it()
    {
        _services.AddSingleton(typeof(IComparer<>), typeof(Comparer<>)).AddScoped<IComparer<int>>(static _ => Comparer<int>.Default);
        var lifetimes = new ServiceLifetimes(_services);
        Assert.That(lifetimes.IsSingleton(typeof(IComparer<string>)));
        Assert.That(lifetimes.IsSingleton(typeof(IComparer<int>)), Is.False, "it has a registration of its own");
    }

    [Test]
    public void Keys_are_told_apart()
    {
        _services.AddKeyedSingleton<ICloneable>("a", "first").AddKeyedScoped<ICloneable>("b", static (_, _) => "second");
        _services.AddKeyedSingleton<IComparable>(KeyedService.AnyKey, 1);
        var lifetimes = new ServiceLifetimes(_services);
        Assert.That(lifetimes.IsSingleton(typeof(ICloneable), "a"));
        Assert.That(lifetimes.IsSingleton(typeof(ICloneable), "b"), Is.False);
        Assert.That(lifetimes.IsSingleton(typeof(ICloneable)), Is.False);
        Assert.That(lifetimes.IsSingleton(typeof(IComparable), 42), "registered for any key");
        Assert.That(lifetimes.IsSingleton(typeof(IComparable)), Is.False);
    }

    [Test]
    public void The_factory_of_scopes_is_always_there()
    {
        var lifetimes = new ServiceLifetimes(_services);
        Assert.That(lifetimes.IsSingleton(typeof(IServiceScopeFactory)));
        Assert.That(lifetimes.IsSingleton(typeof(IServiceProvider)), Is.False);
    }

    [Test]
    public void A_container_is_asked_for_it()
    {
        _services.AddPyventus();
        ServiceDescriptor descriptor = _services.Single(static service => service.ServiceType == typeof(ServiceLifetimes));
        var lifetimes = (ServiceLifetimes)descriptor.ImplementationFactory!(null!);
        Assert.That(lifetimes.IsSingleton(typeof(ServiceLifetimes)));
        Assert.That(lifetimes.IsSingleton(typeof(EventEmitter)));
    }
}
