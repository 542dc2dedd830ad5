using QuickStart;
using QuickStart.Reading;

// dotnet run --project samples/QuickStart                  analyses the access log that ships with the sample
// dotnet run --project samples/QuickStart -- access.log    analyses a log in common or combined log format, or a .csv file
// dotnet run --project samples/QuickStart -- logs/         analyses each new .log and .csv file in a folder until Ctrl+C
string path = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "access.log");
if (args.Length > 1 || !Path.Exists(path))
{
    Console.Error.WriteLine(args.Length > 1 ? "Usage: QuickStart [file or folder]" : $"There is no file or folder '{path}'.");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    if (File.Exists(path))
    {
        await LogAnalysis.RunAsync(path, stop.Token);
    }
    else
    {
        Console.WriteLine($"Waiting for .log and .csv files in {Path.GetFullPath(path)}; Ctrl+C ends.");
        await foreach (string file in LogFolder.WatchAsync(path, stop.Token))
        {
            await LogAnalysis.RunAsync(file, stop.Token);
        }
    }
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine("Stopped.");
}

return Environment.ExitCode;
