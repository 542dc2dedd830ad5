using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Pyventus.Roslyn.Testing;

/// <summary>A project in a workspace whose diagnostics are fixed.</summary>
internal sealed class FixableProject : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _projectId = ProjectId.CreateNewId();
    private readonly AnalyzerVerifier _analyzers;
    private readonly CodeFixProvider _fix;
    private readonly string? _equivalenceKey;
    private readonly Solution _original;
    private Solution _solution;

    public FixableProject(AnalyzerVerifier analyzers, CodeFixProvider fix, IEnumerable<string> markups, string? equivalenceKey)
    {
        _analyzers = analyzers;
        _fix = fix;
        _equivalenceKey = equivalenceKey;
        _original = _solution = CreateSolution(markups);
    }

    private Project Project => _solution.GetProject(_projectId)!;

    public void Dispose() => _workspace.Dispose();

    public void Reset() => _solution = _original;

    public async Task FixOneByOneAsync()
    {
        int limit = (await GetDiagnosticsAsync().ConfigureAwait(false)).Length;
        for (int count = 0; await FindFixAsync().ConfigureAwait(false) is var (action, _, _); count++)
        {
            if (count == limit)
            {
                throw new VerificationException($"After {count} fixes '{action.Title}' is still offered.");
            }

            await ApplyAsync(action).ConfigureAwait(false);
        }
    }

    public async Task FixAllAsync(FixAllScope scope)
    {
        FixAllProvider provider = _fix.GetFixAllProvider()
            ?? throw new VerificationException($"{_fix.GetType().Name} cannot fix all.");
        int limit = scope == FixAllScope.Document ? Project.DocumentIds.Count : 1;
        for (int count = 0; await FindFixAsync().ConfigureAwait(false) is var (fixOfOne, document, diagnostic); count++)
        {
            if (count == limit)
            {
                throw new VerificationException($"Fixing all in a {scope} leaves something to fix:\n{diagnostic}");
            }

            var context = new FixAllContext(
                document, _fix, scope, fixOfOne.EquivalenceKey ?? "", _fix.FixableDiagnosticIds,
                new ProjectDiagnostics(this), CancellationToken.None);
            CodeAction action = await provider.GetFixAsync(context).ConfigureAwait(false)
                ?? throw new VerificationException($"There is no fix for all in a {scope}.");
            await ApplyAsync(action).ConfigureAwait(false);
        }
    }

    public async Task VerifyTextsAsync(string[] expected, string how)
    {
        for (int index = 0; index < expected.Length; index++)
        {
            string path = TestCompilation.GetPath(index);
            string text = (await Project.Documents.Single(document => document.FilePath == path).GetTextAsync().ConfigureAwait(false)).ToString();
            if (text != expected[index])
            {
                throw new VerificationException($"{path} differs, fixed {how}.\nExpected:\n{expected[index]}\nFixed:\n{text}");
            }
        }
    }

    public async Task<ImmutableArray<string>> GetTitlesAsync()
    {
        var titles = new List<string>();
        foreach (var diagnostic in await GetDiagnosticsAsync().ConfigureAwait(false))
        {
            titles.AddRange((await GetActionsAsync(diagnostic).ConfigureAwait(false)).Select(static action => action.Title));
        }

        return [.. titles];
    }

    private Solution CreateSolution(IEnumerable<string> markups)
    {
        var files = TestCompilation.GetFiles(markups.Select(static markup => MarkupSource.Parse(markup).Text));
        var trees = files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, TestCompilation.ParseOptions));
        var solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            _projectId, VersionStamp.Default, TestCompilation.AssemblyName, TestCompilation.AssemblyName, LanguageNames.CSharp,
            compilationOptions: TestCompilation.GetOptions(trees),
            parseOptions: TestCompilation.ParseOptions,
            metadataReferences: ReferenceAssemblies.All.AddRange(_analyzers.References),
            analyzerReferences: _analyzers.Generator is { } generator ? [new GeneratorReference(generator)] : []));
        foreach (var (path, text) in files)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(_projectId), path, text, filePath: path);
        }

        return solution;
    }

    private async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync()
    {
        var compilation = await Project.GetCompilationAsync().ConfigureAwait(false);
        var diagnostics = await AnalyzerVerifier.GetDiagnosticsAsync(compilation!, _analyzers.Analyzers).ConfigureAwait(false);
        return [.. diagnostics.Where(diagnostic => _fix.FixableDiagnosticIds.Contains(diagnostic.Id))];
    }

    private async Task<(CodeAction Action, Document Document, Diagnostic Diagnostic)?> FindFixAsync()
    {
        foreach (var diagnostic in await GetDiagnosticsAsync().ConfigureAwait(false))
        {
            var actions = await GetActionsAsync(diagnostic).ConfigureAwait(false);
            if (actions.Count > 1 && _equivalenceKey is null)
            {
                throw new VerificationException($"Several fixes are offered, say which: {string.Join(", ", actions.Select(static action => action.EquivalenceKey))}");
            }

            if (actions.Find(action => _equivalenceKey is null || action.EquivalenceKey == _equivalenceKey) is { } action)
            {
                return (action, Project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic);
            }
        }

        return null;
    }

    private async Task<List<CodeAction>> GetActionsAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await _fix.RegisterCodeFixesAsync(new CodeFixContext(
            Project.GetDocument(diagnostic.Location.SourceTree)!,
            diagnostic,
            (action, _) => actions.Add(action),
            CancellationToken.None)).ConfigureAwait(false);
        return actions;
    }

    private async Task ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false);
        _solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    private sealed class ProjectDiagnostics(FixableProject project) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return (await project.GetDiagnosticsAsync().ConfigureAwait(false)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project _, CancellationToken cancellationToken) =>
            await project.GetDiagnosticsAsync().ConfigureAwait(false);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project _, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
