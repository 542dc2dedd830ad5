using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Finds what a file declares. Only what looks like it by its syntax is bound.</summary>
internal static class SourceParser
{
    public static SourceModel Parse(SyntaxTree tree, Compilation compilation, ImmutableHashSet<string> attributeNames, CancellationToken cancellationToken)
    {
        // Down to the members of types; what is inside of them is not looked at.
        SyntaxNode[] nodes = [.. tree.GetRoot(cancellationToken).DescendantNodesAndSelf(static node =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)];
        ImmutableHashSet<string> names = attributeNames.With(nodes);

        // A method outside of a type is one that is being typed.
        MethodDeclarationSyntax[] methods = [.. nodes.OfType<MethodDeclarationSyntax>().Where(method => method.Parent is TypeDeclarationSyntax && names.AreOn(method))];
        ClassDeclarationSyntax[] linkers = [.. nodes.OfType<ClassDeclarationSyntax>().Where(LinkerLimitParser.IsCandidate)];
        if ((methods.Length == 0 && linkers.Length == 0) || CompilationContext.Of(compilation).Symbols is null)
        {
            return SourceModel.Empty;
        }

        SemanticModel model = compilation.GetSemanticModel(tree);
        ImmutableArray<HandlerModel> handlers = [.. methods.SelectMany(method => HandlerParser.Parse(method, model, cancellationToken))];
        return new SourceModel
        {
            Handlers = handlers,
            Declarations = ImmutableArray.CreateRange(methods.Select(method => DeclarationParser.Parse(method, model, cancellationToken)).OfType<DeclarationModel>()),
            LinkerLimits = ImmutableArray.CreateRange(linkers.Select(linker => LinkerLimitParser.Parse(linker, model, cancellationToken)).OfType<LinkerLimitModel>()),
            BindsCalls = linkers.Length > 0
                || methods.Any(CompletionParser.BindsArguments)
                || (methods.Any(static method => method.Modifiers.Any(SyntaxKind.PartialKeyword)) && handlers.Any(static handler => handler.Call.IsAsync)),
        };
    }
}
