using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Pyventus;

/// <summary>Holds the shared instance of a custom linker.</summary>
internal static class SharedLinker<TLinker>
    where TLinker : EventLinker, new()
{
    // Publication only: the constructor is the user's, so it runs under no lock, and what it throws is not kept.
    private static readonly Lazy<TLinker> _instance = new(Create, LazyThreadSafetyMode.PublicationOnly);

    public static TLinker Instance => _instance.Value;

    internal static TLinker Create()
    {
        try
        {
            return new TLinker();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } thrown)
        {
            // A type parameter is constructed by reflection, which wraps what the constructor throws.
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }
}
