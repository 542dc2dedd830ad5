namespace Pyventus;

/// <summary>The scope of an emission inside one of another service.</summary>
internal class InnerScope(object service, EmissionScope? outer) : EmissionScope(service)
{
    private volatile EmissionScope? _outer = outer;

    /// <inheritdoc/>
    protected override EmissionScope? Outer
    {
        get => _outer;
        set => _outer = value;
    }
}
