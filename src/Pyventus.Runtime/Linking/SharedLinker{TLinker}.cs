namespace Pyventus;

/// <summary>Holds the shared instance of a custom linker.</summary>
internal static class SharedLinker<TLinker>
    where TLinker : EventLinker, new()
{
    public static readonly TLinker Instance = new();
}
