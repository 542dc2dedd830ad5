using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Creates the method that <c>OnSuccess</c> or <c>OnFailure</c> names, or makes it fit the handler (PYV1107).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CallbackFix : EditingCodeFixProvider
{
    private const string CreateKey = nameof(CallbackFix) + ".Create";
    private const string RetypeKey = nameof(CallbackFix) + ".Retype";
    private const string ReturnTaskKey = nameof(CallbackFix) + ".ReturnTask";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.InvalidCallback];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (KnownSymbols.TryCreate(model.Compilation) is { } symbols
            && CallbackUse.Find(node, model, cancellationToken) is { } use
            && (use.FindMethods() is { Length: > 0 } methods ? Change(use, methods, symbols, cancellationToken) : Create(use, symbols, cancellationToken)) is { } edit)
        {
            yield return edit;
        }
    }

    private static CodeEdit? Create(CallbackUse use, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (!SyntaxFacts.IsValidIdentifier(use.Name) || !use.IsFree())
        {
            return null;
        }

        string identifier = SyntaxFacts.GetKeywordKind(use.Name) == SyntaxKind.None ? use.Name : "@" + use.Name;
        var method = MethodStub.Create(
            $"internal {(use.IsStatic(symbols) ? "static " : "")}void {identifier}",
            use.FindSubjectType(symbols) is { } type ? [(use.Argument == CallbackRules.OnFailure ? "exception" : "result", type)] : [],
            isFirst: false).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);

        // One method is enough for all handlers of a type that name it.
        object target = (use.Handler.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken), use.Name);
        return new CodeEdit($"Create the method '{use.Name}'", CreateKey, target, async (solution, token) =>
        {
            if (await solution.GetEditorAsync(use.Declaration, token).ConfigureAwait(false) is { } editor)
            {
                editor.InsertAfter(use.Declaration, method);
            }
        });
    }

    private static CodeEdit? Change(CallbackUse use, IMethodSymbol[] methods, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        // The signature of an override, or of an interface's method, is not the callback's to change.
        var method = methods[0];
        if (methods.Length > 1 || method.IsOverride || MethodDeclarations.ImplementsInterface(method))
        {
            return null;
        }

        object target = method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        if (CallbackRules.IsOnlyAsyncVoid(method, use.Handler, use.Argument, symbols))
        {
            return new CodeEdit($"Return Task from '{use.Name}'", ReturnTaskKey, target, (solution, token) => ReturnTypes.ChangeToTaskAsync(solution, method, token));
        }

        return CallbackRules.FindMistyped(method, use.Handler, use.Argument, symbols) is { IsOptional: false, IsParams: false } parameter
            && use.FindSubjectType(symbols) is { } type
            ? new CodeEdit(
                $"Change the type of '{parameter.Name}' to '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'",
                RetypeKey,
                target,
                async (solution, token) =>
                {
                    foreach (var part in MethodDeclarations.Of(method, token).OfType<MethodDeclarationSyntax>())
                    {
                        if (part.ParameterList.Parameters[parameter.Ordinal].Type is { } old
                            && await solution.GetEditorAsync(part, token).ConfigureAwait(false) is { } editor)
                        {
                            editor.ReplaceNode(old, MethodStub.CreateType(type).WithTriviaFrom(old));
                        }
                    }
                })
            : null;
    }
}
