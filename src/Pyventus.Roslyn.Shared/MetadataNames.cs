using System.Text;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>
/// Names of types as reflection writes them, without assemblies: <c>Ns.Outer+Inner`1[System.Int32]</c>. Annotations,
/// tuple names and <c>dynamic</c> are no part of a type's identity and leave no trace.
/// </summary>
internal static class MetadataNames
{
    /// <summary>The full name of a closed type.</summary>
    public static string Of(ITypeSymbol type)
    {
        var name = new StringBuilder();
        Append(name, type);
        return name.ToString();
    }

    /// <summary>The full name of a type without its type arguments: <c>Ns.Outer+Inner`1</c>.</summary>
    public static string OfDefinition(INamedTypeSymbol type)
    {
        var name = new StringBuilder();
        AppendDefinition(name, type);
        return name.ToString();
    }

    /// <summary>What <see cref="System.Reflection.MemberInfo.Name"/> is for the type: <c>Inner`1</c>, <c>Int32[]</c>.</summary>
    public static string ShortOf(ITypeSymbol type) =>
        type is IArrayTypeSymbol array ? ShortOf(array.ElementType) + Suffix(array) : type.MetadataName;

    /// <summary>
    /// The stable id of the handler that one attribute makes of a method:
    /// <c>Assembly!Type.Method(ParameterTypes)#index</c>.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="attributeIndex">The position of the attribute in <see cref="HandlerRules.GetHandlerAttributes"/>.</param>
    public static string OfHandler(IMethodSymbol method, int attributeIndex)
    {
        var id = new StringBuilder();
        AppendMethod(id, method);
        return id.Append('#').Append(attributeIndex).ToString();
    }

    /// <summary>A text that is different for different methods: <c>Assembly!Type.Method(ParameterTypes)</c>.</summary>
    public static string OfMethod(IMethodSymbol method)
    {
        var id = new StringBuilder();
        AppendMethod(id, method);
        return id.ToString();
    }

    private static void AppendMethod(StringBuilder id, IMethodSymbol method)
    {
        id.Append(method.ContainingAssembly.Name).Append('!');
        Append(id, method.ContainingType);
        id.Append('.').Append(method.MetadataName).Append('(');
        for (int index = 0; index < method.Parameters.Length; index++)
        {
            if (index > 0)
            {
                id.Append(',');
            }

            Append(id, method.Parameters[index].Type);
        }

        id.Append(')');
    }

    private static void Append(StringBuilder name, ITypeSymbol type)
    {
        switch (type)
        {
            case IDynamicTypeSymbol:
                name.Append("System.Object");
                break;
            case IArrayTypeSymbol array:
                Append(name, array.ElementType);
                name.Append(Suffix(array));
                break;
            case INamedTypeSymbol named:
                AppendDefinition(name, named);
                AppendArguments(name, named);
                break;
            default:
                name.Append(type.MetadataName);
                break;
        }
    }

    private static void AppendDefinition(StringBuilder name, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            AppendDefinition(name, outer);
            name.Append('+');
        }
        else
        {
            AppendNamespace(name, type.ContainingNamespace);
        }

        name.Append(type.MetadataName);
    }

    private static void AppendNamespace(StringBuilder name, INamespaceSymbol? containing)
    {
        if (containing is { IsGlobalNamespace: false })
        {
            AppendNamespace(name, containing.ContainingNamespace);
            name.Append(containing.MetadataName).Append('.');
        }
    }

    // Reflection lists the arguments of all levels together, outermost first.
    private static void AppendArguments(StringBuilder name, INamedTypeSymbol type)
    {
        bool any = false;
        AppendLevel(type);
        if (any)
        {
            name.Append(']');
        }

        void AppendLevel(INamedTypeSymbol level)
        {
            if (level.ContainingType is { } outer)
            {
                AppendLevel(outer);
            }

            // A tuple's own arguments are those of ValueTuple, nested from the eighth on.
            foreach (ITypeSymbol argument in (level.TupleUnderlyingType ?? level).TypeArguments)
            {
                name.Append(any ? ',' : '[');
                any = true;
                Append(name, argument);
            }
        }
    }

    private static string Suffix(IArrayTypeSymbol array) => array.Rank == 1 ? "[]" : "[" + new string(',', array.Rank - 1) + "]";
}
