namespace Pyventus.Guides.Tests.FromPython;

internal static class Hello
{
    [On("hello")]
    internal static void Greet(string name = "World") => Console.WriteLine($"Hello, {name}!");

    public static void Run()
    {
        using var emitter = new AsyncEventEmitter();
        emitter.Emit("hello");
        emitter.Emit("hello", "Ada");
    }
}
