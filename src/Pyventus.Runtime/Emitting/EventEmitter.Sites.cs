using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

// Emissions of call sites whose event is known at compile time.
public partial class EventEmitter
{
    /// <summary>Does what a call site does, where the payload is not known to be the right one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryRunDirect<TPayload>(EventSlot slot, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        if (EmitSite.FindDirect(this, slot) is not { } direct || !slot.IsDirectPayload(typeof(TPayload)))
        {
            return false;
        }

        Unsafe.As<TableEvent<TPayload>>(direct).RunDirect(this, payload, null);
        return true;
    }

    /// <param name="target">The static of the call site.</param>
    /// <param name="eventName">The name of the event.</param>
    /// <param name="payload">The arguments.</param>
    /// <param name="directPayload">What the call site passes to <see cref="EmitTarget.Direct"/>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void EmitFrom<TPayload>(ref EmitTarget? target, string eventName, TPayload payload, Type directPayload)
        where TPayload : struct, IPayload<TPayload>
    {
        EventSlot? slot = FindSlot(ref target, eventName, directPayload, typeof(TPayload));
        if (slot is null)
        {
            Unhandled(EventKey.OfAnyName(eventName));
        }
        else if (!TryRunDirect(slot, in payload))
        {
            Dispatch(slot, in payload);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ref readonly ValueTask<EmissionResult> EmitFromAsync<TPayload>(
        ref EmitTarget? target, string eventName, TPayload payload, Type directPayload, CancellationToken cancellationToken, ref ValueTask<EmissionResult> outcome)
        where TPayload : struct, IPayload<TPayload>
    {
        outcome = FindSlot(ref target, eventName, directPayload, typeof(TPayload)) is { } slot
            ? DispatchAsync(slot, in payload, cancellationToken)
            : UnhandledAsync(EventKey.OfAnyName(eventName), cancellationToken);
        return ref outcome;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void EmitObjectFrom<TEvent>(ref EmitTarget? target, TEvent @event)
        where TEvent : notnull
    {
        EventSlot? slot = FindObjectSlot(ref target, @event);
        if (slot is null)
        {
            Unhandled(EventKey.OfRuntimeType(typeof(TEvent)));
        }
        else if (!TryRunDirect(slot, new Payload<TEvent>(@event)))
        {
            Dispatch(slot, new Payload<TEvent>(@event));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ref readonly ValueTask<EmissionResult> EmitObjectFromAsync<TEvent>(ref EmitTarget? target, TEvent @event, CancellationToken cancellationToken, ref ValueTask<EmissionResult> outcome)
        where TEvent : notnull
    {
        outcome = FindObjectSlot(ref target, @event) is { } slot
            ? DispatchAsync(slot, new Payload<TEvent>(@event), cancellationToken)
            : UnhandledAsync(EventKey.OfRuntimeType(typeof(TEvent)), cancellationToken);
        return ref outcome;
    }

    // Not generic, for it need not be compiled for each payload.
    private EventSlot? FindSlot(ref EmitTarget? target, string eventName, Type directPayload, Type given)
    {
        if (IsKept(target, out EventSlot? kept))
        {
            return kept;
        }

        EmitTarget? unlinked = Linker.Unlinked;
        EventSlot? slot = Linker.FindOnce(eventName);
        if (slot is null)
        {
            EventNames.ValidateEmitted(eventName);
        }

        Keep(ref target, slot, unlinked, directPayload, given);
        return slot;
    }

    private EventSlot? FindObjectSlot<TEvent>(ref EmitTarget? target, TEvent @event)
        where TEvent : notnull
    {
        if (@event is not null && IsKept(target, out EventSlot? kept))
        {
            return kept;
        }

        EmitTarget? unlinked = Linker.Unlinked;
        EventSlot? slot = FindSlot(@event!);
        Keep(ref target, slot, unlinked, typeof(Payload<TEvent>), typeof(Payload<TEvent>));
        return slot;
    }

    // Whether the call site knows its slot, or that there is none.
    private bool IsKept(EmitTarget? target, out EventSlot? slot)
    {
        slot = target is EventSlot { IsRetired: false } known && known.Linker == Linker ? known : null;
        return slot is not null || (target is UnlinkedTarget && target == Linker.Unlinked);
    }

    // The static of a call site must not keep an assembly that can be unloaded.
    private void Keep(ref EmitTarget? target, EventSlot? slot, EmitTarget? unlinked, Type directPayload, Type given)
    {
        if (Linker.GetType().IsCollectible)
        {
            return;
        }

        if (slot is null)
        {
            target = unlinked;
            Linker.EnsureUnlinked();
        }
        else if (!slot.IsRetired && slot.TryBind(directPayload, given))
        {
            target = slot;
        }
    }
}
