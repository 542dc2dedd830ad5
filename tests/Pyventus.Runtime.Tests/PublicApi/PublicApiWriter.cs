using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Pyventus.Runtime.Tests;

/// <summary>Writes what users of an assembly can see: one line per type and per member, in ordinal order.</summary>
internal sealed class PublicApiWriter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly StringBuilder _text = new();
    private readonly TypeNames _names = new();

    public static string Write(Assembly assembly)
    {
        var writer = new PublicApiWriter();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal))
        {
            writer.Write(type);
        }

        return writer._text.ToString();
    }

    private void Write(Type type)
    {
        _text.Append($"{Describe(type)}\n");
        foreach (string member in GetMembers(type).Order(StringComparer.Ordinal))
        {
            _text.Append($"    {member}\n");
        }
    }

    private IEnumerable<string> GetMembers(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue())}");
        }

        return type.GetConstructors(Declared).Where(IsVisible).Select(constructor => $"{Modifiers(constructor)}.ctor({Parameters(constructor)})")
            .Concat(type.GetMethods(Declared).Where(static method => IsVisible(method) && !IsAccessor(method)).Select(Describe))
            .Concat(type.GetProperties(Declared).Where(static property => property.GetAccessors(true).Any(IsVisible)).Select(Describe))
            .Concat(type.GetFields(Declared).Where(static field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Describe))
            .Concat(type.GetEvents(Declared).Where(static e => IsVisible(e.AddMethod!)).Select(e => $"{Modifiers(e.AddMethod!)}event {_names.Of(e)} {e.Name}"));
    }

    private string Describe(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (IsReadOnly(type) ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct"),
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<Type> bases = type.IsEnum || type.IsValueType || type.BaseType == typeof(object) || type.BaseType is null ? [] : [type.BaseType];
        IEnumerable<Type> interfaces = type.IsEnum ? [] : type.GetInterfaces().Where(static i => i.IsPublic).OrderBy(static i => i.ToString(), StringComparer.Ordinal);
        string inherited = string.Join(", ", bases.Concat(interfaces).Select(_names.Of));
        return $"{kind} {type.Namespace}.{_names.Of(type)}{(inherited.Length == 0 ? "" : $" : {inherited}")}{TypeNames.Constraints(type.GetGenericArguments())}";
    }

    private string Describe(MethodInfo method) =>
        $"{Modifiers(method)}{Reference(method.ReturnParameter)}{_names.Of(method.ReturnParameter)} {method.Name}{_names.Arguments(method)}({Parameters(method)}){TypeNames.Constraints(method.IsGenericMethod ? method.GetGenericArguments() : [])}";

    private string Describe(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(true).Where(IsVisible)];
        bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        string access = string.Join(" ", accessors.Select(accessor => accessor == property.GetMethod ? "get;" : isInit ? "init;" : "set;"));
        return $"{Modifiers(accessors[0])}{_names.Of(property)} {property.Name} {{ {access} }}";
    }

    private string Describe(FieldInfo field)
    {
        string modifiers = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{modifiers}{_names.Of(field)} {field.Name}{(field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "")}";
    }

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        string prefix = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ => "",
        };
        return $"{prefix}{_names.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }));

    private static string Reference(ParameterInfo returned) =>
        !returned.ParameterType.IsByRef ? "" : returned.GetRequiredCustomModifiers().Contains(typeof(InAttribute)) ? "ref readonly " : "ref ";

    private static string Modifiers(MethodBase method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? IsOverride(method) ? "override " : "virtual " : "");

    private static bool IsOverride(MethodBase method) => method is MethodInfo info && info.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static bool IsAccessor(MethodInfo method) =>
        (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal)) || method.Name.StartsWith('<');

    private static bool IsReadOnly(Type type) => type.IsDefined(typeof(IsReadOnlyAttribute));

    private static string Default(ParameterInfo parameter) =>
        parameter.DefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? "default"
            : Literal(parameter.DefaultValue);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        Enum member => $"{member.GetType().Name}.{member}",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
