using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Makes a handler, the types it is in and the types it takes accessible to generated code (PYV1101).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeInternalFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.InaccessibleHandler];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        ISymbol[] hidden = [.. GetNeeded(node, model, cancellationToken).Where(IsHidden).Distinct<ISymbol>(SymbolEqualityComparer.Default)];
        if (hidden.Length > 0 && hidden.All(CanBeChanged))
        {
            yield return new CodeEdit(
                hidden.Length == 1 ? $"Make '{hidden[0].Name}' internal" : "Make the handler and its types internal",
                nameof(MakeInternalFix),
                node,
                async (editor, token) =>
                {
                    foreach (var symbol in hidden)
                    {
                        await MakeInternalAsync(editor, symbol, token).ConfigureAwait(false);
                    }
                });
        }
    }

    private static IEnumerable<ISymbol> GetNeeded(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node switch
    {
        MethodDeclarationSyntax method => WithContainingTypes(model.GetDeclaredSymbol(method, cancellationToken)),
        _ => node.FirstAncestorOrSelf<ParameterSyntax>() is { Type: { } type }
            ? GetNamedTypes(type, model, cancellationToken)
            : GetNamedTypes(node, model, cancellationToken),
    };

    private static IEnumerable<ISymbol> GetNamedTypes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .SelectMany(name => WithContainingTypes(model.GetSymbolInfo(name, cancellationToken).Symbol as INamedTypeSymbol));

    private static IEnumerable<ISymbol> WithContainingTypes(ISymbol? symbol)
    {
        for (; symbol is not null; symbol = symbol.ContainingType)
        {
            yield return symbol.OriginalDefinition;
        }
    }

    private static bool IsHidden(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;

    private static bool CanBeChanged(ISymbol symbol) =>
        !symbol.IsOverride && !symbol.DeclaringSyntaxReferences.IsEmpty;

    private static async Task MakeInternalAsync(SolutionEditor solution, ISymbol symbol, CancellationToken cancellationToken)
    {
        var accessibility = symbol.DeclaredAccessibility == Accessibility.Protected ? Accessibility.ProtectedOrInternal : Accessibility.Internal;
        foreach (var declaration in GetDeclarations(symbol, cancellationToken))
        {
            if (await solution.GetEditorAsync(declaration, cancellationToken).ConfigureAwait(false) is { } editor)
            {
                editor.ReplaceNode(declaration, (current, generator) => generator.GetAccessibility(current) == accessibility
                    ? current
                    : generator.WithAccessibility(current, accessibility));
            }
        }
    }

    // The parts of a partial type that say an accessibility say the same; one part is enough to say it.
    private static IEnumerable<SyntaxNode> GetDeclarations(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol is IMethodSymbol method)
        {
            return MethodDeclarations.Of(method, cancellationToken);
        }

        SyntaxNode[] parts = [.. symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken))];
        SyntaxNode[] explicitParts = [.. parts.Where(static part => part is MemberDeclarationSyntax member && member.Modifiers.Any(IsAccessibility))];
        return explicitParts.Length > 0 ? explicitParts : parts.Take(1);
    }

    private static bool IsAccessibility(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword;
}
