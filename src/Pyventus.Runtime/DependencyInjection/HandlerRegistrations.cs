using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>What the tables say about the services of their handlers.</summary>
internal sealed class HandlerRegistrations : HandlerServiceRegistry
{
    // A class is told once for each linker type it has handlers of, always the same.
    private readonly Dictionary<Type, HandlerClass> _classes = [];
    private readonly List<HandlerRegistration> _handlers = [];

    public IReadOnlyCollection<HandlerClass> Classes => _classes.Values;

    public IReadOnlyCollection<HandlerRegistration> Handlers => _handlers;

    /// <summary>Asks the tables of the assemblies loaded so far.</summary>
    public static HandlerRegistrations OfTables()
    {
        var registrations = new HandlerRegistrations();
        foreach (LinkerTable table in LinkerTableRegistry.Tables ?? [])
        {
            table.AddServices(registrations);
        }

        return registrations;
    }

    public HandlerClass GetClass(Type type) => _classes[type];

    public override void AddClass(Type linkerType, Type type, string? constructor, HandlerDependency[] dependencies, Func<IServiceProvider, object>? create) =>
        _classes[type] = new HandlerClass(type, constructor, dependencies, create);

    public override void AddHandler(Type linkerType, string id, Type? type, HandlerDependency[] dependencies) =>
        _handlers.Add(new HandlerRegistration(linkerType, id, type, dependencies));
}
