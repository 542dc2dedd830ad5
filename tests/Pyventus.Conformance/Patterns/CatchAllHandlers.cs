namespace Pyventus.Conformance;

/// <summary>A handler of every event that takes none of its arguments.</summary>
internal static class CatchAllHandlers
{
    [On("**", Linker = typeof(CatchAllContextLinker))]
    internal static void All(EventContext context) => CallLog.Of(context).Add(string.Join(' ', context.Arguments.Skip(1)));
}
