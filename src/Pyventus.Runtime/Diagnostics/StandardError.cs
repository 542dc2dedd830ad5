namespace Pyventus;

/// <summary>Standard error, for what nobody else would hear of. Never throws: nobody is left who could be told.</summary>
internal static class StandardError
{
    public static void Write(string message, Exception exception)
    {
        try
        {
            Console.Error.WriteLine($"Pyventus: {message}: {Describe(exception)}");
        }
        catch (Exception)
        {
            // The stream is closed or broken.
        }
    }

    private static string Describe(Exception exception)
    {
        try
        {
            return exception.ToString();
        }
        catch (Exception)
        {
            // A property of the user's exception threw.
            return exception.GetType().ToString();
        }
    }
}
