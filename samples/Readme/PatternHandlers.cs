using Pyventus;

namespace Shop;

internal static class PatternHandlers
{
    [On("order.*")]                     // one segment; "order.**" is any number of them, and "**" every event
    internal static void Count(EventContext context) => Console.WriteLine($"{context.EventName}: {context.Arguments.Count} arguments");

    [On<Exception>(IncludeDerived = true)]
    internal static void Failed(Exception exception) => Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
}
