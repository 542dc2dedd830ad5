using Pyventus.CompilerServices;

namespace Pyventus;

/// <inheritdoc/>
/// <typeparam name="TPayload">The payload handlers of the event are called with.</typeparam>
internal sealed class PayloadContract<TPayload>(TableEvent? source) : PayloadContract(TPayload.GetTypes(), source)
    where TPayload : struct, IPayload<TPayload>
{
    public override Type PayloadType => typeof(TPayload);

    public override void Emit(EventEmitter emitter, EventSlot slot, object?[] arguments) =>
        emitter.Dispatch(slot, TPayload.Create(arguments));

    public override ValueTask<EmissionResult> EmitAsync(EventEmitter emitter, EventSlot slot, object?[] arguments, CancellationToken cancellationToken) =>
        emitter.DispatchAsync(slot, TPayload.Create(arguments), cancellationToken);

    public override void EmitObject(EventEmitter emitter, EventSlot slot, object @event) =>
        emitter.Dispatch(slot, TPayload.CreateFromObject(@event));

    public override ValueTask<EmissionResult> EmitObjectAsync(EventEmitter emitter, EventSlot slot, object @event, CancellationToken cancellationToken) =>
        emitter.DispatchAsync(slot, TPayload.CreateFromObject(@event), cancellationToken);
}
