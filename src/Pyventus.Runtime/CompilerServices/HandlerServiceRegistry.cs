using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>Is told by a table what its handlers need of a service provider.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerServiceRegistry
{
    /// <summary>A class that instance handlers are called on; told once per linker type.</summary>
    /// <param name="linkerType">The linker type its handlers belong to.</param>
    /// <param name="type">The class.</param>
    /// <param name="constructor">The constructor as messages show it, such as <c>InvoiceHandlers(IInvoices invoices)</c>; null when there is none that generated code can call.</param>
    /// <param name="dependencies">The parameters of the constructor.</param>
    /// <param name="create">Calls the constructor; null when there is none that generated code can call.</param>
    public abstract void AddClass(Type linkerType, Type type, string? constructor, HandlerDependency[] dependencies, Func<IServiceProvider, object>? create);

    /// <summary>A handler that takes services, or is called on an instance.</summary>
    /// <param name="linkerType">The linker type the handler belongs to.</param>
    /// <param name="id">The stable id of the handler.</param>
    /// <param name="type">The class the handler is called on; null for a static handler.</param>
    /// <param name="dependencies">Its parameters that services fill.</param>
    public abstract void AddHandler(Type linkerType, string id, Type? type, HandlerDependency[] dependencies);
}
