using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Pyventus.CodeFixes;

/// <summary>Applies the edits of all diagnostics of a file, a project or a solution at once.</summary>
internal sealed class EditingFixAllProvider : FixAllProvider
{
    public static readonly EditingFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var edits = new List<CodeEdit>();
        foreach (var document in GetDocuments(fixAllContext))
        {
            foreach (var diagnostic in await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                var provider = (EditingCodeFixProvider)fixAllContext.CodeFixProvider;
                edits.AddRange(await provider.GetEditsAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false));
            }
        }

        CodeEdit[] chosen =
        [
            .. edits.Where(edit => edit.Key == fixAllContext.CodeActionEquivalenceKey)
                .GroupBy(static edit => edit.Target)
                .Select(static group => group.First()),
        ];
        return chosen.Length == 0
            ? null
            : CodeAction.Create(
                chosen[0].Title,
                token => EditingCodeFixProvider.ApplyAsync(fixAllContext.Solution, chosen, token),
                fixAllContext.CodeActionEquivalenceKey);
    }

    private static IEnumerable<Document> GetDocuments(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.SelectMany(static project => project.Documents),
    };
}
