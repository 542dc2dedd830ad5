namespace Pyventus.Guides.Tests.FromPython;

internal static class WebRequest
{
    [On("mail.queued")]
    internal static void Send(string address) => Console.WriteLine($"mail to {address}");

    public static async Task HandleAsync()
    {
        var tasks = new BackgroundTasks();
        await using var emitter = new EventEmitter(new BackgroundTaskService(tasks));

        emitter.Emit("mail.queued", "ada@example.com");
        Console.WriteLine("response sent");
        await tasks.RunAsync();
    }
}
