using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Pyventus.Conformance.DependencyInjection;

public sealed class StartUpTests
{
    private const string MissingInvoices =
        $"The handler '{InvoiceHandlersEvent.HandlerId}' needs {ShopLinker.Constructor}, and no service Pyventus.Conformance.DependencyInjection.IInvoices is registered: "
        + "add services.AddScoped<IInvoices, …>()";

    private const string MissingMailer =
        $"The handler '{InvoiceHandlersEvent.HandlerId}' needs {ShopLinker.Constructor}, and no service Pyventus.Conformance.DependencyInjection.IMailer is registered "
        + "for the key \"urgent\": add services.AddKeyedScoped<IMailer, …>(\"urgent\")";

    private readonly HostApplicationBuilder _builder = Host.CreateEmptyApplicationBuilder(null);

    [Test]
    public async Task A_host_does_not_start_without_what_handlers_need()
    {
        _builder.Services.AddPyventus(static options => options.UseLinker<ShopLinker>());
        using IHost host = _builder.Build();
        OptionsValidationException thrown = (await Assert.ThrowsAsync<OptionsValidationException>(async () => await host.StartAsync().InTime()))!;
        Assert.That(thrown.Failures, Is.EqualTo([MissingInvoices, MissingMailer]));
        Assert.That(thrown.Message, Is.EqualTo($"{MissingInvoices}; {MissingMailer}"));
    }

    [Test]
    public void Without_a_host_the_emitter_says_it()
    {
        _builder.Services.AddPyventus(static options => options.UseLinker<ShopLinker>());
        _builder.Services.AddScoped<IInvoices, Invoices>();
        using ServiceProvider provider = Build();
        Assert.That(() => provider.GetRequiredService<EventEmitter>(), Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo(MissingMailer));
        Assert.That(() => provider.GetRequiredService<AsyncEventEmitter>(), Throws.TypeOf<OptionsValidationException>(), "and says it again");
    }

    [Test]
    public async Task A_host_starts_when_everything_is_there()
    {
        _builder.Services.AddPyventus(static options => options.UseLinker<ShopLinker>());
        _builder.Services.AddScoped<IInvoices, Invoices>().AddKeyedScoped<IMailer, Mailer>("urgent");
        using IHost host = _builder.Build();
        await host.StartAsync().InTime();
        Assert.That(host.Services.GetRequiredService<EventEmitter>().Linker, Is.TypeOf<ShopLinker>());
        await host.StopAsync().InTime();
    }

    [Test]
    public async Task Two_hosts_in_one_process_share_nothing()
    {
        using IHost first = BuildHost();
        using IHost second = BuildHost();
        await first.StartAsync().InTime();
        await second.StartAsync().InTime();
        int calls = 0;
        first.Services.GetRequiredService<EventLinker>().Subscribe("order.paid", (int id) => calls += id, new SubscribeOptions { Once = true });
        Assert.That(second.Services.GetRequiredService<EventLinker>().SubscriberCount, Is.EqualTo(1), "the compile-time handler only");
        await second.Services.GetRequiredService<EventEmitter>().EmitAsync("order.paid", 10).InTime();
        await first.Services.GetRequiredService<EventEmitter>().EmitAsync("order.paid", 1).InTime();
        Assert.That(calls, Is.EqualTo(1));
        Assert.That(GetInvoices(first).Ids, Is.EqualTo([1]));
        Assert.That(GetInvoices(second).Ids, Is.EqualTo([10]));

        static IHost BuildHost()
        {
            HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddPyventus(static options => options.UseLinker<ShopLinker>());
            builder.Services.AddSingleton<IInvoices, Invoices>().AddKeyedSingleton<IMailer, Mailer>("urgent");
            return builder.Build();
        }

        static Invoices GetInvoices(IHost host) => (Invoices)host.Services.GetRequiredService<IInvoices>();
    }

    [Test]
    public void Every_problem_is_named()
    {
        _builder.Services.AddPyventus(static options => options.UseLinker<BrokenLinker>());
        using ServiceProvider provider = Build();
        OptionsValidationException thrown = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<EventEmitter>())!;
        Assert.That(thrown.Failures, Is.EqualTo(
        [
            "The handler 'Broken!Audit.First()#0' (and 1 more of its class) needs Audit(IReadOnlyDictionary<string, IMailer> mailers), and no service "
            + "System.Collections.Generic.IReadOnlyDictionary<string, Pyventus.Conformance.DependencyInjection.IMailer> is registered: "
            + "add services.AddScoped<IReadOnlyDictionary<string, IMailer>, …>()",
            "The handler 'Broken!Reader.Read()#0' needs an instance of System.IO.StringReader, which has no constructor that can be called for it: "
            + "add services.AddScoped<StringReader>(…), or a constructor that is at least internal",
            "The handler 'Broken!Audit.Second()#0' takes Mailer mailer, and no service Pyventus.Conformance.DependencyInjection.Mailer is registered: "
            + "add services.AddScoped<Mailer>()",
            "The handler 'Broken!Static.Mail()#0' takes IMailer byEnum, and no service Pyventus.Conformance.DependencyInjection.IMailer is registered "
            + "for the key DayOfWeek.Friday: add services.AddKeyedScoped<IMailer, …>(DayOfWeek.Friday)",
            "The handler 'Broken!Static.Mail()#0' takes IMailer byType, and no service Pyventus.Conformance.DependencyInjection.IMailer is registered "
            + "for the key typeof(Mailer): add services.AddKeyedScoped<IMailer, …>(typeof(Mailer))",
        ]));
    }

    [Test]
    public void The_linker_that_the_user_registered_is_the_one_that_counts()
    {
        _builder.Services.AddSingleton<EventLinker>(new ShopLinker());
        _builder.Services.AddPyventus();
        using ServiceProvider provider = Build();
        Assert.That(() => provider.GetRequiredService<EventEmitter>(), Throws.TypeOf<OptionsValidationException>().With.Message.Contains(MissingInvoices));
    }

    [Test]
    public void A_class_that_the_user_registered_is_made_his_way()
    {
        _builder.Services.AddPyventus(static options => options.UseLinker<ShopLinker>());
        _builder.Services.AddScoped(static _ => new InvoiceHandlers(new Invoices(), null, new Mailer()));
        using ServiceProvider provider = Build();
        Assert.That(provider.GetRequiredService<EventEmitter>().Linker, Is.TypeOf<ShopLinker>());
    }

    private ServiceProvider Build() => _builder.Services.BuildServiceProvider();
}
