using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Awaits an emission instead of blocking on it, or makes it a task where nothing can be awaited (PYV1206).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnblockEmissionFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.BlockedEmission];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        // An await that is one too many needs a thought, and so does a wait with a timeout.
        if (node is not ExpressionSyntax blocking
            || node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 }
            || GetTask(blocking) is not { } task)
        {
            yield break;
        }

        bool isAwaited = AsyncCode.MayAwait(node);
        string title = isAwaited ? "Await the emission" : "Make it a task first";
        yield return new CodeEdit(title, nameof(UnblockEmissionFix), node, async (solution, token) =>
        {
            if (await solution.GetEditorAsync(blocking, token).ConfigureAwait(false) is not { } editor)
            {
                return;
            }

            if (isAwaited)
            {
                editor.ReplaceNode(blocking, AsyncCode.Await(WithoutAsTask(task), blocking));
            }
            else
            {
                editor.ReplaceNode(GetCall(task), static (current, _) => AsTask((ExpressionSyntax)current));
            }
        });
    }

    // The task in task.Result, task.Wait() and task.GetAwaiter().GetResult().
    private static ExpressionSyntax? GetTask(ExpressionSyntax blocking) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } wait } => wait.Expression,
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter },
            },
        } => awaiter.Expression,
        _ => null,
    };

    private static ExpressionSyntax WithoutAsTask(ExpressionSyntax task) =>
        task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsTask" } access }
            ? access.Expression
            : task;

    private static ExpressionSyntax GetCall(ExpressionSyntax task) =>
        task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "Preserve" } access }
            ? GetCall(access.Expression)
            : task;

    private static InvocationExpressionSyntax AsTask(ExpressionSyntax call) =>
        SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, call, SyntaxFactory.IdentifierName("AsTask")));
}
