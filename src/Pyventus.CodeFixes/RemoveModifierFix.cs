using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Removes <c>ref</c>, <c>out</c>, <c>in</c> or <c>ref readonly</c> from a handler's parameter (PYV1103).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveModifierFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnsupportedParameter];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is not { } marked
            || !marked.Modifiers.Any(IsByReference)
            || marked.Parent?.Parent is not MethodDeclarationSyntax declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { IsOverride: false } method
            || MethodDeclarations.ImplementsInterface(method))
        {
            yield break;
        }

        int index = ((ParameterListSyntax)marked.Parent).Parameters.IndexOf(marked);
        string modifiers = string.Join(" ", marked.Modifiers.Where(IsByReference).Select(static modifier => modifier.ValueText));
        yield return new CodeEdit($"Remove '{modifiers}'", nameof(RemoveModifierFix), marked, async (solution, token) =>
        {
            foreach (var part in MethodDeclarations.Of(method, token).OfType<MethodDeclarationSyntax>())
            {
                if (await solution.GetEditorAsync(part, token).ConfigureAwait(false) is { } editor)
                {
                    editor.ReplaceNode(part.ParameterList.Parameters[index], static (current, _) => RemoveModifiers((ParameterSyntax)current));
                }
            }
        });
    }

    private static bool IsByReference(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword or SyntaxKind.ReadOnlyKeyword;

    private static ParameterSyntax RemoveModifiers(ParameterSyntax parameter) =>
        parameter
            .WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(static modifier => !IsByReference(modifier))))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());
}
