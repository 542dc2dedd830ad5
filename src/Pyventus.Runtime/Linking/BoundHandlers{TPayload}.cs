using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The handlers of a snapshot, bound to one payload type.</summary>
/// <param name="invokers">An invoker for each entry of the snapshot.</param>
/// <param name="direct">Calls all of them, when there is nothing to do but that.</param>
internal sealed class BoundHandlers<TPayload>(HandlerInvoker<TPayload>[] invokers, TableEvent<TPayload>? direct)
    where TPayload : struct, IPayload<TPayload>
{
    /// <summary>An invoker for each entry of the snapshot.</summary>
    public HandlerInvoker<TPayload>[] Invokers { get; } = invokers;

    /// <summary>Calls all of them, when there is nothing to do but that.</summary>
    public TableEvent<TPayload>? Direct { get; } = direct;
}
