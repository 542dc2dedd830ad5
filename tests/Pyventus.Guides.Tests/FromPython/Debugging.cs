namespace Pyventus.Guides.Tests.FromPython;

internal static class Debugging
{
    [On("job.queued")]
    internal static void Work(int id) => Console.WriteLine($"job {id}");

    public static void Run()
    {
        using var loud = new AsyncEventEmitter(new EventEmitterOptions { Debug = true });
        loud.Emit("job.queued", 1);

        using var quiet = new AsyncEventEmitter(new EventEmitterOptions { Debug = false });
        quiet.Emit("job.queued", 2);
    }
}
