using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Changes what methods return.</summary>
internal static class ReturnTypes
{
    /// <summary>Makes a void method return <see cref="Task"/>, in both parts of a partial one.</summary>
    public static async Task ChangeToTaskAsync(SolutionEditor solution, IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var declaration in MethodDeclarations.Of(method, cancellationToken))
        {
            if (await solution.GetEditorAsync(declaration, cancellationToken).ConfigureAwait(false) is { } editor
                && editor.SemanticModel.Compilation.GetTypeByMetadataName(WellKnownNames.Task) is { } task)
            {
                var old = ((MethodDeclarationSyntax)declaration).ReturnType;
                editor.ReplaceNode(old, editor.Generator.TypeExpression(task, addImport: true).WithTriviaFrom(old));
            }
        }
    }
}
