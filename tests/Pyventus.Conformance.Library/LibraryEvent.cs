namespace Pyventus.Conformance.Library;

/// <summary>An event that another assembly handles too.</summary>
public sealed record LibraryEvent(List<string> Calls)
{
    [On<LibraryEvent>]
    internal static void Handle(LibraryEvent e) => e.Calls.Add("library event");
}
