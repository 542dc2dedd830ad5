using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Pyventus.Roslyn.Testing;

/// <summary>
/// Applies a fix to marked sources: one diagnostic after the other to the end, then all at once in a file, a project and
/// a solution. Each way must give the expected sources, and these must verify as the input did.
/// </summary>
public sealed class CodeFixVerifier(AnalyzerVerifier analyzers, CodeFixProvider fix)
{
    /// <summary>Verifies a fix of one source.</summary>
    /// <param name="markup">The source to fix, with its diagnostics marked.</param>
    /// <param name="expected">The fixed source; what nothing can fix is marked in it.</param>
    /// <param name="equivalenceKey">Which fix to take where several are offered.</param>
    /// <exception cref="VerificationException">Something differs.</exception>
    public Task VerifyAsync(string markup, string expected, string? equivalenceKey = null) =>
        VerifyAsync([markup], [expected], equivalenceKey);

    /// <summary>Verifies a fix of several sources.</summary>
    /// <exception cref="VerificationException">Something differs.</exception>
    public async Task VerifyAsync(IReadOnlyList<string> markups, IReadOnlyList<string> expected, string? equivalenceKey = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        await analyzers.VerifyAsync(markups).ConfigureAwait(false);
        await analyzers.VerifyAsync(expected).ConfigureAwait(false);
        string[] texts = [.. expected.Select(static markup => MarkupSource.Parse(markup).Text)];

        using var project = new FixableProject(analyzers, fix, markups, equivalenceKey);
        await project.FixOneByOneAsync().ConfigureAwait(false);
        await project.VerifyTextsAsync(texts, "one by one").ConfigureAwait(false);
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            project.Reset();
            await project.FixAllAsync(scope).ConfigureAwait(false);
            await project.VerifyTextsAsync(texts, $"all in a {scope}").ConfigureAwait(false);
        }
    }

    /// <summary>Verifies the titles of the fixes offered for the diagnostics of a source, none if none is given.</summary>
    /// <exception cref="VerificationException">Something differs.</exception>
    public async Task VerifyTitlesAsync(string markup, params string[] titles)
    {
        await analyzers.VerifyAsync(markup).ConfigureAwait(false);
        using var project = new FixableProject(analyzers, fix, [markup], equivalenceKey: null);
        ImmutableArray<string> offered = await project.GetTitlesAsync().ConfigureAwait(false);
        if (!offered.SequenceEqual(titles))
        {
            throw new VerificationException(
                $"The fixes differ.\nExpected:\n{string.Join('\n', titles)}\nOffered:\n{string.Join('\n', offered)}");
        }
    }
}
