using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Subscribes an async lambda or method through an overload that returns <see cref="Task"/> (PYV1210).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SubscribeAsyncFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.AsyncLambdaAsAction];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: InvocationExpressionSyntax invocation } argument
            || model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol subscribe)
        {
            yield break;
        }

        ExpressionSyntax handler = Unwrap(argument.Expression);
        var method = model.GetSymbolInfo(handler, cancellationToken).Symbol as IMethodSymbol;
        bool isLambda = handler is LambdaExpressionSyntax;
        if (isLambda || method is { MethodKind: MethodKind.Ordinary, IsOverride: false, DeclaringSyntaxReferences.IsEmpty: false })
        {
            yield return new CodeEdit("Subscribe it as a Func that returns Task", nameof(SubscribeAsyncFix), invocation, async (solution, token) =>
            {
                if (!isLambda)
                {
                    await ReturnTypes.ChangeToTaskAsync(solution, method!, token).ConfigureAwait(false);
                }

                if (await solution.GetEditorAsync(invocation, token).ConfigureAwait(false) is { } editor)
                {
                    editor.ReplaceNode(argument.Expression, handler.WithTriviaFrom(argument.Expression));
                    NameTypeArguments(editor, invocation.Expression, subscribe.TypeArguments);
                }
            });
        }
    }

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Unwrap(parenthesized.Expression),
        CastExpressionSyntax cast => Unwrap(cast.Expression),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => Unwrap(arguments[0].Expression),
        _ => expression,
    };

    // Without them the type of the parameters could no longer be inferred.
    private static void NameTypeArguments(DocumentEditor editor, ExpressionSyntax called, ImmutableArray<ITypeSymbol> types)
    {
        SimpleNameSyntax? name = called switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => called as SimpleNameSyntax,
        };
        if (name is IdentifierNameSyntax && !types.IsEmpty)
        {
            editor.ReplaceNode(name, editor.Generator.GenericName(name.Identifier.ValueText, types).WithTriviaFrom(name));
        }
    }
}
