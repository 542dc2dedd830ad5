namespace Pyventus;

/// <summary>
/// Patterns of event names. A name is a list of segments separated by dots; in a pattern the segment <c>*</c> stands for
/// exactly one segment and <c>**</c> for any number of them, none included.
/// </summary>
public static class EventPattern
{
    /// <summary>Every event of the linker, event objects included.</summary>
    public const string All = "**";
}
