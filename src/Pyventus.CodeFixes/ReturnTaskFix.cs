using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Makes an <c>async void</c> handler return <see cref="Task"/> (PYV1105).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReturnTaskFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.AsyncVoidHandler];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        // The return type of an override, or of an interface's method, is not the handler's to change.
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellationToken) is { IsOverride: false } method
            && !MethodDeclarations.ImplementsInterface(method))
        {
            yield return new CodeEdit(
                "Return Task", nameof(ReturnTaskFix), declaration, (editor, token) => ReturnTypes.ChangeToTaskAsync(editor, method, token));
        }
    }
}
