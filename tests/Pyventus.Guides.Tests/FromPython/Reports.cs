namespace Pyventus.Guides.Tests.FromPython;

internal static class Reports
{
    [On("report.requested")]
    internal static void Render(int page) => Console.WriteLine($"page {page} rendered");

    [On("report.requested")]
    internal static async Task SendAsync(int page) => await Console.Out.WriteLineAsync($"page {page} sent");

    public static void RunWithUsing()
    {
        using (var emitter = new ExecutorEventEmitter())
        {
            emitter.Emit("report.requested", 1);
            emitter.Emit("report.requested", 2);
        }

        Console.WriteLine("all done");                        // the end of using has waited
    }

    public static void RunWithShutdown()
    {
        var executor = new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = 4 });
        var emitter = new ExecutorEventEmitter(executor);
        emitter.Emit("report.requested", 3);
        emitter.Emit("report.requested", 4);
        emitter.Shutdown(wait: true);

        Console.WriteLine("all done");
    }
}
