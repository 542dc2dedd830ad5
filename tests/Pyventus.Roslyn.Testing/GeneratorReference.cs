using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pyventus.Roslyn.Testing;

/// <summary>Gives a project of a workspace a generator that is an object, not a file.</summary>
internal sealed class GeneratorReference(IIncrementalGenerator generator) : AnalyzerReference
{
    private readonly ImmutableArray<ISourceGenerator> _generators = [generator.AsSourceGenerator()];

    public override string FullPath => generator.GetType().Assembly.Location;

    public override object Id => generator;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
