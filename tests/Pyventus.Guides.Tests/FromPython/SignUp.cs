namespace Pyventus.Guides.Tests.FromPython;

internal static class SignUp
{
    [On<NameTakenException>]
    internal static void Suggest(NameTakenException exception) => Console.WriteLine($"how about {exception.Name}2?");

    public static void Run()
    {
        using var emitter = new AsyncEventEmitter();
        try
        {
            throw new NameTakenException("ada");
        }
        catch (NameTakenException exception)
        {
            emitter.Emit(exception);
        }
    }
}
