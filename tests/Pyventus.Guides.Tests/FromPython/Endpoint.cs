using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Guides.Tests.FromPython;

internal static class Endpoint
{
    [On("mail.requested")]
    internal static void Send(string address) => Console.WriteLine($"mail to {address}");

    internal static void Post(string address, EventEmitter emitter) => emitter.Emit("mail.requested", address);

    public static async Task RunAsync()
    {
        var services = new ServiceCollection();
        services.AddPyventus(options => options.UseThreadPool());

        await using ServiceProvider provider = services.BuildServiceProvider();
        Post("grace@example.com", provider.GetRequiredService<EventEmitter>());
    }
}
