using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pyventus.Analyzers.Tests.Agreement;

/// <summary>Nothing is silently not wired: within an assembly, the generator skips exactly the handlers that have an error.</summary>
internal sealed class GeneratorAgreementTests
{
    [Test]
    public async Task Every_combination_is_linked_or_an_error()
    {
        (var compilation, var diagnostics) = await Rules.AnalyzeAsync(HandlerSources.Combinations());
        var comparison = Compare(compilation, diagnostics);

        Assert.Multiple(() =>
        {
            Assert.That(comparison.Silent, Is.Empty);
            Assert.That(comparison.Contradicting, Is.Empty);
            Assert.That(comparison.Linked, Has.Length.GreaterThan(100));
            Assert.That(comparison.Erroneous, Has.Length.GreaterThan(500));
        });
    }

    [TestCaseSource(typeof(HandlerSources), nameof(HandlerSources.Others))]
    public async Task Every_handler_is_linked_or_an_error(string source)
    {
        (var compilation, var diagnostics) = await Rules.AnalyzeAsync(source);
        var comparison = Compare(compilation, diagnostics);

        Assert.Multiple(() =>
        {
            Assert.That(comparison.Silent, Is.Empty);
            Assert.That(comparison.Contradicting, Is.Empty);
            Assert.That(comparison.Linked.Concat(comparison.Erroneous), Is.Not.Empty);
        });
    }

    /// <summary>The generator does not look at the contracts of references: what disagrees with them only has the error.</summary>
    [Test]
    public async Task A_handler_that_disagrees_with_a_reference_is_an_error()
    {
        var library = Rules.CompileLibrary("""public static class Lib { [On("a")] public static void Handle(int id, string name) { } }""");
        (var compilation, var diagnostics) = await Rules.AnalyzeAsync(
            """
            class A
            {
                [On("a")] internal static void Fits(int id) { }
                [On("a")] internal static void OtherType(int id, Uri uri) { }
                [On("a")] internal static void NeitherHere(Version id, int b) { }
                [On("b")] internal static void OtherEvent(Uri uri) { }
            }
            """,
            library);
        var comparison = Compare(compilation, diagnostics);

        Assert.Multiple(() =>
        {
            Assert.That(comparison.Silent, Is.Empty);
            Assert.That(comparison.Erroneous.Select(static use => use.Name), Is.EqualTo(new[] { "OtherType", "NeitherHere" }));
            Assert.That(comparison.Contradicting.Select(static use => use.Name), Is.EqualTo(new[] { "OtherType" }));
        });
    }

    [Test]
    public async Task The_comparison_sees_a_handler_that_is_silently_not_linked()
    {
        (var compilation, _) = await Rules.AnalyzeAsync(Rules.InHandlers("""[On("a")] internal static async void Handle() => await Task.Yield();"""));

        Assert.That(Compare(compilation, []).Silent, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task The_comparison_sees_an_error_on_a_handler_that_is_linked()
    {
        (var compilation, _) = await Rules.AnalyzeAsync(Rules.InHandlers("""[On("a")] internal static void Handle() { }"""));
        var method = compilation.SyntaxTrees.First().GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var error = Diagnostic.Create(Rules.Descriptors[0], method.Identifier.GetLocation());

        Assert.That(Compare(compilation, [error]).Contradicting, Has.Length.EqualTo(1));
    }

    private static Comparison Compare(Compilation compilation, IEnumerable<Diagnostic> diagnostics)
    {
        string[] ids = [.. GetLinkedIds(compilation)];
        TextSpan[] errors =
        [
            .. diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(static diagnostic => diagnostic.Location.SourceSpan),
        ];
        var uses = GetUses(compilation.SyntaxTrees.First()).ToArray();
        return new Comparison(
            Linked: [.. uses.Where(use => IsLinked(use, ids))],
            Erroneous: [.. uses.Where(use => errors.Any(use.Concerns))],
            Silent: [.. uses.Where(use => !IsLinked(use, ids) && !errors.Any(use.Concerns))],
            Contradicting: [.. uses.Where(use => IsLinked(use, ids) && errors.Any(use.Concerns))]);
    }

    private static bool IsLinked(HandlerUse use, string[] linkedIds) => linkedIds.Count(use.HasId) == use.EventCount;

    private static IEnumerable<string> GetLinkedIds(Compilation compilation)
    {
        var table = compilation.Assembly.GetAttributes().SingleOrDefault(static attribute => attribute.AttributeClass?.Name == "LinkerTableAttribute");
        return table is null
            ? []
            : ((INamedTypeSymbol)table.ConstructorArguments[0].Value!).GetTypeMembers("Contracts").Single().GetMembers()
                .Where(static member => !member.Name.EndsWith("_Internal", StringComparison.Ordinal))
                .SelectMany(static member => member.GetAttributes())
                .Where(static attribute => attribute.AttributeClass?.Name == "LinkerTableEventAttribute")
                .SelectMany(static attribute => attribute.NamedArguments.Single(static argument => argument.Key == "Handlers").Value.Values)
                .Select(static handler => (string)handler.Value!);
    }

    private static IEnumerable<HandlerUse> GetUses(SyntaxTree tree) =>
        from attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString().StartsWith("On", StringComparison.Ordinal)
        let declaration = attribute.Parent!.Parent!
        let attributes = declaration.ChildNodes().OfType<AttributeListSyntax>().SelectMany(static list => list.Attributes)
            .Where(static other => other.Name.ToString().StartsWith("On", StringComparison.Ordinal)).ToArray()
        let index = Array.IndexOf(attributes, attribute)
        select new HandlerUse(declaration, attribute, index);

    private sealed record Comparison(HandlerUse[] Linked, HandlerUse[] Erroneous, HandlerUse[] Silent, HandlerUse[] Contradicting);

    private sealed record HandlerUse(SyntaxNode Declaration, AttributeSyntax Attribute, int Index)
    {
        public int EventCount => Math.Max(1, Attribute.ArgumentList?.Arguments
            .Where(static argument => argument.NameEquals is null).Select(static argument => argument.ToString()).Distinct().Count() ?? 1);

        public string? Name => (Declaration as MethodDeclarationSyntax)?.Identifier.ValueText;

        public bool HasId(string id) =>
            id.Contains($".{Name}(", StringComparison.Ordinal)
            && id.EndsWith(string.Create(CultureInfo.InvariantCulture, $"#{Index}"), StringComparison.Ordinal);

        // An error inside an attribute is that attribute's; one in the rest of the declaration concerns all of them.
        public bool Concerns(TextSpan error) =>
            Attribute.Span.Contains(error)
            || (Declaration.Span.Contains(error)
                && !Declaration.ChildNodes().OfType<AttributeListSyntax>().Any(list => list.Span.Contains(error)));

        public override string ToString() => Declaration.ToString();
    }
}
