using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Methods with <c>[Emits]</c>; linked into the assembly of the fixes.</summary>
internal static class DeclaredEmission
{
    /// <summary>The event that a call of the method emits; null when the method declares none.</summary>
    public static string? GetEventName(IMethodSymbol method)
    {
        var declared = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!declared.IsExtensionMethod || declared.Parameters[0].Type.Name != nameof(WellKnownNames.EventEmitter))
        {
            return null;
        }

        return (declared.PartialDefinitionPart ?? declared).GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.ToDisplayString() == WellKnownNames.EmitsAttribute)
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
            .FirstOrDefault();
    }
}
