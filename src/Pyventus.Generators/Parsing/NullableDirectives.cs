using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>Finds <c>#nullable</c> directives.</summary>
internal static class NullableDirectives
{
    /// <summary>Those before everything else in the file, as text; null if there are others, which hold from somewhere on.</summary>
    public static IReadOnlyList<string>? GetAtStart(CompilationUnitSyntax file)
    {
        if (!file.ContainsDirectives)
        {
            return [];
        }

        int start = file.GetFirstToken(includeZeroWidth: true).SpanStart;
        SyntaxTrivia[] directives = [.. file.DescendantTrivia().Where(static item => item.IsKind(SyntaxKind.NullableDirectiveTrivia))];
        return directives.All(item => item.SpanStart < start) ? [.. directives.Select(static item => item.ToString())] : null;
    }
}
