using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.CodeFixes;

/// <summary>A handler without a body, to be written for an event.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Attribute">The attribute, without brackets.</param>
/// <param name="Parameters">The payload.</param>
internal sealed record HandlerStub(string Name, string Attribute, ImmutableArray<(string Name, ITypeSymbol Type)> Parameters)
{
    /// <summary>The class with the handler, under a name that no member has.</summary>
    public TypeDeclarationSyntax AddTo(TypeDeclarationSyntax type) =>
        type.AddMembers(MethodStub.Create($"[global::Pyventus.{Attribute}] internal static void {GetFreeName(type)}", Parameters, isFirst: type.Members.Count == 0));

    private string GetFreeName(TypeDeclarationSyntax type)
    {
        var taken = new HashSet<string>(
            type.Members.OfType<MethodDeclarationSyntax>().Select(static method => method.Identifier.ValueText), StringComparer.Ordinal);
        string name = Name;
        for (int number = 2; taken.Contains(name); number++)
        {
            name = Name + number;
        }

        return name;
    }
}
