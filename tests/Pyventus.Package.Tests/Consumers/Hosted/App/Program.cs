using App;
using Lib;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pyventus;

using (IHost incomplete = Build(static services => services.AddScoped<IInvoices, Invoices>()))
{
    try
    {
        await incomplete.StartAsync();
    }
    catch (OptionsValidationException exception)
    {
        Console.WriteLine(string.Join('\n', exception.Failures));
    }
}

using IHost host = Build(static services => services.AddScoped<IInvoices, Invoices>().AddSingleton<ILedger, Ledger>());
await host.StartAsync();
EventEmitter emitter = host.Services.GetRequiredService<EventEmitter>();
(await emitter.OrderPlacedAsync(1)).ThrowIfFailed();
(await emitter.OrderPlacedAsync(customer: "ada", id: 2)).ThrowIfFailed();
emitter.OrderPaid(2, 10m);
emitter.OrderPaid(1, -1m);
// What is still running needs the container, which refuses every service once its disposal has begun.
await emitter.DisposeAsync();
await host.StopAsync();

static IHost Build(Action<IServiceCollection> addServices)
{
    HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
    builder.Services.AddPyventus(static options => options.FanOut = FanOut.Sequential);
    addServices(builder.Services);
    return builder.Build();
}
