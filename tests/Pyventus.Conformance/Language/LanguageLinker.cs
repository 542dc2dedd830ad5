namespace Pyventus.Conformance;

/// <summary>The linker of the handlers that use patterns, callbacks, services and declared events.</summary>
internal sealed class LanguageLinker(Action<object?>? onSuccess, Action<Exception>? onFailure) : EventLinker(null, onSuccess, onFailure)
{
    public LanguageLinker()
        : this(null, null)
    {
    }
}
