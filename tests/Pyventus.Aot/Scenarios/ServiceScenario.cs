using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Aot.Scenarios;

/// <summary>Handlers that a container serves: constructors, parameters, keys and scopes.</summary>
internal static class ServiceScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("services");
        await RunAsync(HandlerScope.PerHandler);
        await RunAsync(HandlerScope.PerEmission);

        await using ServiceProvider incomplete = new ServiceCollection()
            .AddPyventus(static options => options.UseLinker<ServiceLinker>()).Services
            .AddScoped<Mailer>()
            .AddSingleton<Numbering>()
            .BuildServiceProvider();
        Transcript.Throws(() => incomplete.GetRequiredService<EventEmitter>());
    }

    private static async Task RunAsync(HandlerScope scope)
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddPyventus(options =>
            {
                options.UseLinker<ServiceLinker>();
                options.HandlerScope = scope;
                options.FanOut = FanOut.Sequential;
            }).Services
            .AddScoped<Mailer>()
            .AddSingleton<Numbering>()
            .AddKeyedSingleton("greeting", "hello")
            .BuildServiceProvider();
        EventEmitter emitter = services.GetRequiredService<EventEmitter>();
        Transcript.Line($"{scope} through {emitter.GetType().Name}");
        Transcript.Result("parcel.sent", await emitter.EmitAsync("parcel.sent", 1));
        Transcript.Result("parcel.sent", await emitter.EmitAsync("parcel.sent", 2));
    }
}
