using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>Calls one handler.</summary>
internal abstract class HandlerInvoker
{
    /// <summary>Calls the handler with boxed arguments, exactly those of its own payload type.</summary>
    public abstract ValueTask InvokeBoxed(ref EmissionFrame frame, object?[] arguments);
}
