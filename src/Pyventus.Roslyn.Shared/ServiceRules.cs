using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>Which parameters a service provider fills, and with what (PYV1101, PYV1103, PYV1111).</summary>
internal static class ServiceRules
{
    /// <summary>Whether an attribute says that a service fills the parameter.</summary>
    public static bool IsService(IParameterSymbol parameter, KnownSymbols symbols) =>
        parameter.GetAttributes().Any(attribute =>
            KnownSymbols.Same(attribute.AttributeClass, symbols.ServiceAttribute)
            || KnownSymbols.Same(attribute.AttributeClass, symbols.FromServicesAttribute)
            || KnownSymbols.Same(attribute.AttributeClass, symbols.FromKeyedServicesAttribute));

    /// <summary>The key of a keyed service; null when the service has none. A key may itself be null.</summary>
    public static TypedConstant? GetKey(IParameterSymbol parameter, KnownSymbols symbols)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            // Without an argument the key is that of the containing service, and a handler has none.
            if (KnownSymbols.Same(attribute.AttributeClass, symbols.FromKeyedServicesAttribute) && attribute.ConstructorArguments is { Length: 1 } arguments)
            {
                return arguments[0];
            }
        }

        return null;
    }

    /// <summary>Whether the parameter does without the service.</summary>
    public static bool IsOptional(IParameterSymbol parameter) =>
        ParameterRules.HasDefault(parameter)
        || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (parameter.Type.IsReferenceType && parameter.NullableAnnotation == NullableAnnotation.Annotated);

    /// <summary>Checks a parameter of a handler that a service fills.</summary>
    public static void Check(IParameterSymbol parameter, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (symbols.IsSpecial(parameter.Type))
        {
            Add(DiagnosticIds.SpecialParameterMisuse, $"a {parameter.Type.Name} belongs to the emission and is no service; remove the attribute");
        }
        else if (WhyNotAService(parameter, symbols) is { } unsupported)
        {
            Add(DiagnosticIds.UnsupportedParameter, unsupported);
        }
        else if (WhyNotNameable(parameter, symbols) is { } inaccessible)
        {
            Add(DiagnosticIds.InaccessibleHandler, inaccessible);
        }

        void Add(string id, string reason) =>
            problems.Add(new HandlerProblem(id, HandlerProblemPlace.Parameter, parameter.Ordinal, $"parameter '{parameter.Name}'", reason));
    }

    /// <summary>Why no service can fill the parameter, or null when one can.</summary>
    public static string? WhyNotAService(IParameterSymbol parameter, KnownSymbols symbols)
    {
        ITypeSymbol type = parameter.Type;
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return "a service is passed by value; remove the modifier";
        }

        if (UnsupportedTypes.IsPointer(type) || type.IsRefLikeType || UnsupportedTypes.HasStaticAbstractMembers(type))
        {
            return $"no service can have the type '{Display(type)}'; take an interface or a class";
        }

        return GetKey(parameter, symbols) switch
        {
            { Kind: TypedConstantKind.Array } => "an array is equal to no other and cannot be a key; take a string or an enum member",

            // A provider that has no such service says null, which is no value.
            { } when type.IsValueType && IsOptional(parameter) && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T =>
                $"whether a keyed '{Display(type)}' is there cannot be asked; take '{Display(type)}?'",
            _ => null,
        };
    }

    /// <summary>Why generated code cannot name the type or the key of the service, or null when it can.</summary>
    public static string? WhyNotNameable(IParameterSymbol parameter, KnownSymbols symbols)
    {
        if (GeneratedCodeAccess.WhyNotNameable(parameter.Type, symbols) is { } typeReason)
        {
            return "its type " + typeReason;
        }

        return GetKey(parameter, symbols) is { } key
            && ((key.Kind == TypedConstantKind.Type ? key.Value : key.Type) as ITypeSymbol) is { } type
            && GeneratedCodeAccess.WhyNotNameable(type, symbols) is { } keyReason
            ? "its key " + keyReason
            : null;
    }

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
