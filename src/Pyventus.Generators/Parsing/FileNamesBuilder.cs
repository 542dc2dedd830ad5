using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>Collects the names of a file.</summary>
internal sealed class FileNamesBuilder
{
    private const string AttributeSuffix = "Attribute";

    private readonly NameTable _mentions = new();
    private readonly NameTable _usings = new();
    private readonly NameTable _globalUsings = new();
    private readonly ImmutableArray<(NameTable Mentions, NameTable Names)>.Builder _parts = ImmutableArray.CreateBuilder<(NameTable, NameTable)>();
    private readonly ImmutableHashSet<string>.Builder _namespaces = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);

    public FileNames Build(CompilationUnitSyntax file)
    {
        var declared = new NameTable();
        DeclaredNames.AddAll(file, declared);
        VisitUsings(file.Usings);
        VisitMembers(file.Members, "");
        return new FileNames
        {
            Mentions = _mentions,
            Declared = declared,
            Usings = _usings,
            GlobalUsings = _globalUsings,
            Parts = _parts.ToImmutable(),
            Namespaces = _namespaces.ToImmutable(),
        };
    }

    private void VisitUsings(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (UsingDirectiveSyntax directive in usings)
        {
            // An alias may stand for a linker, whose constructors count.
            var mentions = new NameTable();
            AddMentions(directive.NamespaceOrType, directive.Alias is null ? NameKinds.Type : NameKinds.Type | NameKinds.Content, mentions);
            _mentions.Add(mentions);
            if (!directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
            {
                _usings.Add(mentions);
            }
            else if (directive.Alias is { } alias)
            {
                var declared = new NameTable();
                declared.Add(alias.Name.Identifier.ValueText, NameKinds.Type | NameKinds.Content);
                _parts.Add((mentions, declared));
            }
            else
            {
                _globalUsings.Add(mentions);
            }
        }
    }

    private void VisitMembers(SyntaxList<MemberDeclarationSyntax> members, string containing)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    string full = containing;
                    foreach (SimpleNameSyntax segment in space.Name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
                    {
                        full = full.Length == 0 ? segment.Identifier.ValueText : full + "." + segment.Identifier.ValueText;
                        _namespaces.Add(full);
                    }

                    VisitUsings(space.Usings);
                    VisitMembers(space.Members, full);
                    break;
                case TypeDeclarationSyntax type:
                    VisitType(type);
                    VisitMembers(type.Members, containing);
                    break;
                case MethodDeclarationSyntax method:
                    VisitMethod(method);
                    break;
                case not GlobalStatementSyntax:
                    var declared = new NameTable();
                    DeclaredNames.Add(member, declared);
                    AddPart(declared, member.ChildNodes());
                    break;
            }
        }
    }

    private void VisitType(TypeDeclarationSyntax type)
    {
        // It may be declared elsewhere, too, by right or by mistake.
        _mentions.Add(type.Identifier.ValueText, NameKinds.Type | NameKinds.Content);
        var declared = new NameTable();
        DeclaredNames.Add(type, declared);
        AddPart(declared, type.ChildNodes().Where(static node => node is not (MemberDeclarationSyntax or ParameterListSyntax)));
        if (type.ParameterList is { } parameters)
        {
            declared = new NameTable();
            DeclaredNames.AddParameters(type, declared);
            AddPart(declared, [parameters]);
        }
    }

    private void VisitMethod(MethodDeclarationSyntax method)
    {
        // What it takes and returns, other declarations cannot see.
        var declared = new NameTable();
        DeclaredNames.AddContainer(method, declared);
        AddPart(declared, method.ChildNodes());
        if (method.AttributeLists.Count > 0)
        {
            foreach (SyntaxNode node in CompletionParser.GetBoundNames(method))
            {
                AddMentions(node, NameKinds.Type | NameKinds.Member, _mentions);
            }
        }
    }

    private void AddPart(NameTable declared, IEnumerable<SyntaxNode> nodes)
    {
        var mentions = new NameTable();
        foreach (SyntaxNode node in nodes)
        {
            AddMentions(node, NameKinds.Type, mentions);
        }

        if (mentions.Count > 0)
        {
            _mentions.Add(mentions);
            _parts.Add((mentions, declared));
        }
    }

    private static void AddMentions(SyntaxNode node, NameKinds kinds, NameTable mentions)
    {
        switch (node)
        {
            case var _ when SyntaxEquality.IsBody(node) || IsIrrelevant(node):
                return;
            case SimpleNameSyntax name:
                mentions.Add(name.Identifier.ValueText, kinds);
                break;
            case AttributeSyntax attribute:
                mentions.Add(AttributeNames.GetRightmost(attribute.Name).Identifier.ValueText + AttributeSuffix, kinds);
                break;
            case EqualsValueClauseSyntax or AttributeArgumentSyntax or ArgumentSyntax:
                kinds |= NameKinds.Member;
                break;

            // It may be a linker, whose constructors count.
            case TypeOfExpressionSyntax:
                kinds |= NameKinds.Content;
                break;
        }

        foreach (SyntaxNode child in node.ChildNodes())
        {
            AddMentions(child, kinds, mentions);
        }
    }

    // What is passed on to a constructor only calls see, and the name of an argument is one of the attribute's.
    private static bool IsIrrelevant(SyntaxNode node) =>
        node is NameEqualsSyntax or NameColonSyntax or AccessorListSyntax or ConstructorInitializerSyntax or ArgumentListSyntax { Parent: PrimaryConstructorBaseTypeSyntax };
}
