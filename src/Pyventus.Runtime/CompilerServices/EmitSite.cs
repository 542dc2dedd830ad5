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

    /// <summary>The event whose <c>RunDirect</c> does all that an awaited emission to the target has to do; null when <c>EmitAsync</c> has to.</summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    /// <param name="cancellationToken">The token of the emission.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TableEvent? FindDirect(EventEmitter emitter, EmitTarget? target, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled ? null : FindDirect(emitter, target);

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

        EventSlot? slot = linker.Bind(table, tableEvent, tableEvent.EventId);
        target = slot;
        return slot is not null;
    }

    /// <summary>Does the same before the first awaited emission.</summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and the payload of its handlers.</param>
    /// <param name="table">The table of the call site's assembly.</param>
    /// <param name="tableEvent">What the table says of the event for <see cref="EventLinker"/> itself.</param>
    /// <param name="cancellationToken">The token of the emission.</param>
    /// <returns>Whether its <c>RunDirect</c> does all that this emission has to do.</returns>
    public static bool Bind(EventEmitter emitter, ref EmitTarget? target, LinkerTable table, TableEvent tableEvent, CancellationToken cancellationToken) =>
        !cancellationToken.CanBeCanceled && Bind(emitter, ref target, table, tableEvent);

    /// <summary>
    /// What an awaited emission returns whose handlers were called directly. By reference, for it is 32 bytes: mostly those that
    /// the event has made once, and what is copied from there is not written field by field before.
    /// </summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="direct">The event.</param>
    /// <param name="state">What its <c>RunDirect</c> returned.</param>
    /// <param name="other">Where the outcome is put that has to be made; nothing is read from it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly ValueTask<EmissionResult> GetOutcome(
        EventEmitter emitter, TableEvent direct, object? state, ref ValueTask<EmissionResult> other) =>
        ref state == emitter ? ref direct.Completed : ref EventEmitter.GetOutcome((EmissionState?)state, direct.FanOutCount, ref other);

    /// <summary>Emits a named event.</summary>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    /// <param name="eventName">The name of the event, always the same.</param>
    /// <param name="payload">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Emit<TPayload>(EventEmitter emitter, ref EmitTarget? target, string eventName, TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        if (FindDirect(emitter, target) is { } direct)
        {
            Unsafe.As<TableEvent<TPayload>>(direct).RunDirect(emitter, payload, null);
        }
        else
        {
            emitter.EmitFrom(ref target, eventName, payload, typeof(TPayload));
        }
    }

    /// <summary>Emits a named event that is not direct, or not yet. Of its own: the code of call sites has no room for what is rarely done.</summary>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    /// <param name="eventName">The name of the event, always the same.</param>
    /// <param name="payload">The arguments.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void EmitSearched<TPayload>(EventEmitter emitter, ref EmitTarget? target, string eventName, TPayload payload)
        where TPayload : struct, IPayload<TPayload> =>
        emitter.EmitFrom(ref target, eventName, payload, typeof(TPayload));

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
        EventEmitter emitter, ref EmitTarget? target, string eventName, TPayload payload, TContract converted)
        where TPayload : struct, IPayload<TPayload>
        where TContract : struct, IPayload<TContract>
    {
        if (FindDirect(emitter, target) is { } direct)
        {
            Unsafe.As<TableEvent<TContract>>(direct).RunDirect(emitter, converted, null);
        }
        else
        {
            emitter.EmitFrom(ref target, eventName, payload, typeof(TContract));
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
        EventEmitter emitter, ref EmitTarget? target, string eventName, TPayload payload, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        TableEvent? direct = FindDirect(emitter, target, cancellationToken);
        Unsafe.SkipInit(out ValueTask<EmissionResult> other);
        ref readonly ValueTask<EmissionResult> outcome = ref direct is null
            ? ref emitter.EmitFromAsync(ref target, eventName, payload, typeof(TPayload), cancellationToken, ref other)
            : ref RunDirect(emitter, direct, payload, ref other);
        return outcome;
    }

    /// <summary>Emits a named event that is not direct, or not yet, awaiting the handlers.</summary>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static of the call sites with this event and payload.</param>
    /// <param name="eventName">The name of the event, always the same.</param>
    /// <param name="payload">The arguments.</param>
    /// <param name="cancellationToken">Cancels the emission before it starts; afterwards it is up to the handlers.</param>
    /// <param name="other">Where the outcome is put that has to be made; nothing is read from it.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ref readonly ValueTask<EmissionResult> EmitSearchedAsync<TPayload>(
        EventEmitter emitter, ref EmitTarget? target, string eventName, TPayload payload, CancellationToken cancellationToken, ref ValueTask<EmissionResult> other)
        where TPayload : struct, IPayload<TPayload> =>
        ref emitter.EmitFromAsync(ref target, eventName, payload, typeof(TPayload), cancellationToken, ref other);

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
        EventEmitter emitter, ref EmitTarget? target, string eventName, TPayload payload, TContract converted, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
        where TContract : struct, IPayload<TContract>
    {
        TableEvent? direct = FindDirect(emitter, target, cancellationToken);
        Unsafe.SkipInit(out ValueTask<EmissionResult> other);
        ref readonly ValueTask<EmissionResult> outcome = ref direct is null
            ? ref emitter.EmitFromAsync(ref target, eventName, payload, typeof(TContract), cancellationToken, ref other)
            : ref RunDirect(emitter, direct, converted, ref other);
        return outcome;
    }

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
        where TEvent : notnull
    {
        TableEvent? direct = IsObject(@event) ? FindDirect(emitter, target, cancellationToken) : null;
        Unsafe.SkipInit(out ValueTask<EmissionResult> other);
        ref readonly ValueTask<EmissionResult> outcome = ref direct is null
            ? ref emitter.EmitObjectFromAsync(ref target, @event, cancellationToken, ref other)
            : ref RunDirect(emitter, direct, new Payload<TEvent>(@event), ref other);
        return outcome;
    }

    // Asked of a struct, the comparison with null would box it where the JIT does not optimize.
    private static bool IsObject<TEvent>(TEvent @event) => default(TEvent) is not null || @event is not null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly ValueTask<EmissionResult> RunDirect<TPayload>(
        EventEmitter emitter, TableEvent direct, TPayload payload, ref ValueTask<EmissionResult> other)
        where TPayload : struct, IPayload<TPayload> =>
        ref GetOutcome(emitter, direct, Unsafe.As<TableEvent<TPayload>>(direct).RunDirect(emitter, payload, emitter), ref other);
}
