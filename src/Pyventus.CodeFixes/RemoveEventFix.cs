using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pyventus.Analyzers;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Takes an event from the <c>[On]</c> or from the <c>[Once]</c> of a method that has it in both (PYV1005).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveEventFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.OnAndOnce];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (KnownSymbols.TryCreate(model.Compilation) is not { } symbols
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } method)
        {
            yield break;
        }

        var attributes = HandlerRules.GetHandlerAttributes(method, symbols);
        if (attributes.FirstOrDefault(attribute => IsAround(node, attribute)) is not { } later)
        {
            yield break;
        }

        foreach (var earlier in attributes.Where(attribute => symbols.IsOnce(attribute) != symbols.IsOnce(later)))
        {
            if (GetShared(earlier, later).Length > 0)
            {
                yield return CreateEdit(earlier, later, symbols, cancellationToken);
                yield return CreateEdit(later, earlier, symbols, cancellationToken);
                yield break;
            }
        }
    }

    private static CodeEdit CreateEdit(AttributeData attribute, AttributeData other, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken);
        int[] shared = GetShared(attribute, other);
        bool isWhole = shared.Length == EventReference.Read(attribute).Length;
        string name = symbols.IsOnce(attribute) ? "[Once]" : "[On]";
        return new CodeEdit(isWhole ? $"Remove {name}" : $"Remove the event from {name}", $"{nameof(RemoveEventFix)}{name}", syntax, async (solution, token) =>
        {
            if (await solution.GetEditorAsync(syntax, token).ConfigureAwait(false) is { } editor)
            {
                Remove(editor, syntax, shared, isWhole);
            }
        });
    }

    private static void Remove(DocumentEditor editor, AttributeSyntax attribute, int[] shared, bool isWhole)
    {
        if (isWhole)
        {
            editor.RemoveNode(attribute);
            return;
        }

        SyntaxNode[] events = [.. AttributeEvents.Find(attribute)];
        foreach (int index in shared)
        {
            editor.RemoveNode(events[index]);
        }
    }

    private static int[] GetShared(AttributeData attribute, AttributeData other)
    {
        var others = EventReference.Read(other);
        return [.. EventReference.Read(attribute).Where(reference => others.Any(reference.IsSameEvent)).Select(static reference => reference.Index)];
    }

    private static bool IsAround(SyntaxNode node, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == node.SyntaxTree
        && reference.Span.Contains(node.Span);
}
