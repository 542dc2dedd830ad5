using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Generators;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Agreement;

/// <summary>No declaration is silently left without a body: the generator leaves out exactly those that have an error.</summary>
internal sealed class DeclarationAgreementTests
{
    private static readonly string[] _attributes =
    [
        "Emits(\"e\")", "Emits(\"\")", "Emits(null!)", "Emits(\"a.*\")", "Emits(\"e\", Linker = typeof(Mine))", "Emits(\"e\", Linker = typeof(Uri))",
    ];

    private static readonly string[] _signatures =
    [
        "#(this EventEmitter emitter)", "#(this EventEmitter emitter, int id, string? name = null)", "#(this EventEmitter emitter, in Uri uri, params int[] ids)",
        "#(EventEmitter emitter)", "#(this AsyncEventEmitter emitter)", "#<T>(this EventEmitter emitter, T value)", "#(this EventEmitter emitter, ref int id)",
        "#(this EventEmitter emitter, Span<int> ids)", "#(this EventEmitter emitter, EventContext context)", "#(this EventEmitter emitter, CancellationToken token)",
        "#(this EventEmitter emitter, CancellationToken token, CancellationToken other)", "#(this EventEmitter emitter, Hidden hidden)", "#(this EventEmitter emitter, dynamic value, (int X, dynamic Y) pair)",
        "#(this EventEmitter emitter, int a, int b, int c, int d, int e, int f, int g, int h, int i)", "#(this EventEmitter emitter, DayOfWeek[] days, Guid? id = null, DateTime at = default)",
    ];

    [Test]
    public async Task Every_declaration_has_a_body_or_an_error()
    {
        string source = $$"""
            internal static partial class Events
            {
                {{string.Join("\n    ", GetDeclarations())}}
                private sealed class Hidden;
            }

            internal sealed class Mine : EventLinker;
            """;

        // What has no body does not compile where it returns something, which is an error of its own.
        var compilation = TestCompilation.Create([source]).WithGenerator(new PyventusGenerator());
        var diagnostics = await compilation.WithAnalyzers(Rules.Analyzers).GetAnalyzerDiagnosticsAsync();
        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        var declarations = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(node => (
                Node: node,
                HasBody: model.GetDeclaredSymbol(node) is IMethodSymbol { PartialImplementationPart: not null },
                HasError: diagnostics.Any(diagnostic => diagnostic.Id is not "PYV1010" && node.Span.Contains(diagnostic.Location.SourceSpan))))
            .ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(declarations.Where(static item => item.HasBody == item.HasError).Select(static item => item.Node.ToString()), Is.Empty);
            Assert.That(declarations.Count(static item => item.HasBody), Is.GreaterThan(15));
            Assert.That(declarations.Count(static item => item.HasError), Is.GreaterThan(100));
        });
    }

    private static IEnumerable<string> GetDeclarations() =>
        from attribute in _attributes
        from result in (string[])["void", "ValueTask<EmissionResult>", "Task"]
        from signature in _signatures
        let name = $"M{Array.IndexOf(_attributes, attribute)}{result[0]}{result.Length}_{Array.IndexOf(_signatures, signature)}"
        select $"[{attribute}] internal static partial {result} {signature.Replace("#", name, StringComparison.Ordinal)};";
}
