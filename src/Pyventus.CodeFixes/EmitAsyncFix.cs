using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Awaits <c>EmitAsync</c> instead of calling <c>Emit</c> (PYV1211).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class EmitAsyncFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.EmitInAsyncMethod];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        // What emitter?.EmitAsync() returns may be null and cannot be awaited.
        if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Emit" } } && AsyncCode.MayAwait(node))
        {
            yield return new CodeEdit("Await EmitAsync", nameof(EmitAsyncFix), node, async (solution, token) =>
            {
                if (await solution.GetEditorAsync(node, token).ConfigureAwait(false) is { } editor)
                {
                    editor.ReplaceNode(node, static (current, _) => AwaitAsync((InvocationExpressionSyntax)current));
                }
            });
        }
    }

    private static ExpressionSyntax AwaitAsync(InvocationExpressionSyntax call)
    {
        var access = (MemberAccessExpressionSyntax)call.Expression;
        var name = access.Name.WithIdentifier(SyntaxFactory.Identifier("EmitAsync").WithTriviaFrom(access.Name.Identifier));
        return AsyncCode.Await(call.WithExpression(access.WithName(name)), call);
    }
}
