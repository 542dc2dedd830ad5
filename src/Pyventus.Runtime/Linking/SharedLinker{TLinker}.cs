namespace Pyventus;

/// <summary>Holds the shared instance of a custom linker.</summary>
internal static class SharedLinker<TLinker>
    where TLinker : EventLinker, new()
{
    // Publication only: the constructor is the user's, so it runs under no lock, and what it throws is not kept.
    private static readonly Lazy<TLinker> _instance = new(static () => new TLinker(), LazyThreadSafetyMode.PublicationOnly);

    public static TLinker Instance => _instance.Value;
}
