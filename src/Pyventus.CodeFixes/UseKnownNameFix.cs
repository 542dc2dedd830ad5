using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Analyzers;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Writes the name of the known event (PYV1003).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseKnownNameFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.SimilarEventName];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        // A constant is used elsewhere, too.
        if (node is LiteralExpressionSyntax literal
            && diagnostic.Properties.TryGetValue(DiagnosticProperties.EventName, out string? name))
        {
            yield return new CodeEdit($"Change it to {SymbolDisplay.FormatLiteral(name!, quote: true)}", nameof(UseKnownNameFix), literal, async (solution, token) =>
            {
                if (await solution.GetEditorAsync(literal, token).ConfigureAwait(false) is { } editor)
                {
                    editor.ReplaceNode(literal, SyntaxFactory
                        .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name!))
                        .WithTriviaFrom(literal));
                }
            });
        }
    }
}
