using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Pyventus.CompilerServices;

/// <summary>
/// The emissions of call sites whose event is known at compile time. While nothing but the handlers of one table listens,
/// they call the table directly; otherwise they do what <see cref="EventEmitter"/> does.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EmitSite
{
    /// <summary>The event whose <c>RunDirect</c> does all that an emission to the target has to do; null when <c>Emit</c> has to.</summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TableEvent? FindDirect(EventEmitter emitter, EmitTarget? target) =>
        target is not null && target.Linker == emitter.DirectLinker && !Telemetry.IsListening ? target.Direct : null;

    /// <summary>
    /// Has a call site know its event before it emits for the first time, when the handlers of its own assembly are all that there is:
    /// its event is not searched by its name then.
    /// </summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and the payload of its handlers.</param>
    /// <param name="table">The table of the call site's assembly.</param>
    /// <param name="tableEvent">What the table says of the event for <see cref="EventLinker"/> itself.</param>
    /// <returns>Whether its <c>RunDirect</c> does all that this emission has to do.</returns>
    public static bool Bind(EventEmitter emitter, ref EmitTarget? target, LinkerTable table, TableEvent tableEvent)
    {
        if (emitter.DirectLinker is not { } linker || Telemetry.IsListening)
        {
            return false;
        }

        EventSlot? slot = linker.Bind(table, tableEvent);
        target = slot;
        return slot is not null;
    }

    /// <summary>Emits a named event.</summary>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    /// <param name="eventName">The name of the event, always the same.</param>
    /// <param name="payload">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Emit<TPayload>(EventEmitter emitter, ref EmitTarget? target, string eventName, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        if (FindDirect(emitter, target) is { } direct)
        {
            Unsafe.As<TableEvent<TPayload>>(direct).RunDirect(emitter, in payload, null);
        }
        else
        {
            emitter.EmitFrom(ref target, eventName, in payload, typeof(TPayload));
        }
    }

    /// <summary>Emits a named event whose handlers are known to take other types than the arguments have.</summary>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <typeparam name="TContract">The payload that the handlers take.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    /// <param name="eventName">The name of the event, always the same.</param>
    /// <param name="payload">The arguments.</param>
    /// <param name="converted">The same, converted as the emission would convert them for these handlers. The linker of an emitter may have others.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EmitConverted<TPayload, TContract>(
        EventEmitter emitter, ref EmitTarget? target, string eventName, in TPayload payload, in TContract converted)
        where TPayload : struct, IPayload<TPayload>
        where TContract : struct, IPayload<TContract>
    {
        if (FindDirect(emitter, target) is { } direct)
        {
            Unsafe.As<TableEvent<TContract>>(direct).RunDirect(emitter, in converted, null);
        }
        else
        {
            emitter.EmitFrom(ref target, eventName, in payload, typeof(TContract));
        }
    }

    /// <summary>Emits a named event, awaiting the handlers.</summary>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    /// <param name="eventName">The name of the event, always the same.</param>
    /// <param name="payload">The arguments.</param>
    /// <param name="cancellationToken">Cancels the emission before it starts; afterwards it is up to the handlers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<EmissionResult> EmitAsync<TPayload>(
        EventEmitter emitter, ref EmitTarget? target, string eventName, in TPayload payload, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload> =>
        !cancellationToken.CanBeCanceled && FindDirect(emitter, target) is { } direct
            ? RunDirectAsync(emitter, direct, in payload)
            : emitter.EmitFromAsync(ref target, eventName, in payload, typeof(TPayload), cancellationToken);

    /// <summary>Emits a named event whose handlers are known to take other types than the arguments have, awaiting them.</summary>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <typeparam name="TContract">The payload that the handlers take.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    /// <param name="eventName">The name of the event, always the same.</param>
    /// <param name="payload">The arguments.</param>
    /// <param name="converted">The same, converted as the emission would convert them for these handlers. The linker of an emitter may have others.</param>
    /// <param name="cancellationToken">Cancels the emission before it starts; afterwards it is up to the handlers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<EmissionResult> EmitConvertedAsync<TPayload, TContract>(
        EventEmitter emitter, ref EmitTarget? target, string eventName, in TPayload payload, in TContract converted, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
        where TContract : struct, IPayload<TContract> =>
        !cancellationToken.CanBeCanceled && FindDirect(emitter, target) is { } direct
            ? RunDirectAsync(emitter, direct, in converted)
            : emitter.EmitFromAsync(ref target, eventName, in payload, typeof(TContract), cancellationToken);

    /// <summary>Emits an event object of a type that has no derived types.</summary>
    /// <typeparam name="TEvent">The type, sealed.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this type.</param>
    /// <param name="event">The event object.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EmitObject<TEvent>(EventEmitter emitter, ref EmitTarget? target, TEvent @event)
        where TEvent : notnull
    {
        if (FindDirect(emitter, target) is { } direct && IsObject(@event))
        {
            Unsafe.As<TableEvent<Payload<TEvent>>>(direct).RunDirect(emitter, new Payload<TEvent>(@event), null);
        }
        else
        {
            emitter.EmitObjectFrom(ref target, @event);
        }
    }

    /// <summary>Emits an event object of a type that has no derived types, awaiting the handlers.</summary>
    /// <typeparam name="TEvent">The type, sealed.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this type.</param>
    /// <param name="event">The event object.</param>
    /// <param name="cancellationToken">Cancels the emission before it starts; afterwards it is up to the handlers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<EmissionResult> EmitObjectAsync<TEvent>(
        EventEmitter emitter, ref EmitTarget? target, TEvent @event, CancellationToken cancellationToken)
        where TEvent : notnull =>
        !cancellationToken.CanBeCanceled && FindDirect(emitter, target) is { } direct && IsObject(@event)
            ? RunDirectAsync(emitter, direct, new Payload<TEvent>(@event))
            : emitter.EmitObjectFromAsync(ref target, @event, cancellationToken);

    // Asked of a struct, the comparison with null would box it where the JIT does not optimize.
    private static bool IsObject<TEvent>(TEvent @event) => default(TEvent) is not null || @event is not null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ValueTask<EmissionResult> RunDirectAsync<TPayload>(EventEmitter emitter, TableEvent direct, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        object? state = Unsafe.As<TableEvent<TPayload>>(direct).RunDirect(emitter, in payload, emitter);
        if (state != emitter)
        {
            return EventEmitter.GetOutcome((EmissionState?)state, direct.FanOutCount);
        }

        // Only the JIT keeps the fields of a new one in registers.
        return RuntimeFeature.IsDynamicCodeCompiled
            ? new ValueTask<EmissionResult>(new EmissionResult(direct.FanOutCount, null))
            : direct.Completed.Task;
    }
}
