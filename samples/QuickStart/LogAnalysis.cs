using System.Diagnostics;
using Pyventus;
using QuickStart.Reading;

namespace QuickStart;

/// <summary>Turns the lines of a log into events. What happens then is up to the handlers, which it does not know.</summary>
internal static class LogAnalysis
{
    public static async Task RunAsync(string file, CancellationToken cancellationToken)
    {
        // A linker per log: its once handlers can run once more, and its handler instances start from zero.
        var options = new EventEmitterOptions { Linker = new EventLinker() };
        await using var emitter = new AsyncEventEmitter(options);
        emitter.HandlerFailed += static (_, failed) => ReportFailure(failed.Handler, failed.Exception);

        long start = Stopwatch.GetTimestamp();
        int lines = 0;
        try
        {
            await using var background = new ExecutorEventEmitter(new ThreadPoolExecutor(), options);
            foreach (LogLine line in LogFile.Read(file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                lines++;
                Emit(line, emitter, background);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReportFailure(file, exception);
            return;
        }

        // Disposing the background emitter waited for everything it had accepted: the statistics are complete.
        await emitter.EmitAsync(new LogRead(file, lines, Stopwatch.GetElapsedTime(start)), cancellationToken);
    }

    private static void Emit(LogLine line, EventEmitter emitter, EventEmitter background)
    {
        if (line.Request is not { } request)
        {
            emitter.Emit("line.rejected", line.Number, line.Problem);
            return;
        }

        // The emitter decides where handlers run: requests are counted on the thread pool, in any order ...
        background.Emit(request);
        if (request.Status >= 500)
        {
            // ... and failures are reported here and now, in the order of the log.
            emitter.Emit("request.failed", request.Status, request.Path);
        }
    }

    private static void ReportFailure(string what, Exception exception)
    {
        Console.Error.WriteLine($"{what} failed: {exception.Message}");
        Environment.ExitCode = 1;
    }
}
