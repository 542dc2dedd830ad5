using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Turns the valid handler attributes of a method into models; what is invalid is left to the analyzers.</summary>
internal static class HandlerParser
{
    public static IEnumerable<HandlerModel> Parse(MethodDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        CompilationContext compilation = CompilationContext.Of(model.Compilation);
        if (model.GetDeclaredSymbol(node, cancellationToken) is not { } target || compilation.Symbols is not { } symbols)
        {
            return [];
        }

        IMethodSymbol method = target.PartialDefinitionPart ?? target;
        ImmutableArray<AttributeData> attributes = HandlerRules.GetHandlerAttributes(method, symbols);
        if (!attributes.Any(attribute => IsWrittenOn(node, attribute)) || !HandlerRules.ValidateMethod(method, symbols).IsEmpty)
        {
            return [];
        }

        TaskCompletion completion = CompletionParser.Parse(method, model, symbols, cancellationToken);

        var handlers = new List<HandlerModel>();
        for (int index = 0; index < attributes.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AttributeData attribute = attributes[index];
            if (IsWrittenOn(node, attribute)
                && !HandlerRules.HasCompileErrors(method, attribute)
                && HandlerRules.ValidateAttribute(method, attribute, symbols).IsEmpty)
            {
                handlers.Add(Parse(method, attribute, index, completion, compilation, symbols));
            }
        }

        return handlers;
    }

    // Both parts of a partial method show the attributes of both: an attribute belongs to the node it is written on.
    private static bool IsWrittenOn(MethodDeclarationSyntax node, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } written && written.SyntaxTree == node.SyntaxTree && node.Span.Contains(written.Span);

    private static HandlerModel Parse(
        IMethodSymbol method, AttributeData attribute, int attributeIndex, TaskCompletion completion, CompilationContext compilation, KnownSymbols symbols)
    {
        return new HandlerModel
        {
            Events = ParseEvents(attribute, compilation, symbols),
            IncludeDerived = AttributeArguments.GetNamed(attribute, "IncludeDerived") is true,
            Linker = compilation.GetModel(LinkerRules.GetLinker(attribute) ?? symbols.EventLinker),
            Call = new HandlerCallModel
            {
                Id = MetadataNames.OfHandler(method, attributeIndex),
                Order = AttributeArguments.GetNamed(attribute, "Order") is int order ? order : 0,
                IsOnce = symbols.IsOnce(attribute),
                ForceAsync = AttributeArguments.GetNamed(attribute, "ForceAsync") is true,
                ContainingType = compilation.GetModel(method.ContainingType).Code,
                Method = ParameterParser.Escape(method.Name),
                IsStatic = method.IsStatic,
                CanCreateInstance = !method.IsStatic
                    && !method.ContainingType.IsAbstract
                    && InstanceCreation.HasParameterlessConstructor(method.ContainingType, mustBePublic: false, symbols),
                Parameters = ParameterParser.Parse(method, compilation, symbols),
                Returns = GetReturnKind(method, symbols),
                ReturnsNullable = method.ReturnType.IsReferenceType && method.ReturnNullableAnnotation == NullableAnnotation.Annotated,
                Completion = completion,
                Class = method.IsStatic ? null : compilation.GetClass(method.ContainingType, symbols),
                OnSuccess = CallbackParser.Parse(method, attribute, CallbackRules.OnSuccess, compilation, symbols),
                OnFailure = CallbackParser.Parse(method, attribute, CallbackRules.OnFailure, compilation, symbols),
                IsMatched = false,
                IncludesDerived = false,
                MemberIndex = 0,
            },
            TypeName = compilation.GetModel(method.ContainingType).MetadataName,
            MemberIndex = method.ContainingType.GetMembers().IndexOf(method, 0, SymbolEqualityComparer.Default),
            AttributeIndex = attributeIndex,
        };
    }

    private static EquatableArray<EventKeyModel> ParseEvents(AttributeData attribute, CompilationContext compilation, KnownSymbols symbols)
    {
        var events = ImmutableArray.CreateBuilder<EventKeyModel>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (EventReference reference in EventReference.Read(attribute))
        {
            var key = new EventKeyModel
            {
                Name = reference.Name,
                Type = reference.Type is { } type ? compilation.GetModel(type) : null,
                ConvertsTo = reference.Type is { } from ? compilation.GetConversions(from, symbols) : default,
                BaseTypes = reference.Type is { } derived ? compilation.GetBaseTypes(derived, symbols) : default,
            };
            if (seen.Add(key.Identity))
            {
                events.Add(key);
            }
        }

        return events.ToImmutable();
    }

    /// <summary>What a handler or callback returns.</summary>
    public static ReturnKind GetReturnKind(IMethodSymbol method, KnownSymbols symbols)
    {
        if (method.ReturnsVoid)
        {
            return ReturnKind.Void;
        }

        ITypeSymbol type = method.ReturnType;
        if (KnownSymbols.Same(type, symbols.ValueTask))
        {
            return ReturnKind.ValueTask;
        }

        if (KnownSymbols.Same(type.OriginalDefinition, symbols.ValueTaskOfT))
        {
            return ReturnKind.ValueTaskOfT;
        }

        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (KnownSymbols.Same(level.OriginalDefinition, symbols.TaskOfT))
            {
                return ReturnKind.TaskOfT;
            }

            if (KnownSymbols.Same(level, symbols.Task))
            {
                return ReturnKind.Task;
            }
        }

        return type.TypeKind == TypeKind.Dynamic ? ReturnKind.Dynamic : ReturnKind.Value;
    }
}
