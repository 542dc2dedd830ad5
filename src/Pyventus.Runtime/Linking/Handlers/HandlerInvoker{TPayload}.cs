using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>Calls one handler with the arguments of an emission.</summary>
internal abstract class HandlerInvoker<TPayload> : HandlerInvoker
    where TPayload : struct, IPayload<TPayload>
{
    /// <summary>Calls the handler, synchronous and with the arguments alone, without the detour through here; null for any other.</summary>
    public virtual Delegate? Action => null;

    public abstract ValueTask Invoke(ref EmissionFrame frame, in TPayload payload);

    public sealed override ValueTask InvokeBoxed(ref EmissionFrame frame, object?[] arguments) => Invoke(ref frame, TPayload.Create(arguments));
}
