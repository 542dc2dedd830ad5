using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>Finds what the handlers of a container's linker need and the container does not have.</summary>
/// <param name="services">The container.</param>
/// <param name="builder">What was registered.</param>
internal sealed class HandlerServicesValidator(IServiceProvider services, PyventusBuilder builder) : IValidateOptions<HandlerServicesCheck>
{
    private readonly IServiceProviderIsService? _known = services.GetService<IServiceProviderIsService>();
    private readonly IServiceProviderIsKeyedService? _knownKeyed = services.GetService<IServiceProviderIsKeyedService>();

    public ValidateOptionsResult Validate(string? name, HandlerServicesCheck options)
    {
        EventLinker linker = services.GetRequiredService<EventLinker>();
        Type linkerType = linker.GetType();

        // A container that cannot be asked says it when a handler is called.
        if (_known is null || !linker.HasCompileTimeHandlers)
        {
            return ValidateOptionsResult.Success;
        }

        HandlerRegistration[] handlers = [.. builder.Handlers.Handlers.Where(handler => handler.LinkerType == linkerType)];
        string[] problems =
        [
            .. handlers.Where(static handler => handler.Type is not null).GroupBy(static handler => handler.Type!).SelectMany(CheckClass),
            .. handlers.SelectMany(CheckParameters),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> CheckClass(IGrouping<Type, HandlerRegistration> handlers)
    {
        HandlerClass handlerClass = builder.Handlers.GetClass(handlers.Key);
        ServiceDescriptor? descriptor = services.GetRequiredService<ServiceLifetimes>().Find(handlerClass.Type);
        string subject = Describe([.. handlers]);
        if (descriptor is not null && builder.IsOwn(descriptor))
        {
            return handlerClass.Dependencies.Where(IsMissing).Select(dependency => $"{subject} {handlerClass.Constructor}, and {DescribeMissing(dependency)}");
        }

        // Registered by the user, who knows how it is made; or by nobody.
        return handlerClass.Create is null && !_known!.IsService(handlerClass.Type)
            ? [$"{subject} an instance of {TypeNames.Full(handlerClass.Type)}, which has no constructor that can be called for it: add services.AddScoped<{TypeNames.Short(handlerClass.Type)}>(…), or a constructor that is at least internal"]
            : [];
    }

    private IEnumerable<string> CheckParameters(HandlerRegistration handler) =>
        handler.Dependencies.Where(IsMissing).Select(dependency =>
            $"The handler '{handler.Id}' takes {TypeNames.Short(dependency.ServiceType)} {dependency.Parameter}, and {DescribeMissing(dependency)}");

    private bool IsMissing(HandlerDependency dependency)
    {
        if (dependency.IsOptional)
        {
            return false;
        }

        return dependency.IsKeyed
            ? _knownKeyed?.IsKeyedService(dependency.ServiceType, dependency.Key) == false
            : !_known!.IsService(dependency.ServiceType);
    }

    private static string Describe(HandlerRegistration[] handlers) =>
        handlers.Length == 1 ? $"The handler '{handlers[0].Id}' needs" : $"The handler '{handlers[0].Id}' (and {handlers.Length - 1} more of its class) needs";

    private static string DescribeMissing(HandlerDependency dependency)
    {
        Type type = dependency.ServiceType;
        string full = TypeNames.Full(type);
        string arguments = type.IsAbstract ? $"{TypeNames.Short(type)}, …" : TypeNames.Short(type);
        return dependency.IsKeyed
            ? $"no service {full} is registered for the key {DescribeKey(dependency.Key)}: add services.AddKeyedScoped<{arguments}>({DescribeKey(dependency.Key)})"
            : $"no service {full} is registered: add services.AddScoped<{arguments}>()";
    }

    private static string DescribeKey(object? key) => key switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Type type => $"typeof({TypeNames.Short(type)})",
        Enum value => $"{TypeNames.Short(value.GetType())}.{value}",
        IFormattable value => value.ToString(null, null),
        _ => key.ToString() ?? "null",
    };
}
