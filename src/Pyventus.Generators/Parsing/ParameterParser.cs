using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Turns the parameters of a handler into models.</summary>
internal static class ParameterParser
{
    public static EquatableArray<ParameterModel> Parse(IMethodSymbol method, CompilationContext compilation, KnownSymbols symbols) =>
        ImmutableArray.CreateRange(method.Parameters, parameter => Parse(parameter, compilation, symbols));

    /// <summary>The name as it is written in code.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static ParameterModel Parse(IParameterSymbol parameter, CompilationContext compilation, KnownSymbols symbols)
    {
        ParameterKind kind =
            ServiceRules.IsService(parameter, symbols) ? ParameterKind.Service
            : KnownSymbols.Same(parameter.Type, symbols.CancellationToken) ? ParameterKind.CancellationToken
            : KnownSymbols.Same(parameter.Type, symbols.EventContext) ? ParameterKind.Context
            : ParameterKind.Payload;
        return new ParameterModel
        {
            Name = Escape(parameter.Name),
            Kind = kind,
            Type = compilation.GetModel(parameter.Type),
            ConvertsTo = kind == ParameterKind.Payload ? compilation.GetConversions(parameter.Type, symbols) : default,
            Default = kind == ParameterKind.Payload ? ParseDefault(parameter, compilation) : null,
            Service = kind == ParameterKind.Service ? ServiceParser.Parse(parameter, compilation, symbols) : null,
        };
    }

    /// <summary>The default value of a parameter, if there is one that C# can repeat.</summary>
    public static DefaultModel? ParseDefault(IParameterSymbol parameter, CompilationContext compilation)
    {
        if (!ParameterRules.HasDefault(parameter))
        {
            return null;
        }

        ITypeSymbol type = TypeParser.GetUnderlying(parameter.Type) ?? parameter.Type;
        bool isNull = parameter.ExplicitDefaultValue is null && (parameter.Type.IsReferenceType || TypeParser.GetUnderlying(parameter.Type) is not null);
        (string code, string display) = isNull ? ("null", "null") : FormatValue(compilation.GetModel(type), type, parameter.ExplicitDefaultValue);
        return new DefaultModel { Code = code, Display = display, TypeName = compilation.GetModel(type).MetadataName, IsNull = isNull };
    }

    /// <summary>A constant of a type as an expression of exactly that type.</summary>
    public static string FormatConstant(TypeModel model, ITypeSymbol type, object value) => FormatValue(model, type, value).Code;

    private static (string Code, string Display) FormatValue(TypeModel model, ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return ("default(" + model.Code + ")", "default");
        }

        string literal = Literals.Of(value);
        string display = value is string or char or bool or float or double ? literal : Convert.ToString(value, CultureInfo.InvariantCulture);
        if (type.TypeKind != TypeKind.Enum && type.SpecialType is not (SpecialType.System_IntPtr or SpecialType.System_UIntPtr))
        {
            return (literal, display);
        }

        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && value.Equals(field.ConstantValue));
        return ($"({model.Code})({literal})", member is null ? display : $"{type.Name}.{member.Name}");
    }
}
