namespace Pyventus.Conformance;

/// <summary>The linker of the suite's compile-time handlers: a namespace that disturbs no other test.</summary>
public sealed class StaticLinker : EventLinker
{
    public StaticLinker()
    {
    }

    public StaticLinker(Action<object?>? defaultOnSuccess, Action<Exception>? defaultOnFailure = null)
        : base(null, defaultOnSuccess, defaultOnFailure)
    {
    }
}
