using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Pyventus.Analyzers.Tests.Harness;

/// <summary>Offers to replace the marked name by each of these, under the key of the same name.</summary>
internal sealed class RenameFix(FixAllProvider? fixAll, params Func<string, string>[] renames) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEST1"];

    public override FixAllProvider? GetFixAllProvider() => fixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        for (int index = 0; index < renames.Length; index++)
        {
            string key = $"Rename{index}";
            var changed = context.Document.WithText(text.Replace(context.Span, renames[index](text.ToString(context.Span))));
            context.RegisterCodeFix(CodeAction.Create(key, _ => Task.FromResult(changed), key), context.Diagnostics);
        }
    }
}
