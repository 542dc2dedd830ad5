using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pyventus.Roslyn.Testing.Generation;

/// <summary>Looks for objects in the values of a pipeline that would keep a compilation alive.</summary>
internal static class RoslynObjectFinder
{
    /// <summary>The members that lead from the value to a Roslyn object, or null.</summary>
    public static string? Find(object? value) => Find(value, "value", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null || IsLeaf(value.GetType()) || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return null;
        }

        if (IsRoslynObject(value))
        {
            return $"{path} ({value.GetType()})";
        }

        if (value is Array items)
        {
            int index = 0;
            foreach (object? item in items)
            {
                if (Find(item, $"{path}[{index++}]", seen) is { } found)
                {
                    return found;
                }
            }
        }

        return FindInFields(value, path, seen);
    }

    private static string? FindInFields(object value, string path, HashSet<object> seen)
    {
        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Find(field.GetValue(value), $"{path}.{field.Name}", seen) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static bool IsRoslynObject(object value) =>
        value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location or Diagnostic or AttributeData or IOperation
            or SyntaxToken or SyntaxTrivia or TypedConstant or SourceText or MetadataReference;

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || typeof(Type).IsAssignableFrom(type);
}
