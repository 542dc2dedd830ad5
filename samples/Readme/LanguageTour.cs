using Microsoft.Extensions.DependencyInjection;
using Pyventus;

namespace Shop;

internal static class LanguageTour
{
    public static async Task MatchAsync()
    {
        await using var emitter = new AsyncEventEmitter();

        await emitter.EmitAsync("order.changed", 50, "green");           // no handler has this name: "order.*" gets it
        await emitter.EmitAsync(new TimeoutException("too late"));       // exceptions are events like any other object

        await emitter.EmitAsync("divide", 42, 6);
        await emitter.EmitAsync("divide", 42, 0);

        await emitter.OrderPlacedAsync(id: 50);                          // named and default arguments, documentation, F12
    }

    public static async Task ServeAsync()
    {
        var services = new ServiceCollection();

        services.AddPyventus(options => options.UseThreadPool());
        services.AddScoped<IMailer, Mailer>().AddSingleton(TimeProvider.System);

        await using ServiceProvider provider = services.BuildServiceProvider();
        EventEmitter emitter = provider.GetRequiredService<EventEmitter>();
        await emitter.EmitAsync("order.shipped", 51);
    }
}
