using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Parsing;

/// <summary>How far the declarations of a project differ from what they were.</summary>
internal sealed class DeclarationChange
{
    /// <summary>Not at all: only bodies differ.</summary>
    public static readonly DeclarationChange None = new(new NameTable());

    /// <summary>In any way.</summary>
    public static readonly DeclarationChange Any = new(new NameTable());

    private readonly NameTable _names;

    private DeclarationChange(NameTable names)
    {
        _names = names;
    }

    /// <summary>A change of declarations with these names, and so of those whose meaning depends on them.</summary>
    public static DeclarationChange Of(NameTable names, IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var all = new NameTable();
        for (NameTable latest = names; latest.Count > 0;)
        {
            all.Add(latest);
            var affected = new NameTable();
            foreach (SyntaxTree tree in trees)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!TryAddAffected(FileNames.Of(tree), latest, affected))
                {
                    return Any;
                }
            }

            latest = affected.Except(all);
        }

        return new DeclarationChange(all);
    }

    /// <summary>Whether a file, itself unchanged, may declare something else for the generator.</summary>
    public bool Concerns(SyntaxTree tree, SourceModel source) =>
        this == Any
        || (this != None && !ReferenceEquals(source, SourceModel.Empty) && (source.BindsCalls || FileNames.Of(tree).Mentions.Overlaps(_names)));

    private static bool TryAddAffected(FileNames file, NameTable latest, NameTable affected)
    {
        if (!file.Mentions.Overlaps(latest))
        {
            return true;
        }

        if (file.GlobalUsings.Overlaps(latest))
        {
            return false;
        }

        bool any = file.Usings.Overlaps(latest);
        if (any)
        {
            affected.Add(file.Declared);
        }

        foreach ((NameTable mentions, NameTable names) in file.Parts)
        {
            if (mentions.Overlaps(latest))
            {
                affected.Add(names);
                any = true;
            }
        }

        return !any || !file.MayDeclareKnownTypes;
    }
}
