using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>Reads the arguments of attributes.</summary>
internal static class AttributeArguments
{
    /// <summary>The value of a named argument; null when it is absent or null.</summary>
    public static object? GetNamed(AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (string.Equals(argument.Key, name, StringComparison.Ordinal))
            {
                return argument.Value.Value;
            }
        }

        return null;
    }
}
