using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pyventus.Roslyn.Testing;

/// <summary>
/// Runs analyzers over marked sources. Every diagnostic of the compiler (warnings and errors), of the analyzers and of
/// code generated from the sources is asserted by a marker with exactly its id and span, or fails the verification.
/// </summary>
public sealed class AnalyzerVerifier(params DiagnosticAnalyzer[] analyzers)
{
    /// <summary>The generator whose output the analyzers see; none by default.</summary>
    public IIncrementalGenerator? Generator { get; init; }

    /// <summary>References besides .NET and Pyventus.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    internal ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [.. analyzers];

    /// <summary>Verifies one source and, if any are given, the texts of the analyzers' messages in order of position.</summary>
    /// <exception cref="VerificationException">Something differs.</exception>
    public Task VerifyAsync(string markup, params string[] messages) => VerifyAsync([markup], messages);

    /// <summary>Verifies several sources together.</summary>
    /// <exception cref="VerificationException">Something differs.</exception>
    public async Task VerifyAsync(IReadOnlyList<string> markups, params string[] messages)
    {
        ArgumentNullException.ThrowIfNull(markups);
        ArgumentNullException.ThrowIfNull(messages);
        MarkupSource[] sources = [.. markups.Select(MarkupSource.Parse)];
        var expected = Expect(sources).ToArray();
        var compilation = TestCompilation.Create(sources.Select(static source => source.Text), references: References)
            .WithGenerator(Generator);
        var found = await GetDiagnosticsAsync(compilation, Analyzers).ConfigureAwait(false);

        DiagnosticComparison.Verify(expected, [.. Compiler(compilation), .. found]);
        DiagnosticComparison.VerifyMessages(messages, found);
    }

    /// <summary>What the analyzers report for a compilation, by file and position.</summary>
    /// <exception cref="VerificationException">Something is reported only when the whole compilation is analyzed, so not while typing.</exception>
    internal static async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(
        Compilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var all = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        var live = await GetLiveDiagnosticsAsync(compilation.WithAnalyzers(analyzers, options)).ConfigureAwait(false);
        return all.FirstOrDefault(diagnostic => diagnostic.Location.IsInSource && !live.Contains(diagnostic.ToString())) is { } late
            ? throw new VerificationException($"Not reported while the file is edited, only by a build:\n{late}")
            : [.. all.OrderBy(static item => item.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                     .ThenBy(static item => item.Location.SourceSpan.Start)];
    }

    // What an editor asks for: each file on its own.
    private static async Task<HashSet<string>> GetLiveDiagnosticsAsync(CompilationWithAnalyzers driver)
    {
        var live = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in driver.Compilation.SyntaxTrees)
        {
            var model = driver.Compilation.GetSemanticModel(tree);
            var syntactic = await driver.GetAnalyzerSyntaxDiagnosticsAsync(tree, default).ConfigureAwait(false);
            var semantic = await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, default).ConfigureAwait(false);
            live.UnionWith(syntactic.Concat(semantic).Select(static diagnostic => diagnostic.ToString()));
        }

        return live;
    }

    private IEnumerable<(string Path, ExpectedDiagnostic Expected)> Expect(MarkupSource[] sources)
    {
        for (int index = 0; index < sources.Length; index++)
        {
            foreach (var item in sources[index].Expected)
            {
                yield return (TestCompilation.GetPath(index), item.Id is null ? item with { Id = GetOnlyId() } : item);
            }
        }
    }

    private string GetOnlyId() =>
        Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().ToArray() is [var id]
            ? id
            : throw new FormatException("'[|' says no id, but the analyzers have more than one.");

    // Hidden and informational diagnostics of the compiler (an unused using) say nothing about the source.
    private static IEnumerable<Diagnostic> Compiler(Compilation compilation) =>
        compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
}
