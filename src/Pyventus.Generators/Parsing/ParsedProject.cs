using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Parsing;

/// <summary>A compilation as it was parsed, and what the next one may share with it.</summary>
internal sealed class ParsedProject
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<SourceModel> _sources;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CompilationOptions _options;
    private readonly string? _assemblyName;

    /// <summary>Keeps what was parsed, but not the compilation.</summary>
    public ParsedProject(
        Compilation compilation, ImmutableHashSet<string> attributeNames, ImmutableArray<SourceModel> sources, EquatableArray<string> referencedTables)
    {
        _trees = [.. compilation.SyntaxTrees];
        _sources = sources;
        _references = [.. compilation.References];
        _options = compilation.Options;
        _assemblyName = compilation.AssemblyName;
        AttributeNames = attributeNames;
        Model = new ProjectModel
        {
            Handlers = ImmutableArray.CreateRange(sources.SelectMany(static source => source.Handlers)),
            Declarations = ImmutableArray.CreateRange(sources.SelectMany(static source => source.Declarations)),
            LinkerLimits = ImmutableArray.CreateRange(sources.SelectMany(static source => source.LinkerLimits)),
            ReferencedTables = referencedTables,
        };
    }

    /// <summary>The names of the attributes in every file.</summary>
    public ImmutableHashSet<string> AttributeNames { get; }

    /// <summary>All that was found.</summary>
    public ProjectModel Model { get; }

    /// <summary>How far the declarations of a compilation differ; in any way, if it has other files, references or options.</summary>
    public DeclarationChange Compare(Compilation next, CancellationToken cancellationToken)
    {
        var trees = (ImmutableArray<SyntaxTree>)[.. next.SyntaxTrees];
        if (trees.Length != _trees.Length
            || next.AssemblyName != _assemblyName
            || !next.Options.Equals(_options)
            || !next.References.SequenceEqual(_references))
        {
            return DeclarationChange.Any;
        }

        var comparer = new DeclarationComparer(cancellationToken);
        for (int index = 0; index < trees.Length; index++)
        {
            if (!comparer.TryCompare(_trees[index], trees[index]))
            {
                return DeclarationChange.Any;
            }
        }

        return comparer.AnyDiffers ? DeclarationChange.Of(comparer.Names, trees, cancellationToken) : DeclarationChange.None;
    }

    /// <summary>What was found in the file at the position; null when it has to be parsed again.</summary>
    public SourceModel? Find(int index, SyntaxTree tree, DeclarationChange change) =>
        _trees[index] == tree && !change.Concerns(tree, _sources[index]) ? _sources[index] : null;
}
