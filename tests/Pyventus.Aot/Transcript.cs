namespace Pyventus.Aot;

/// <summary>The output of the program: the same lines, whatever compiled and whatever runs it.</summary>
internal static class Transcript
{
    public static void Section(string name) => Console.WriteLine($"== {name}");

    public static void Line(FormattableString text) => Console.WriteLine("  " + FormattableString.Invariant(text));

    /// <summary>Says which exception an action throws.</summary>
    public static void Throws(Action action)
    {
        try
        {
            action();
            Line($"nothing thrown");
        }
        catch (Exception exception)
        {
            Line($"{exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Says how an emission went.</summary>
    public static void Result(string eventName, EmissionResult result)
    {
        Line($"{eventName}: {result.SubscriberCount} subscribers, {result.FailureCount} failures");
        foreach (HandlerFailure failure in result.Failures)
        {
            Line($"- {failure.Handler}: {failure.Exception.GetType().Name}: {failure.Exception.Message}");
        }
    }
}
