using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The handlers of a snapshot, bound to one payload type.</summary>
/// <param name="Invokers">An invoker for each entry of the snapshot.</param>
/// <param name="Direct">Calls all of them, when there is nothing to do but that.</param>
internal sealed record BoundHandlers<TPayload>(HandlerInvoker<TPayload>[] Invokers, TableEvent<TPayload>? Direct)
    where TPayload : struct, IPayload<TPayload>;
