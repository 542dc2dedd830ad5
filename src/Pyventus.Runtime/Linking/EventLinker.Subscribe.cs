using Pyventus.CompilerServices;

namespace Pyventus;

public partial class EventLinker
{
    /// <summary>Subscribes a synchronous handler to the event objects of exactly the type <typeparamref name="TEvent"/>.</summary>
    /// <typeparam name="TEvent">The type of the event object.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="options">How it is subscribed; null for the defaults.</param>
    /// <returns>The subscription; disposing it unsubscribes.</returns>
    /// <exception cref="ArgumentException">No event object can have this type.</exception>
    /// <exception cref="MaxSubscribersExceededException">The event has <see cref="MaxSubscribers"/> subscribers already.</exception>
    public EventSubscriber Subscribe<TEvent>(Action<TEvent> handler, SubscribeOptions? options = null)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return LinkType<TEvent>(handler, new ActionHandler<TEvent>(handler), options, isAsync: false);
    }

    /// <summary>Subscribes an asynchronous handler to the event objects of exactly the type <typeparamref name="TEvent"/>.</summary>
    /// <inheritdoc cref="Subscribe{TEvent}(Action{TEvent}, SubscribeOptions?)"/>
    public EventSubscriber Subscribe<TEvent>(Func<TEvent, Task> handler, SubscribeOptions? options = null)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return LinkType<TEvent>(handler, new TaskHandler<TEvent>(handler), options, isAsync: true);
    }

    /// <summary>Subscribes an asynchronous handler that takes the token given to <c>EmitAsync</c> to the event objects of exactly the type <typeparamref name="TEvent"/>.</summary>
    /// <inheritdoc cref="Subscribe{TEvent}(Action{TEvent}, SubscribeOptions?)"/>
    public EventSubscriber Subscribe<TEvent>(Func<TEvent, CancellationToken, Task> handler, SubscribeOptions? options = null)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return LinkType<TEvent>(handler, new CancellableTaskHandler<TEvent>(handler), options, isAsync: true);
    }

    /// <summary>Subscribes a synchronous handler that takes the context of the emission, whatever the payload, to a named event.</summary>
    /// <param name="eventName">The name of the event; ordinal and case-sensitive.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="options">How it is subscribed; null for the defaults.</param>
    /// <returns>The subscription; disposing it unsubscribes.</returns>
    /// <exception cref="ArgumentException"><paramref name="eventName"/> is empty, white space or misuses <c>*</c>.</exception>
    /// <exception cref="MaxSubscribersExceededException">The event has <see cref="MaxSubscribers"/> subscribers already.</exception>
    public EventSubscriber Subscribe(string eventName, Action<EventContext> handler, SubscribeOptions? options = null) =>
        Subscribe([new EventKey(eventName)], handler, options);

    /// <summary>Subscribes an asynchronous handler that takes the context of the emission, whatever the payload, to a named event.</summary>
    /// <inheritdoc cref="Subscribe(string, Action{EventContext}, SubscribeOptions?)"/>
    public EventSubscriber Subscribe(string eventName, Func<EventContext, Task> handler, SubscribeOptions? options = null) =>
        Subscribe([new EventKey(eventName)], handler, options);

    /// <summary>Subscribes a synchronous handler to several events, names and types, in one subscription; the same event twice is one link.</summary>
    /// <param name="events">The events; at least one.</param>
    /// <param name="handler">The handler; it takes the context of the emission, whatever the payload.</param>
    /// <param name="options">How it is subscribed; null for the defaults.</param>
    /// <returns>The subscription; disposing it unsubscribes from all events.</returns>
    /// <exception cref="ArgumentException"><paramref name="events"/> is empty or contains a default <see cref="EventKey"/>.</exception>
    /// <exception cref="MaxSubscribersExceededException">One of the events has <see cref="MaxSubscribers"/> subscribers already; none was linked.</exception>
    public EventSubscriber Subscribe(IEnumerable<EventKey> events, Action<EventContext> handler, SubscribeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Link(ToKeys(events), handler, DelegateSignature.ContextOnly, new ActionHandler<EventContext>(handler), null, options, isAsync: false);
    }

    /// <summary>Subscribes an asynchronous handler to several events, names and types, in one subscription; the same event twice is one link.</summary>
    /// <inheritdoc cref="Subscribe(IEnumerable{EventKey}, Action{EventContext}, SubscribeOptions?)"/>
    public EventSubscriber Subscribe(IEnumerable<EventKey> events, Func<EventContext, Task> handler, SubscribeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Link(ToKeys(events), handler, DelegateSignature.ContextOnly, new TaskHandler<EventContext>(handler), null, options, isAsync: true);
    }

    private static EventKey[] ToKeys(IEnumerable<EventKey> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        EventKey[] keys = [.. events.Distinct()];
        if (keys.Length == 0)
        {
            throw new ArgumentException("A subscription names at least one event.", nameof(events));
        }

        if (Array.Exists(keys, static key => key.IsDefault))
        {
            throw new ArgumentException("A default EventKey is no event; make keys from names or types.", nameof(events));
        }

        return keys;
    }

    private EventSubscriber Link<TPayload>(EventKey key, Delegate handler, HandlerInvoker invoker, SubscribeOptions? options, bool isAsync)
        where TPayload : struct, IPayload<TPayload> =>
        Link([key], handler, DelegateSignatureOf<TPayload>.Value, invoker, null, options, isAsync);

    private EventSubscriber LinkType<TEvent>(Delegate handler, HandlerInvoker invoker, SubscribeOptions? options, bool isAsync) =>
        Link([new EventKey(typeof(TEvent))], handler, DelegateSignatureOf<Payload<TEvent>>.Value, invoker, new PayloadContract<Payload<TEvent>>(null), options, isAsync);

    private EventSubscriber Link(
        EventKey[] keys,
        Delegate handler,
        DelegateSignature signature,
        HandlerInvoker invoker,
        PayloadContract? typeContract,
        SubscribeOptions? options,
        bool isAsync)
    {
        var subscriber = new EventSubscriber(this, handler, signature, invoker, options ?? SubscribeOptions.Default, isAsync);
        while (!TryLink(keys, subscriber, typeContract))
        {
            // Another table came in between.
        }

        return subscriber;
    }

    private bool TryLink(EventKey[] keys, EventSubscriber subscriber, PayloadContract? typeContract)
    {
        LinkerTableSection[] sections = GetSections();
        TableLink[][] links = Array.ConvertAll(keys, key => LinkerTableSection.FindAll(sections, key));
        lock (_gate)
        {
            if (sections != _sections)
            {
                return false;
            }

            var slots = new EventSlot[keys.Length];
            for (int index = 0; index < keys.Length; index++)
            {
                slots[index] = GetOrAddSlot(keys[index], links[index]);
            }

            try
            {
                foreach (EventSlot slot in slots)
                {
                    Check(slot, subscriber.Signature!);
                }
            }
            catch
            {
                // None is linked; a slot made for this subscription alone goes again.
                Array.ForEach(slots, DropIfRedundant);
                throw;
            }

            subscriber.Sequence = ++_lastSequence;
            foreach (EventSlot slot in slots)
            {
                slot.Add(subscriber);
                if (typeContract is not null)
                {
                    slot.SetTypeContract(typeContract);
                }
            }
        }

        return true;
    }

    private void Check(EventSlot slot, DelegateSignature signature)
    {
        if (slot.Contract is { } contract && !contract.Accepts(signature.Payload))
        {
            throw new EventSignatureException(
                $"The delegate takes {PayloadContract.Describe(signature.Payload)} and the event '{slot.Key}' carries {contract}; it was not subscribed. "
                + "Take these types, in this order, or a leading part of them.");
        }

        if (MaxSubscribers is { } limit && slot.HasAtLeast(limit))
        {
            throw new MaxSubscribersExceededException(
                $"The event '{slot.Key}' has {limit} subscribers, as many as this {GetType().Name} allows (maxSubscribers); the subscription was not linked to any of its events. "
                + "Unsubscribe one first, or create the linker with a higher limit.");
        }
    }
}
