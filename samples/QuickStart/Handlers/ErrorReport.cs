using Pyventus;

namespace QuickStart.Handlers;

/// <summary>Tells the console what is wrong while the log is being read.</summary>
internal sealed class ErrorReport
{
    private const int Shown = 5;
    private int _rejectedLines;

    [On("line.rejected")]
    internal void LineRejected(int number, string problem)
    {
        int count = Interlocked.Increment(ref _rejectedLines);
        if (count <= Shown)
        {
            Console.WriteLine($"line {number} skipped: {problem}");
        }
        else if (count == Shown + 1)
        {
            Console.WriteLine("more lines are skipped, and only counted");
        }
    }

    // Of all failed requests, the first one only.
    [Once("request.failed")]
    internal static void FirstFailure(int status, string path) => Console.WriteLine($"first server error: {status} for {path}");
}
