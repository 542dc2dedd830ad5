using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Analyzers;

/// <summary>Whether code gives emitters a service provider, by syntax alone: a file is read once, whatever changes in others.</summary>
internal static class ServiceUse
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> _cache = new();

    /// <summary>Whether a file calls <c>AddPyventus</c> or sets <c>Services</c>.</summary>
    public static bool IsIn(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree => _cache.GetValue(tree, static key => new StrongBox<bool>(Read(key))).Value);

    private static bool Read(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Any(static node => node switch
    {
        InvocationExpressionSyntax invocation => GetName(invocation.Expression) == "AddPyventus",
        AssignmentExpressionSyntax assignment => GetName(assignment.Left) == "Services",
        _ => false,
    });

    private static string? GetName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
