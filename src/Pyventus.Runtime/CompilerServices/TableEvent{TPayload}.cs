using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>One event of a generated table, typed by its contract.</summary>
/// <typeparam name="TPayload">The payload the contract of the event prescribes.</typeparam>
/// <param name="key">The event: its name or its type, which is valid.</param>
/// <param name="requiredCount">How many leading arguments have no default value.</param>
/// <param name="fanOutCount">How many handlers <see cref="FanOut"/> calls.</param>
/// <param name="isPlain">Whether the event is direct and its handlers have no traits.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TableEvent<TPayload>(object key, int requiredCount, int fanOutCount, bool isPlain = false)
    : TableEvent(key, requiredCount, fanOutCount, isPlain)
    where TPayload : struct, IPayload<TPayload>
{
    /// <summary>
    /// Calls every handler except the once handlers, in order, each guarded: what one throws or returns goes to
    /// <see cref="EmissionFrame.Failed(int, Exception)"/> or <c>Observe</c> with its position, and the next one runs.
    /// </summary>
    /// <param name="frame">The emission.</param>
    /// <param name="payload">The arguments.</param>
    public abstract void FanOut(ref EmissionFrame frame, in TPayload payload);

    /// <summary>
    /// Does the same for an emission that nobody observes and whose token cannot be cancelled, with the arguments in registers. Overridden when the handlers
    /// need nothing but arguments and are finished when they return; then <see cref="TableEvent.IsDirect"/> is true.
    /// </summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="payload">The arguments.</param>
    /// <param name="state">What is known of the emission: until something has to be, null, or the emitter when the emission is awaited.</param>
    /// <returns>What is known of it now: the state that was given while nothing has to be known.</returns>
    public virtual object? RunDirect(EventEmitter emitter, TPayload payload, object? state) =>
        throw new NotSupportedException($"The event '{Key}' is not direct.");

    /// <summary>Calls one handler, unguarded.</summary>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="frame">The emission.</param>
    /// <param name="payload">The arguments.</param>
    /// <returns>The handler's task, or a completed one.</returns>
    public abstract ValueTask Invoke(int handler, ref EmissionFrame frame, in TPayload payload);

    internal sealed override Type PayloadType => typeof(TPayload);

    internal sealed override PayloadContract CreateContract() => new PayloadContract<TPayload>(this);

    internal sealed override HandlerInvoker CreateInvoker(int handler) => new TableInvoker<TPayload>(this, handler);
}
