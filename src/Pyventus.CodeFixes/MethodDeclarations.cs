using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Pyventus.CodeFixes;

/// <summary>Where methods are declared.</summary>
internal static class MethodDeclarations
{
    /// <summary>The declarations of the method, both parts of a partial one.</summary>
    public static IEnumerable<SyntaxNode> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = method.PartialDefinitionPart ?? method;
        return new[] { definition, definition.PartialImplementationPart }
            .OfType<IMethodSymbol>()
            .SelectMany(static part => part.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellationToken));
    }

    /// <summary>Whether the method is what an interface prescribes.</summary>
    public static bool ImplementsInterface(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces
            .SelectMany(type => type.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>The editor of the file that the node is in; null when the solution does not have it.</summary>
    public static async Task<DocumentEditor?> GetEditorAsync(this SolutionEditor solution, SyntaxNode node, CancellationToken cancellationToken) =>
        solution.OriginalSolution.GetDocument(node.SyntaxTree) is { } document
            ? await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false)
            : null;
}
