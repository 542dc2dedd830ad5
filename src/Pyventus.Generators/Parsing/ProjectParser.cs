using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Parsing;

/// <summary>
/// Finds what a compilation declares. Every edit is another compilation, of which almost all is as it was: a file that has
/// not changed is parsed again only when declarations have that it mentions. For that, one pipeline keeps what it parsed last;
/// it is compared, never trusted, so that it does not matter which of several runs that was.
/// </summary>
internal sealed class ProjectParser
{
    private ParsedProject? _last;

    public ProjectModel Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        ParsedProject? last = Volatile.Read(ref _last);
        DeclarationChange change = last?.Compare(compilation, cancellationToken) ?? DeclarationChange.Any;
        ParsedProject next = last is null || change == DeclarationChange.Any
            ? ParseAll(compilation, cancellationToken)
            : ParseChanged(last, change, compilation, cancellationToken);
        Volatile.Write(ref _last, next);
        return next.Model;
    }

    private static ParsedProject ParseAll(Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableHashSet<string> names = AttributeNames.Find(compilation.SyntaxTrees, cancellationToken);
        return new ParsedProject(
            compilation,
            names,
            [.. compilation.SyntaxTrees.Select(tree => SourceParser.Parse(tree, compilation, names, cancellationToken))],
            ReferencedTableParser.Parse(compilation, cancellationToken));
    }

    private static ParsedProject ParseChanged(ParsedProject last, DeclarationChange change, Compilation compilation, CancellationToken cancellationToken) =>
        new(
            compilation,
            last.AttributeNames,
            [
                .. compilation.SyntaxTrees.Select((tree, index) =>
                    last.Find(index, tree, change) ?? SourceParser.Parse(tree, compilation, last.AttributeNames, cancellationToken)),
            ],
            last.Model.ReferencedTables);
}
