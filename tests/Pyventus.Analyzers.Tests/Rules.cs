using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Generators;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests;

/// <summary>All rules together over what the generator makes of the source, as in a real build.</summary>
internal static class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(DeclarationAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .DistinctBy(static rule => rule.Id)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];

    public static AnalyzerVerifier Verifier { get; } = With();

    public static AnalyzerVerifier With(params MetadataReference[] references) =>
        new([.. Analyzers]) { Generator = new PyventusGenerator(), References = [.. references] };

    /// <summary>What the rules say of a source and the generated code, which both compile.</summary>
    public static async Task<(Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics)> AnalyzeAsync(string source, params MetadataReference[] references)
    {
        var compilation = TestCompilation.Create([source], references: references).WithGenerator(new PyventusGenerator());
        Assert.That(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return (compilation, await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync());
    }

    /// <summary>A library with a generated table of its own.</summary>
    public static MetadataReference CompileLibrary(string source, string assemblyName = "Library") =>
        TestCompilation.Create([source], assemblyName).WithGenerator(new PyventusGenerator()).ToReference();

    /// <summary>A library whose table says this of its events, such as <c>"order.*", typeof(EventLinker), HasAsyncHandlers = true</c>.</summary>
    public static MetadataReference CompileTable(params string[] events)
    {
        var stubs = events.Select(static (text, index) => $"[LinkerTableEvent({text})] public static void Contract{index}() {{ }}");
        string source = $$"""
            using Pyventus.CompilerServices;
            [assembly: LinkerTable(typeof(Library.Table), 1)]

            namespace Library;

            public class Shipped { }

            public static class Names { public const string Sent = "mail.sent"; }

            public static class Table
            {
                public static void Register() { }

                public static class Contracts
                {
                    {{string.Join('\n', stubs)}}
                }
            }
            """;
        return TestCompilation.Create([source], "Library").ToReference();
    }

    /// <summary>An application with these top-level statements, which may use <c>emitter</c> and <c>linker</c>, and these types.</summary>
    public static string InApplication(string statements, string types = "") => $"""
        var linker = EventLinker.Default;
        using var emitter = new AsyncEventEmitter();
        await Task.Yield();
        {statements}
        {types}
        """;

    /// <summary>A static class with these members.</summary>
    public static string InHandlers(string members) => $$"""
        internal static class Handlers
        {
            {{members}}
        }
        """;

    /// <summary>A method with these statements, which may use <c>emitter</c> and <c>linker</c>, beside a class of handlers.</summary>
    public static string InMethod(string statements, string handlers = "") => $$"""
        internal static class Program
        {
            internal static async Task Run(EventEmitter emitter, EventLinker linker)
            {
                await Task.Yield();
                {{statements}}
            }
        }

        internal static class Handlers
        {
            {{handlers}}
        }
        """;
}
