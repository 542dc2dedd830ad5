using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The handlers of a snapshot, bound to one payload type.</summary>
internal sealed class BoundHandlers<TPayload>
    where TPayload : struct, IPayload<TPayload>
{
    /// <summary>Binds handlers.</summary>
    /// <param name="invokers">An invoker for each entry of the snapshot.</param>
    /// <param name="head">The event whose <c>RunDirect</c> calls the first of them; null when there is none.</param>
    /// <param name="areSimple">Whether the handlers are finished when they return, and nothing has to be done but call them.</param>
    public BoundHandlers(HandlerInvoker<TPayload>[] invokers, TableEvent<TPayload>? head, bool areSimple)
    {
        Invokers = invokers;
        if (areSimple)
        {
            int headCount = head?.FanOutCount ?? 0;
            var actions = new Delegate?[invokers.Length - headCount];
            for (int index = 0; index < actions.Length; index++)
            {
                actions[index] = invokers[headCount + index].Action;
            }

            if (Array.TrueForAll(actions, static action => action is not null))
            {
                Head = head;
                Actions = actions!;
            }
        }
    }

    /// <summary>An invoker for each entry of the snapshot.</summary>
    public HandlerInvoker<TPayload>[] Invokers { get; }

    /// <summary>The event whose <c>RunDirect</c> calls the first handlers; null when all are in <see cref="Actions"/>.</summary>
    public TableEvent<TPayload>? Head { get; }

    /// <summary>The handlers behind those of <see cref="Head"/> as delegates; null when an emission has to do more than call them.</summary>
    public Delegate[]? Actions { get; }
}
