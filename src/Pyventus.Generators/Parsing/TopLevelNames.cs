using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>The names that top-level statements declare. Nothing else may use them, and yet they hide what has the same name elsewhere.</summary>
internal static class TopLevelNames
{
    public static ImmutableHashSet<string> Find(CompilationUnitSyntax file) =>
    [
        .. file.Members.OfType<GlobalStatementSyntax>()
            .SelectMany(static statement => statement.DescendantNodes())
            .Select(static node => node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier,
                SingleVariableDesignationSyntax variable => variable.Identifier,
                LocalFunctionStatementSyntax function => function.Identifier,
                _ => default,
            })
            .Select(static identifier => identifier.ValueText)
            .Where(static name => name.Length > 0),
    ];
}
