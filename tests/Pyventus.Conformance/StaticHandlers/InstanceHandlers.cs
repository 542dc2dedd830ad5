namespace Pyventus.Conformance;

/// <summary>Instance handlers of a class with a parameterless constructor.</summary>
internal sealed class InstanceHandlers
{
    [On("instance", Linker = typeof(StaticLinker))]
    internal void Handle(List<object> instances) => instances.Add(this);

    [On("instance", Linker = typeof(StaticLinker))]
    internal ValueTask HandleLater(List<object> instances, CancellationToken token)
    {
        instances.Add(this);
        return default;
    }
}
