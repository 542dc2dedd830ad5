using Pyventus.CompilerServices;

namespace Pyventus.Conformance.DependencyInjection;

/// <summary>A table as the generator writes it, with one event <c>order.paid</c> whose handlers need services.</summary>
/// <param name="assemblyName">The assembly it claims to be of.</param>
/// <param name="linkerType">The linker type it has handlers for.</param>
/// <param name="tableEvent">The event.</param>
/// <param name="addServices">What it says about services.</param>
internal sealed class ServicesTable(string assemblyName, Type linkerType, TableEvent tableEvent, Action<HandlerServiceRegistry> addServices)
    : LinkerTable(assemblyName, CurrentAbiVersion, "hash")
{
    public override LinkerTableSection? GetSection(Type type) => type == linkerType ? new TestTableSection(this, tableEvent, null) : null;

    public override void AddServices(HandlerServiceRegistry registry) => addServices(registry);
}
