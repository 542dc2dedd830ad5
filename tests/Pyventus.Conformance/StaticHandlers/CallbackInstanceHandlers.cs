namespace Pyventus.Conformance;

/// <summary>Instance handlers whose construction runs code of the test.</summary>
internal sealed class CallbackInstanceHandlers
{
    /// <summary>Runs in the constructor, where the test that set it constructs.</summary>
    internal static readonly AsyncLocal<Action?> Constructing = new();

    public CallbackInstanceHandlers()
    {
        Constructing.Value?.Invoke();
    }

    [On("constructed", Linker = typeof(StaticLinker))]
    internal void Handle(List<object> instances) => instances.Add(this);
}
