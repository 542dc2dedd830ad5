namespace Pyventus.Conformance;

/// <summary>Instance handlers that only a service provider can make.</summary>
internal sealed class DependentHandlers(string dependency)
{
    [On("dependent", Linker = typeof(StaticLinker))]
    internal void Handle(List<string> calls) => calls.Add(dependency);
}
