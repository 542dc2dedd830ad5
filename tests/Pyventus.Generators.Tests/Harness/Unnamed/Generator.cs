using Microsoft.CodeAnalysis;

namespace Pyventus.Generators.Tests.Harness.Unnamed;

/// <summary>A generator whose steps have no names.</summary>
internal sealed class Generator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
