using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Pyventus.CodeFixes;

/// <summary>A fix that is a set of edits, so that one diagnostic and all of a solution are fixed by the same code.</summary>
public abstract class EditingCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => EditingFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var edit in await GetEditsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, token => ApplyAsync(context.Document.Project.Solution, [edit], token), edit.Key),
                    diagnostic);
            }
        }
    }

    internal static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<CodeEdit> edits, CancellationToken cancellationToken)
    {
        var editor = new SolutionEditor(solution);
        foreach (var edit in edits)
        {
            await edit.ApplyAsync(editor, cancellationToken).ConfigureAwait(false);
        }

        return editor.GetChangedSolution();
    }

    internal async Task<ImmutableArray<CodeEdit>> GetEditsAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null
            ? []
            : [.. GetEdits(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic, model, cancellationToken)];
    }

    /// <summary>The ways to fix a diagnostic.</summary>
    /// <param name="node">The marked node.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    private protected abstract IEnumerable<CodeEdit> GetEdits(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken);
}
