using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>
/// The names that the declarations of a file mention, outside of bodies, and those by which others see them. What a declaration
/// means can change only if one with a name that it mentions does, since whatever else it depends on the compiler reaches from
/// there, by names that those mention.
/// </summary>
internal sealed class FileNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileNames> _files = new();

    /// <summary>Everything that is mentioned.</summary>
    public required NameTable Mentions { get; init; }

    /// <summary>Everything that is declared.</summary>
    public required NameTable Declared { get; init; }

    /// <summary>What the file's own using directives mention: if that means something else, everything in the file may.</summary>
    public required NameTable Usings { get; init; }

    /// <summary>What the global using directives mention that declare no alias: if that means something else, everything may.</summary>
    public required NameTable GlobalUsings { get; init; }

    /// <summary>The names by which others see a declaration, with those that it mentions.</summary>
    public required ImmutableArray<(NameTable Mentions, NameTable Names)> Parts { get; init; }

    /// <summary>The full names of the namespaces, containing ones included.</summary>
    public required ImmutableHashSet<string> Namespaces { get; init; }

    /// <summary>Whether a type of the file may take the place of one that is looked up by its full name, mentioned or not.</summary>
    public bool MayDeclareKnownTypes => Namespaces.Overlaps(["System", "Microsoft", "Pyventus"]);

    /// <summary>The names of the file, which are kept as long as it is.</summary>
    public static FileNames Of(SyntaxTree tree) =>
        _files.GetValue(tree, static key => new FileNamesBuilder().Build((CompilationUnitSyntax)key.GetRoot()));
}
