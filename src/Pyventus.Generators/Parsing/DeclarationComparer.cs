using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pyventus.Generators.Parsing;

/// <summary>
/// Compares versions of files by what other files can see of them, and collects the names of what differs. What the parser took
/// over from the earlier version is not looked at.
/// </summary>
internal sealed class DeclarationComparer(CancellationToken cancellationToken)
{
    private bool _differs;

    /// <summary>The names of the declarations that differ.</summary>
    public NameTable Names { get; } = new();

    /// <summary>Whether anything but bodies differs; others can see that by calling it, if it has no name.</summary>
    public bool AnyDiffers { get; private set; }

    /// <summary>Compares two versions of one file; false if the difference may be seen anywhere.</summary>
    public bool TryCompare(SyntaxTree before, SyntaxTree after)
    {
        if (before == after)
        {
            return true;
        }

        var fileBefore = (CompilationUnitSyntax)before.GetRoot(cancellationToken);
        var fileAfter = (CompilationUnitSyntax)after.GetRoot(cancellationToken);
        if (before.FilePath != after.FilePath || !before.Options.Equals(after.Options) || !SameForAll(fileBefore, fileAfter))
        {
            return false;
        }

        _differs = false;
        CompareMembers(GetMembers(fileBefore), GetMembers(fileAfter));
        CompareTopLevelNames(fileBefore, fileAfter);
        bool sameContext = SameContext(fileBefore, fileAfter);
        return (sameContext && !_differs) || TryAddFile(FileNames.Of(before), FileNames.Of(after), sameContext);
    }

    private bool TryAddFile(FileNames before, FileNames after, bool sameContext)
    {
        AnyDiffers = true;
        foreach (string name in before.Namespaces.SymmetricExcept(after.Namespaces))
        {
            Names.Add(name.Substring(name.LastIndexOf('.') + 1), NameKinds.Type);
        }

        if (!sameContext)
        {
            Names.Add(before.Declared);
            Names.Add(after.Declared);
        }

        return !before.MayDeclareKnownTypes && !after.MayDeclareKnownTypes;
    }

    private void CompareTopLevelNames(CompilationUnitSyntax before, CompilationUnitSyntax after)
    {
        foreach (string name in TopLevelNames.Find(before).SymmetricExcept(TopLevelNames.Find(after)))
        {
            Names.Add(name, NameKinds.Member);
            _differs = true;
        }
    }

    private void CompareMembers(MemberDeclarationSyntax[] before, MemberDeclarationSyntax[] after)
    {
        int shorter = Math.Min(before.Length, after.Length);
        int start = 0;
        while (start < shorter && SyntaxEquality.Same(before[start], after[start]))
        {
            start++;
        }

        int end = 0;
        while (end < shorter - start && SyntaxEquality.Same(before[before.Length - 1 - end], after[after.Length - 1 - end]))
        {
            end++;
        }

        if (before.Length == after.Length)
        {
            for (int index = start; index < after.Length - end; index++)
            {
                Compare(before[index], after[index]);
            }
        }
        else
        {
            AddAll(before.Skip(start).Take(before.Length - start - end));
            AddAll(after.Skip(start).Take(after.Length - start - end));
        }
    }

    private void Compare(MemberDeclarationSyntax before, MemberDeclarationSyntax after)
    {
        switch (before, after)
        {
            case var _ when SyntaxEquality.Same(before, after):
                return;
            case (BaseNamespaceDeclarationSyntax spaceBefore, BaseNamespaceDeclarationSyntax spaceAfter)
                when before.IsKind(after.Kind()) && SyntaxEquality.Same(spaceBefore.Name, spaceAfter.Name) && SameUsings(spaceBefore, spaceAfter):
                CompareMembers([.. spaceBefore.Members], [.. spaceAfter.Members]);
                break;
            case (TypeDeclarationSyntax typeBefore, TypeDeclarationSyntax typeAfter) when before.IsKind(after.Kind()):
                CompareTypes(typeBefore, typeAfter);
                break;

            // What it takes and returns, other declarations cannot see.
            case (MethodDeclarationSyntax methodBefore, MethodDeclarationSyntax methodAfter)
                when methodBefore.Identifier.ValueText == methodAfter.Identifier.ValueText && methodBefore.Modifiers.ToString() == methodAfter.Modifiers.ToString():
                DeclaredNames.AddContainer(after, Names);
                break;
            default:
                AddAll([before, after]);
                break;
        }

        _differs = true;
    }

    private void CompareTypes(TypeDeclarationSyntax before, TypeDeclarationSyntax after)
    {
        if (!SyntaxEquality.Same(GetHead(before), GetHead(after)))
        {
            DeclaredNames.Add(before, Names);
            DeclaredNames.Add(after, Names);
        }

        if (!SyntaxEquality.Same((SyntaxNodeOrToken)before.ParameterList, (SyntaxNodeOrToken)after.ParameterList))
        {
            DeclaredNames.AddParameters(before, Names);
            DeclaredNames.AddParameters(after, Names);
        }

        CompareMembers([.. before.Members], [.. after.Members]);
    }

    private void AddAll(IEnumerable<MemberDeclarationSyntax> members)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            DeclaredNames.AddAll(member, Names);
            _differs = true;
        }
    }

    // Top-level statements are a body; whether there are any is not.
    private static bool SameForAll(CompilationUnitSyntax before, CompilationUnitSyntax after) =>
        SyntaxEquality.Same(before.AttributeLists, after.AttributeLists)
        && SyntaxEquality.Same(before.Usings.Where(IsGlobal), after.Usings.Where(IsGlobal))
        && before.Members.Any(SyntaxKind.GlobalStatement) == after.Members.Any(SyntaxKind.GlobalStatement);

    // What all declarations of the file depend on. A directive between them would be for those that follow.
    private static bool SameContext(CompilationUnitSyntax before, CompilationUnitSyntax after) =>
        SyntaxEquality.Same(before.Externs, after.Externs)
        && SyntaxEquality.Same(before.Usings.Where(static directive => !IsGlobal(directive)), after.Usings.Where(static directive => !IsGlobal(directive)))
        && NullableDirectives.GetAtStart(before) is { } directives
        && NullableDirectives.GetAtStart(after) is { } directivesAfter
        && directives.SequenceEqual(directivesAfter);

    private static bool SameUsings(BaseNamespaceDeclarationSyntax before, BaseNamespaceDeclarationSyntax after) =>
        SyntaxEquality.Same(before.Externs, after.Externs) && SyntaxEquality.Same(before.Usings, after.Usings);

    private static bool IsGlobal(UsingDirectiveSyntax directive) => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);

    private static MemberDeclarationSyntax[] GetMembers(CompilationUnitSyntax file) =>
        [.. file.Members.Where(static member => !member.IsKind(SyntaxKind.GlobalStatement))];

    private static IEnumerable<SyntaxNodeOrToken> GetHead(TypeDeclarationSyntax type) =>
        type.ChildNodesAndTokens().Where(static part =>
            part.AsNode() is not (MemberDeclarationSyntax or ParameterListSyntax)
            && !part.IsKind(SyntaxKind.OpenBraceToken)
            && !part.IsKind(SyntaxKind.CloseBraceToken)
            && !part.IsKind(SyntaxKind.SemicolonToken));
}
