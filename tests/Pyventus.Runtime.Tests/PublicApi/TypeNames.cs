using System.Reflection;

namespace Pyventus.Runtime.Tests;

/// <summary>Types as they are written in C#, nullable annotations included.</summary>
internal sealed class TypeNames
{
    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
    };

    private readonly NullabilityInfoContext _nullability = new();

    public string Of(Type type) => type switch
    {
        _ when _keywords.TryGetValue(type, out string? keyword) => keyword,
        { IsByRef: true } => Of(type.GetElementType()!),
        { IsArray: true } => $"{Of(type.GetElementType()!)}[]",
        { IsGenericParameter: true } => type.Name,
        { IsNested: true } => $"{Of(type.DeclaringType!)}.{type.Name}",
        { IsGenericType: true } when Nullable.GetUnderlyingType(type) is { } underlying => $"{Of(underlying)}?",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>",
        _ => type.Name,
    };

    public string Of(ParameterInfo parameter) => Of(_nullability.Create(parameter));

    public string Of(PropertyInfo property) => Of(_nullability.Create(property));

    public string Of(FieldInfo field) => Of(_nullability.Create(field));

    public string Of(EventInfo @event) => Of(_nullability.Create(@event));

    public string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static argument => argument.Name))}>" : "";

    public static string Constraints(Type[] arguments)
    {
        var clauses = arguments.Select(static argument => (argument.Name, Constraints: string.Join(", ", GetConstraints(argument))));
        return string.Concat(clauses.Where(static clause => clause.Constraints.Length > 0).Select(static clause => $" where {clause.Name} : {clause.Constraints}"));
    }

    private static IEnumerable<string> GetConstraints(Type argument)
    {
        if (!argument.IsGenericParameter)
        {
            yield break;
        }

        GenericParameterAttributes attributes = argument.GenericParameterAttributes;
        bool isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            yield return "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }
        else if (IsNotNull(argument))
        {
            yield return "notnull";
        }

        foreach (Type type in argument.GetGenericParameterConstraints().Where(static type => type != typeof(ValueType)))
        {
            yield return new TypeNames().Of(type);
        }

        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }
    }

    // The compiler writes 1 for "notnull", on the parameter or, for all that has no attribute of its own, around it.
    private static bool IsNotNull(Type argument)
    {
        CustomAttributeData? found = Find(argument, "NullableAttribute");
        for (MemberInfo? member = (MemberInfo?)argument.DeclaringMethod ?? argument.DeclaringType; found is null && member is not null; member = member.DeclaringType)
        {
            found = Find(member, "NullableContextAttribute");
        }

        return found?.ConstructorArguments[0].Value is (byte)1;

        static CustomAttributeData? Find(MemberInfo member, string attribute) =>
            member.CustomAttributes.FirstOrDefault(data => data.AttributeType.Name == attribute);
    }

    private string Of(NullabilityInfo info)
    {
        string name = info.Type switch
        {
            { IsArray: true } => $"{Of(info.ElementType!)}[]",
            { IsGenericType: true } type when Nullable.GetUnderlyingType(type) is null && info.GenericTypeArguments.Length > 0 =>
                $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>",
            { } type => Of(type),
        };
        // A type parameter without constraint counts as nullable and is not written so.
        return info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType && !info.Type.IsGenericParameter && !name.EndsWith('?') ? name + "?" : name;
    }
}
