namespace Pyventus.Guides.Tests.FromPython;

internal static class Uploads
{
    public static void Run()
    {
        using var emitter = new AsyncEventEmitter();

        emitter.Linker.Subscribe("file.uploaded", (string path) => Check(path), new SubscribeOptions
        {
            OnSuccess = _ => Console.WriteLine("stored"),
            OnFailure = exception => Console.WriteLine($"refused: {exception.Message}"),
        });

        emitter.Emit("file.uploaded", "notes.txt");
        emitter.Emit("file.uploaded", "virus.exe");
    }

    private static void Check(string path)
    {
        if (path.EndsWith(".exe", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} is a program");
        }
    }
}
