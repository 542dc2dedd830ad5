using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Awaits an emission that nobody waits for (PYV1205).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AwaitEmissionFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnawaitedEmission];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        // What emitter?.EmitAsync() returns may be null and cannot be awaited.
        if (node is InvocationExpressionSyntax dropped && AsyncCode.MayAwait(node))
        {
            yield return new CodeEdit("Await the emission", nameof(AwaitEmissionFix), node, async (solution, token) =>
            {
                if (await solution.GetEditorAsync(dropped, token).ConfigureAwait(false) is { } editor)
                {
                    editor.ReplaceNode(dropped, (current, _) => AsyncCode.Await((ExpressionSyntax)current, (ExpressionSyntax)current));
                }
            });
        }
    }
}
