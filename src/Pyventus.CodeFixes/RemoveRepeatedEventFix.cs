using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Analyzers;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Takes the events from an attribute that the method has without it (PYV1004), or that its base method handles (PYV1110).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveRepeatedEventFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.RepeatedEvent, DiagnosticIds.InheritedHandler];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (KnownSymbols.TryCreate(model.Compilation) is not { } symbols
            || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } syntax
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } method
            || HandlerRules.GetHandlerAttributes(method, symbols).FirstOrDefault(attribute => IsWrittenAs(attribute, syntax)) is not { } attribute)
        {
            yield break;
        }

        var repeated = RepeatedEvents.FindPositions(method, attribute, symbols);
        bool isWhole = repeated.Length == EventReference.Read(attribute).Length;
        yield return new CodeEdit(isWhole ? "Remove the attribute" : "Remove the event", nameof(RemoveRepeatedEventFix), syntax, async (solution, token) =>
        {
            if (await solution.GetEditorAsync(syntax, token).ConfigureAwait(false) is not { } editor)
            {
                return;
            }

            var events = AttributeEvents.Find(syntax);
            foreach (var removed in isWhole ? [syntax] : repeated.Select(index => events[index]))
            {
                editor.RemoveNode(removed);
            }
        });
    }

    private static bool IsWrittenAs(AttributeData attribute, AttributeSyntax syntax) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == syntax.SyntaxTree
        && reference.Span == syntax.Span;
}
