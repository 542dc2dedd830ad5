using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Conformance.DependencyInjection;

public sealed class HandlerClassTests
{
    private readonly ServiceCollection _services = new();
    private readonly Invoices _invoices = new();

    [SetUp]
    public void AddServices() =>
        _services.AddSingleton<IInvoices>(_invoices).AddKeyedScoped<IMailer, Mailer>("urgent");

    [Test]
    public async Task Handler_classes_are_scoped_and_made_by_the_constructor_of_the_table()
    {
        _services.AddPyventus();
        await using ServiceProvider provider = Build();
        await using AsyncServiceScope first = provider.CreateAsyncScope();
        await using AsyncServiceScope second = provider.CreateAsyncScope();
        var handlers = first.ServiceProvider.GetRequiredService<InvoiceHandlers>();
        Assert.That(first.ServiceProvider.GetRequiredService<InvoiceHandlers>(), Is.SameAs(handlers));
        Assert.That(second.ServiceProvider.GetRequiredService<InvoiceHandlers>(), Is.Not.SameAs(handlers));
        Assert.That(handlers.Mailer, Is.Null, "the optional service is not there");
        Assert.That(handlers.UrgentMailer, Is.SameAs(first.ServiceProvider.GetRequiredKeyedService<IMailer>("urgent")));
    }

    [Test]
    public async Task Optional_services_are_given_when_they_are_there()
    {
        _services.AddPyventus();
        _services.AddSingleton<IMailer, Mailer>();
        await using ServiceProvider provider = Build();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        Assert.That(scope.ServiceProvider.GetRequiredService<InvoiceHandlers>().Mailer, Is.SameAs(provider.GetRequiredService<IMailer>()));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_registration_of_the_user_wins(bool isFirst)
    {
        var own = new InvoiceHandlers(_invoices, null, new Mailer());
        if (isFirst)
        {
            _services.AddSingleton(own);
            _services.AddPyventus();
        }
        else
        {
            _services.AddPyventus();
            _services.AddSingleton(own);
            _services.AddPyventus();
        }

        await using ServiceProvider provider = Build();
        Assert.That(provider.GetRequiredService<InvoiceHandlers>(), Is.SameAs(own));
    }

    [Test]
    public async Task Two_calls_register_a_class_once()
    {
        _services.AddPyventus();
        _services.AddPyventus();
        await using ServiceProvider provider = Build();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        Assert.That(scope.ServiceProvider.GetServices<InvoiceHandlers>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Handlers_of_a_scoped_emitter_are_called_on_instances_of_its_scope()
    {
        _services.AddPyventus(static options =>
        {
            options.UseLinker<ShopLinker>();
            options.HandlerScope = HandlerScope.Caller;
        });
        await using ServiceProvider provider = Build();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        var emitter = scope.ServiceProvider.GetRequiredService<EventEmitter>();
        (await emitter.EmitAsync("order.paid", 1).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("order.paid", 2).InTime()).ThrowIfFailed();
        Assert.That(_invoices.Ids, Is.EqualTo([1, 2]));
        Assert.That(_invoices.HandledBy, Is.EqualTo([scope.ServiceProvider.GetRequiredService<InvoiceHandlers>()]));
    }

    private ServiceProvider Build() => _services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
}
