using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pyventus.Roslyn.Testing;

/// <summary>
/// Compilations under test: C# 12, nullable enabled, named <see cref="AssemblyName"/> unless told otherwise; an executable
/// if a source has top-level statements, else a library.
/// </summary>
public static class TestCompilation
{
    /// <summary>The simple name of the compiled assembly.</summary>
    public const string AssemblyName = "TestProject";

    // Part of every compilation, so that sources under test read like a project with implicit usings.
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Pyventus;
        """;

    /// <summary>How sources under test are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    /// <summary>How sources under test are parsed in a build that allows interceptors.</summary>
    private static CSharpParseOptions InterceptingParseOptions { get; } =
        ParseOptions.WithFeatures([new("InterceptorsNamespaces", "Other.Namespace;Pyventus.Generated")]);

    /// <summary>How sources under test are compiled.</summary>
    public static CSharpCompilationOptions CompilationOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Compiles sources; they are named Test0.cs, Test1.cs and so on.</summary>
    public static CSharpCompilation Create(params string[] sources) => Create(sources, AssemblyName, []);

    /// <summary>Compiles sources into an assembly of this name, with references besides .NET and Pyventus.</summary>
    public static CSharpCompilation Create(
        IEnumerable<string> sources,
        string assemblyName = AssemblyName,
        IEnumerable<MetadataReference>? references = null)
    {
        SyntaxTree[] trees = [.. GetFiles(sources).Select(static file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path))];
        return CSharpCompilation.Create(
            assemblyName, trees, ReferenceAssemblies.All.AddRange(references ?? []), GetOptions(trees));
    }

    /// <summary>The compilation as a build that allows interceptors compiles it.</summary>
    public static Compilation WithInterceptors(this Compilation compilation)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            compilation.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), InterceptingParseOptions, tree.FilePath)));
    }

    /// <summary>How sources under test are compiled together.</summary>
    internal static CSharpCompilationOptions GetOptions(IEnumerable<SyntaxTree> trees) =>
        trees.Any(static tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(SyntaxKind.GlobalStatement))
            ? CompilationOptions.WithOutputKind(OutputKind.ConsoleApplication)
            : CompilationOptions;

    /// <summary>The files of a project under test: the sources and the global usings.</summary>
    internal static ImmutableArray<(string Path, SourceText Text)> GetFiles(IEnumerable<string> sources) =>
    [
        .. sources.Select(static (source, index) => (GetPath(index), ToText(source))),
        ("GlobalUsings.cs", ToText(GlobalUsings)),
    ];

    /// <summary>The path of the source at the position.</summary>
    internal static string GetPath(int index) => $"Test{index}.cs";

    /// <summary>The compiled assembly as a reference for another compilation; throws if there are errors.</summary>
    public static MetadataReference ToReference(this Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
        {
            throw new VerificationException(
                $"{compilation.AssemblyName} does not compile:\n{string.Join('\n', result.Diagnostics)}");
        }

        stream.Position = 0;
        return MetadataReference.CreateFromStream(stream);
    }

    /// <summary>The compilation with everything the generator adds; throws if the generator reports or throws something.</summary>
    public static Compilation WithGenerator(this Compilation compilation, IIncrementalGenerator? generator)
    {
        if (generator is null)
        {
            return compilation;
        }

        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        return diagnostics.IsEmpty
            ? output
            : throw new VerificationException($"The generator reports:\n{string.Join('\n', diagnostics)}");
    }

    private static SourceText ToText(string source) => SourceText.From(source, System.Text.Encoding.UTF8);
}
