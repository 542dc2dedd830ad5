using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.CodeFixes;
using Pyventus.Generators;

namespace Pyventus.Analyzers.Tests;

internal sealed class ShippedAssemblyTests
{
    private static readonly Version _oldestCompiler = new(4, 14, 0, 0);

    private static readonly Assembly[] _shipped =
        [typeof(PyventusGenerator).Assembly, typeof(DeclarationAnalyzer).Assembly, typeof(EditingCodeFixProvider).Assembly];

    [TestCaseSource(nameof(_shipped))]
    public void Runs_in_the_oldest_supported_compiler(Assembly shipped)
    {
        AssemblyName[] compiler = [.. shipped.GetReferencedAssemblies().Where(static name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))];

        Assert.Multiple(() =>
        {
            Assert.That(compiler, Is.Not.Empty);
            Assert.That(compiler.Select(static name => name.Version), Has.All.LessThanOrEqualTo(_oldestCompiler));
        });
    }

    [TestCaseSource(nameof(_shipped))]
    public void Needs_nothing_a_compiler_does_not_have(Assembly shipped)
    {
        string[] needed = [.. shipped.GetReferencedAssemblies().Select(static name => name.Name!)];

        // Workspaces exist in editors only, where fixes run.
        bool isForEditors = shipped == typeof(EditingCodeFixProvider).Assembly;
        Assert.That(needed, Is.SubsetOf((string[])
        [
            "netstandard", "System.Collections.Immutable", "System.Memory", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp",
            .. isForEditors ? (string[])["Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel"] : [],
        ]));
    }

    [Test]
    public void Every_analyzer_is_exported() =>
        Assert.That(
            Rules.Analyzers.Select(static analyzer => analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages),
            Has.All.EqualTo(new[] { LanguageNames.CSharp }));

    [Test]
    public void Every_fix_is_exported_for_known_rules()
    {
        Type[] fixes = [.. typeof(EditingCodeFixProvider).Assembly.GetTypes().Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))];
        CodeFixProvider[] providers = [.. fixes.Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)];

        Assert.Multiple(() =>
        {
            Assert.That(fixes.Select(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages), Has.All.EqualTo(new[] { LanguageNames.CSharp }));
            Assert.That(fixes.Select(static type => type.GetCustomAttribute<System.Composition.SharedAttribute>()), Has.All.Not.Null);
            Assert.That(providers.SelectMany(static fix => fix.FixableDiagnosticIds), Is.SubsetOf(Rules.Descriptors.Select(static rule => rule.Id)));
            Assert.That(
                providers.SelectMany(static fix => fix.FixableDiagnosticIds).Order(StringComparer.Ordinal),
                Is.EqualTo(new[] { "PYV1003", "PYV1004", "PYV1005", "PYV1101", "PYV1103", "PYV1105", "PYV1106", "PYV1107", "PYV1110", "PYV1201", "PYV1205", "PYV1206", "PYV1210", "PYV1211" }));
        });
    }

    [Test]
    public async Task Rules_are_silent_without_the_runtime()
    {
        var compilation = CSharpCompilation.Create(
            "NoPyventus", [CSharpSyntaxTree.ParseText("class C { }")], Basic.Reference.Assemblies.Net80.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Assert.That(await compilation.WithAnalyzers(Rules.Analyzers).GetAnalyzerDiagnosticsAsync(), Is.Empty);
    }
}
