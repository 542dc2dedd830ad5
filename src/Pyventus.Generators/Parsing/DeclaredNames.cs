using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>The names by which other declarations see one.</summary>
internal static class DeclaredNames
{
    /// <summary>Adds the names of the declaration and of all that it contains.</summary>
    public static void AddAll(SyntaxNode declaration, NameTable names)
    {
        foreach (SyntaxNode node in declaration.DescendantNodesAndSelf(static item => item is CompilationUnitSyntax or MemberDeclarationSyntax))
        {
            if (node is MemberDeclarationSyntax member)
            {
                Add(member, names);
            }

            if (node is TypeDeclarationSyntax { ParameterList: not null } type)
            {
                AddParameters(type, names);
            }
        }
    }

    /// <summary>Adds the names of the member, but not of what it contains.</summary>
    public static void Add(MemberDeclarationSyntax member, NameTable names)
    {
        switch (member)
        {
            case BaseTypeDeclarationSyntax type:
                names.Add(type.Identifier.ValueText, NameKinds.Type | NameKinds.Content);
                break;
            case DelegateDeclarationSyntax type:
                names.Add(type.Identifier.ValueText, NameKinds.Type);
                break;
            case MethodDeclarationSyntax method:
                names.Add(method.Identifier.ValueText, NameKinds.Member);
                break;
            case PropertyDeclarationSyntax property:
                names.Add(property.Identifier.ValueText, NameKinds.Member);
                break;
            case EventDeclarationSyntax item:
                names.Add(item.Identifier.ValueText, NameKinds.Member);
                break;
            case EnumMemberDeclarationSyntax item:
                names.Add(item.Identifier.ValueText, NameKinds.Member);
                break;
            case BaseFieldDeclarationSyntax field:
                foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                {
                    names.Add(variable.Identifier.ValueText, NameKinds.Member);
                }

                break;
        }

        AddContainer(member, names);
    }

    /// <summary>Adds the type that the member belongs to.</summary>
    public static void AddContainer(MemberDeclarationSyntax member, NameTable names)
    {
        if (member.Parent is BaseTypeDeclarationSyntax type)
        {
            names.Add(type.Identifier.ValueText, IsOfType(member, type) ? NameKinds.Type | NameKinds.Content : NameKinds.Content);
        }
    }

    /// <summary>Adds the names of what the parameters of a type declare: a constructor, and the properties of a record.</summary>
    public static void AddParameters(TypeDeclarationSyntax type, NameTable names)
    {
        names.Add(type.Identifier.ValueText, NameKinds.Content);
        if (type is RecordDeclarationSyntax { ParameterList: { } list })
        {
            foreach (ParameterSyntax parameter in list.Parameters)
            {
                names.Add(parameter.Identifier.ValueText, NameKinds.Member);
            }
        }
    }

    // The values of an enum count on, conversions are looked for, what must be set or implemented says what a type can do.
    private static bool IsOfType(MemberDeclarationSyntax member, BaseTypeDeclarationSyntax type) =>
        member is EnumMemberDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax
        || member.Modifiers.Any(SyntaxKind.RequiredKeyword)
        || (type is InterfaceDeclarationSyntax && member.Modifiers.Any(SyntaxKind.StaticKeyword));
}
