using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The subscribers of one event at one moment, in the order in which they run. Immutable but for its cache of bound handlers.</summary>
internal sealed class SubscriberSnapshot
{
    private readonly EventKey _event;

    // The traits of all handlers together.
    private readonly TableHandlerTraits _traits;
    private object[] _bound = [];
    private ConditionalWeakTable<Type, object>? _collectible;

    public SubscriberSnapshot(EventKey @event, SubscriberEntry[] entries, PayloadContract? contract, TableEvent? fanOut, bool isLinked)
    {
        _event = @event;
        IsLinked = isLinked;
        Entries = entries;
        Contract = contract;
        FanOut = fanOut;
        foreach (SubscriberEntry entry in entries)
        {
            _traits |= entry.Subscriber.Traits;
        }
    }

    public SubscriberEntry[] Entries { get; }

    /// <summary>What handlers are called with; null when only delegates are subscribed.</summary>
    public PayloadContract? Contract { get; }

    /// <summary>The event of the table whose fan-out runs exactly these subscribers, if there is one.</summary>
    public TableEvent? FanOut { get; }

    /// <summary>Whether somebody linked the event itself, or it is a type; if not, it is one of any number of names that a pattern matches.</summary>
    public bool IsLinked { get; }

    public bool HasOnce => Has(TableHandlerTraits.Once);

    /// <summary>Whether a handler, or a callback of its own, may be unfinished when its call returns.</summary>
    public bool MayPend => Has(TableHandlerTraits.Async | TableHandlerTraits.ForceAsync | TableHandlerTraits.OnSuccess | TableHandlerTraits.OnFailure);

    /// <summary>Whether a handler needs the service provider.</summary>
    public bool UsesServices => Has(TableHandlerTraits.UsesServices);

    /// <summary>Whether a handler takes the context of the emission.</summary>
    public bool TakesContext => Has(TableHandlerTraits.TakesContext);

    public int Count => Entries.Length;

    /// <summary>The invokers of the entries for this payload, made at the first emission with it.</summary>
    /// <exception cref="EventSignatureException">A subscriber cannot be called with it.</exception>
    public HandlerInvoker<TPayload>[] GetInvokers<TPayload>()
        where TPayload : struct, IPayload<TPayload> =>
        Bind<TPayload>().Invokers;

    /// <summary>The handlers of the entries for this payload, bound at the first emission with it.</summary>
    /// <exception cref="EventSignatureException">A subscriber cannot be called with it.</exception>
    public BoundHandlers<TPayload> Bind<TPayload>()
        where TPayload : struct, IPayload<TPayload>
    {
        foreach (object bound in Volatile.Read(ref _bound))
        {
            if (bound is BoundHandlers<TPayload> found)
            {
                return found;
            }
        }

        return _collectible?.TryGetValue(typeof(TPayload), out object? collectible) == true
            ? (BoundHandlers<TPayload>)collectible
            : AddBound<TPayload>();
    }

    private bool Has(TableHandlerTraits traits) => (_traits & traits) != 0;

    private BoundHandlers<TPayload> AddBound<TPayload>()
        where TPayload : struct, IPayload<TPayload>
    {
        var invokers = new HandlerInvoker<TPayload>[Entries.Length];
        for (int index = 0; index < invokers.Length; index++)
        {
            invokers[index] = CreateInvoker<TPayload>(Entries[index]);
        }

        var bound = new BoundHandlers<TPayload>(invokers, CreateDirect(invokers));
        if (typeof(TPayload).IsCollectible)
        {
            // A plug-in's own type: the key must not keep its load context alive.
            LazyInitializer.EnsureInitialized(ref _collectible).AddOrUpdate(typeof(TPayload), bound);
            return bound;
        }

        // Racing callers may both add theirs; either serves, and the number of payload types bounds the list.
        object[] known = Volatile.Read(ref _bound);
        Volatile.Write(ref _bound, [.. known, bound]);
        return bound;
    }

    // Handlers without traits are finished when they return and need nothing but arguments, which delegates can have.
    private TableEvent<TPayload>? CreateDirect<TPayload>(HandlerInvoker<TPayload>[] invokers)
        where TPayload : struct, IPayload<TPayload>
    {
        const TableHandlerTraits Harmless = TableHandlerTraits.IncludeDerived | TableHandlerTraits.Matched;
        if (Entries.Length == 0 || (_traits & ~Harmless) != 0 || Array.Exists(Entries, static entry => entry.Subscriber.HasCallbacks))
        {
            return null;
        }

        TableEvent<TPayload>? head = GetHead<TPayload>();
        int headCount = head?.FanOutCount ?? 0;
        if (headCount == Entries.Length)
        {
            return head;
        }

        var actions = new Delegate[Entries.Length - headCount];
        for (int index = 0; index < actions.Length; index++)
        {
            if (invokers[headCount + index].Action is not { } action)
            {
                return null;
            }

            actions[index] = action;
        }

        return new SubscribedEvent<TPayload>(_event, Entries, head, actions);
    }

    // The event of the table whose direct handlers, all of them, come first. That of a base type would report failures as its own.
    private TableEvent<TPayload>? GetHead<TPayload>()
        where TPayload : struct, IPayload<TPayload>
    {
        if (Entries.Length == 0 || Entries[0].TableEvent is not TableEvent<TPayload> { IsDirect: true } head || head.Key != _event || head.FanOutCount > Entries.Length)
        {
            return null;
        }

        for (int index = 0; index < head.FanOutCount; index++)
        {
            if (Entries[index].TableEvent != head || Entries[index].Subscriber.IsOnce)
            {
                return null;
            }
        }

        return head;
    }

    private HandlerInvoker<TPayload> CreateInvoker<TPayload>(SubscriberEntry entry)
        where TPayload : struct, IPayload<TPayload>
    {
        HandlerInvoker inner = entry.TableEvent?.CreateInvoker(entry.Handler) ?? entry.Subscriber.Invoker!;
        DelegateSignature signature = entry.TableEvent is { } tableEvent
            ? new DelegateSignature(tableEvent.CreateContract().Types, null)
            : entry.Subscriber.Signature!;
        if (signature.Special is null && inner is HandlerInvoker<TPayload> direct)
        {
            return direct;
        }

        // An event object is dispatched on its run-time type, whatever it was emitted as.
        Type[] given = _event.Type is { } type ? [type] : TPayload.GetTypes();
        int required = Math.Min(entry.TableEvent?.RequiredCount ?? signature.Payload.Length, signature.Payload.Length);
        if (given.Length < required || !PayloadContract.Accepts(given, signature.Payload.AsSpan(0, Math.Min(given.Length, signature.Payload.Length))))
        {
            throw new EventSignatureException(
                $"The event '{_event}' is given {PayloadContract.Describe(given)}, and its subscriber '{entry.Subscriber.Name}' expects "
                + $"{entry.TableEvent?.Signature ?? PayloadContract.Describe(signature.Payload)}; nothing ran. Emit what every subscriber takes, or a longer list that begins with it.");
        }

        return new ConvertingInvoker<TPayload>(inner, signature, entry.TableEvent, entry.Subscriber.TakesContext);
    }
}
