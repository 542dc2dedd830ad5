namespace Pyventus.Conformance.Library.Friend;

/// <summary>
/// Handlers of an assembly that nothing mentions: the tests do not reference it, and the library that does uses none of it.
/// It sees the internals of the first library, the generated ones too.
/// </summary>
internal static class FriendHandlers
{
    [On("cross.named", Linker = typeof(CrossLinker))]
    internal static void Named(List<string> calls) => calls.Add("friend named");

    [On("friend.only", Linker = typeof(CrossLinker))]
    internal static void Only(List<string> calls) => calls.Add("friend only");

    [On<InternalEvent>(Linker = typeof(CrossLinker))]
    internal static void Internal(InternalEvent e) => e.Calls.Add("friend internal");

    [On("declared.internal", Linker = typeof(CrossLinker))]
    internal static void Declared(List<string> calls, InternalEvent e) => calls.Add($"friend declared {ReferenceEquals(calls, e.Calls)}");

    [On("friend.relay", Linker = typeof(CrossLinker))]
    internal static async Task RelayAsync(List<string> calls, EventContext context) =>
        (await context.Emitter.InternalAsync(calls, new InternalEvent(calls))).ThrowIfFailed();
}
