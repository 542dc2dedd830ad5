namespace Pyventus.Guides.Tests.FromPython;

internal static class Notifications
{
    [On("notified")]
    internal static void Show(string text) => Console.WriteLine(text);

    internal static void Notify(EventEmitter emitter) => emitter.Emit("notified", $"sent by {emitter.GetType().Name}");

    public static void Run()
    {
        using (var emitter = new AsyncEventEmitter())
        {
            Notify(emitter);
        }

        using (var emitter = new ExecutorEventEmitter())
        {
            Notify(emitter);
        }
    }
}
