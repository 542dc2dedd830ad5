using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the expressions that get services and describe them.</summary>
internal static class ServiceWriter
{
    private const string Runtime = "global::Pyventus.CompilerServices.";

    /// <summary>The argument for a parameter that a service fills; of exactly its type.</summary>
    /// <param name="service">The service.</param>
    /// <param name="provider">The expression that is the provider.</param>
    public static string Get(ServiceModel service, string provider)
    {
        if (!service.IsOptional)
        {
            return Call("Get", service, provider);
        }

        if (service.Default is { } value)
        {
            return $"({service.Type.Code})({GetOptional(service, provider)} ?? {value.Code})";
        }

        string suppression = service.IsNullable || service.Type.NullableOf is not null ? "" : "!";
        return GetOptional(service, provider) + suppression;
    }

    /// <summary>The description of the parameters for the registry.</summary>
    public static string Dependencies(EquatableArray<ServiceModel> services)
    {
        const string Type = Runtime + "HandlerDependency";
        return services.Count == 0
            ? $"global::System.Array.Empty<{Type}>()"
            : $"new {Type}[] {{ {string.Join(", ", services.Select(Dependency))} }}";
    }

    // A value that is not there is no value of the type: null cannot be unboxed.
    private static string GetOptional(ServiceModel service, string provider) =>
        service.Type.IsReference || service.Type.NullableOf is not null
            ? Call("GetOptional", service, provider)
            : $"({provider}.GetService(typeof({service.Type.ErasedCode})) as {service.Type.Code}?)";

    private static string Call(string method, ServiceModel service, string provider) =>
        service.Key is { } key
            ? $"{Runtime}HandlerServices.{method}Keyed<{service.Type.Code}>({provider}, {key})"
            : $"{Runtime}HandlerServices.{method}<{service.Type.Code}>({provider})";

    private static string Dependency(ServiceModel service) =>
        $"new({Literals.Quote(service.Parameter)}, typeof({service.Type.ErasedCode}), {Of(service.Key is not null)}, {service.Key ?? "null"}, {Of(service.IsOptional)})";

    private static string Of(bool value) => value ? "true" : "false";
}
