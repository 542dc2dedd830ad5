namespace Pyventus.Conformance;

/// <summary>Instance handlers whose construction runs code of the test.</summary>
internal sealed class CallbackInstanceHandlers
{
    /// <summary>Runs in the constructor; set by the one test that has instances constructed.</summary>
    internal static Action? Constructing { get; set; }

    public CallbackInstanceHandlers()
    {
        Constructing?.Invoke();
    }

    [On("constructed", Linker = typeof(StaticLinker))]
    internal void Handle(List<object> instances) => instances.Add(this);
}
