using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Turns what a service provider fills into models.</summary>
internal static class ServiceParser
{
    /// <summary>A parameter of a handler or constructor.</summary>
    public static ServiceModel Parse(IParameterSymbol parameter, CompilationContext compilation, KnownSymbols symbols)
    {
        DefaultModel? value = ParameterParser.ParseDefault(parameter, compilation);
        bool isNullable = parameter.Type.IsReferenceType && parameter.NullableAnnotation == NullableAnnotation.Annotated;
        return new ServiceModel
        {
            Parameter = parameter.Name,
            Type = compilation.GetModel(isNullable ? parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : parameter.Type),
            IsNullable = isNullable,
            Key = ServiceRules.GetKey(parameter, symbols) is { } key ? FormatKey(key, compilation) : null,
            IsOptional = ServiceRules.IsOptional(parameter),
            Default = value is { IsNull: false } ? value : null,
        };
    }

    /// <summary>A class that handlers are called on.</summary>
    public static HandlerClassModel ParseClass(INamedTypeSymbol type, CompilationContext compilation, KnownSymbols symbols)
    {
        TypeModel model = compilation.GetModel(type);
        IMethodSymbol? constructor = HandlerConstructors.Find(type, symbols);
        return new HandlerClassModel
        {
            Type = model,
            Constructor = constructor is null
                ? null
                : $"{model.Display}({string.Join(", ", constructor.Parameters.Select(parameter => $"{compilation.GetModel(parameter.Type).Display} {parameter.Name}"))})",
            Parameters = constructor is null
                ? default(EquatableArray<ServiceModel>)
                : ImmutableArray.CreateRange(constructor.Parameters, parameter => Parse(parameter, compilation, symbols)),
        };
    }

    private static string FormatKey(TypedConstant key, CompilationContext compilation) => key switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({compilation.GetModel(type).ErasedCode})",
        _ => ParameterParser.FormatConstant(compilation.GetModel(key.Type!), key.Type!, key.Value!),
    };
}
