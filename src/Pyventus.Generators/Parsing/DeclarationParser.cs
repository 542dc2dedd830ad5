using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Generators.Linking;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Turns a valid method with <c>[Emits]</c> into a model; what is invalid is left to the analyzers.</summary>
internal static class DeclarationParser
{
    /// <summary>The declaration; null when the method is none or is invalid.</summary>
    public static DeclarationModel? Parse(MethodDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        CompilationContext compilation = CompilationContext.Of(model.Compilation);
        if (model.GetDeclaredSymbol(node, cancellationToken) is not { } method
            || compilation.Symbols is not { } symbols
            || FindAttribute(node, method, symbols) is not { } attribute
            || HandlerRules.HasCompileErrors(method, attribute)
            || !DeclarationRules.Validate(method, attribute, symbols).IsEmpty)
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        string eventName = DeclarationRules.GetEventName(attribute)!;
        return new DeclarationModel
        {
            Event = new EventKeyModel { Name = eventName, Type = null, ConvertsTo = default, BaseTypes = default },
            Linker = compilation.GetModel(LinkerRules.GetLinker(attribute) ?? symbols.EventLinker),
            Payload = ImmutableArray.CreateRange(DeclarationRules.GetPayload(method, symbols), parameter => ParsePayload(parameter, compilation, symbols)),
            TypeName = compilation.GetModel(method.ContainingType).MetadataName,
            MemberIndex = method.ContainingType.GetMembers().IndexOf(method, 0, SymbolEqualityComparer.Default),
            Method = ParseMethod(method, node, eventName, compilation, symbols),
        };
    }

    // Both parts of a partial method show the attributes of both; the part that it is written on is the declaration.
    private static AttributeData? FindAttribute(MethodDeclarationSyntax node, IMethodSymbol method, KnownSymbols symbols) =>
        method.GetAttributes().FirstOrDefault(attribute =>
            symbols.IsEmits(attribute)
            && attribute.ApplicationSyntaxReference is { } written
            && written.SyntaxTree == node.SyntaxTree
            && node.Span.Contains(written.Span));

    private static ParameterModel ParsePayload(IParameterSymbol parameter, CompilationContext compilation, KnownSymbols symbols) => new()
    {
        Name = ParameterParser.Escape(parameter.Name),
        Kind = ParameterKind.Payload,
        Service = null,
        Type = compilation.GetModel(parameter.Type),
        ConvertsTo = compilation.GetConversions(parameter.Type, symbols),
        Default = ParameterParser.ParseDefault(parameter, compilation),
    };

    private static DeclaredMethodModel ParseMethod(
        IMethodSymbol method, MethodDeclarationSyntax node, string eventName, CompilationContext compilation, KnownSymbols symbols)
    {
        INamedTypeSymbol type = method.ContainingType;
        string id = MetadataNames.OfMethod(method);
        return new DeclaredMethodModel
        {
            HintName = $"Declaration.{StableNames.ToFileName(type.Name + "." + method.Name)}.{new StableHash().Add(id)}.g.cs",
            Namespace = type.ContainingNamespace is { IsGlobalNamespace: false } containing ? TypeParser.FormatNamespace(containing) : "",
            ContainingType = ParameterParser.Escape(type.Name),
            Modifiers = Join(node.Modifiers),
            Name = ParameterParser.Escape(method.Name),
            IsAsync = DeclarationRules.IsAsync(method, symbols),
            EventName = eventName,
            Parameters = ImmutableArray.CreateRange(method.Parameters, parameter => new DeclaredParameterModel
            {
                Modifiers = Join(node.ParameterList.Parameters[parameter.Ordinal].Modifiers),
                DeclaredType = TypeParser.FormatDeclared(parameter.Type),
                EmittedType = compilation.GetModel(parameter.Type).Code,
                Name = ParameterParser.Escape(parameter.Name),
                IsToken = KnownSymbols.Same(parameter.Type, symbols.CancellationToken),
            }),
        };
    }

    private static string Join(SyntaxTokenList modifiers) => string.Join(" ", modifiers.Select(static modifier => modifier.ValueText));
}
