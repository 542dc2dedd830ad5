using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// One subscription: a compile-time handler of one attribute, or a handler given to <c>Subscribe</c>, linked to one or
/// more events. Thread-safe.
/// </summary>
public sealed class EventSubscriber : IDisposable
{
    // Names of delegates take reflection, which a native program that has none is built without: only they bring it.
    private static Func<Delegate, string>? _describe;

    private readonly Delegate? _delegate;
    private string? _name;
    private int _state;

    internal EventSubscriber(EventLinker linker, TableHandler handler)
    {
        Linker = linker;
        _name = handler.Id;
        Order = handler.Order;
        Timestamp = linker.Timestamp;
        IsStatic = true;
        TableHandlerTraits traits = handler.Traits;
        OnSuccess = (traits & TableHandlerTraits.OnSuccess) != 0 ? null : linker.DefaultOnSuccess;
        OnFailure = (traits & TableHandlerTraits.OnFailure) != 0 ? null : linker.DefaultOnFailure;
        Traits = traits;
        HasCallbacks = OnSuccess is not null || OnFailure is not null || (traits & (TableHandlerTraits.OnSuccess | TableHandlerTraits.OnFailure)) != 0;
    }

    internal EventSubscriber(EventLinker linker, Delegate handler, DelegateSignature signature, HandlerInvoker invoker, SubscribeOptions options, bool isAsync)
    {
        Linker = linker;
        _delegate = handler;
        _describe ??= DelegateNames.Describe;
        Signature = signature;
        Invoker = invoker;
        Order = options.Order;
        Timestamp = DateTimeOffset.UtcNow;
        OnSuccess = options.OnSuccess ?? linker.DefaultOnSuccess;
        OnFailure = options.OnFailure ?? linker.DefaultOnFailure;
        HasCallbacks = OnSuccess is not null || OnFailure is not null;
        Traits = (options.Once ? TableHandlerTraits.Once : 0)
            | (isAsync ? TableHandlerTraits.Async : options.ForceAsync ? TableHandlerTraits.ForceAsync : 0)
            | (options.IncludeDerived ? TableHandlerTraits.IncludeDerived : 0)
            | (signature.Special?.Contains(typeof(EventContext)) == true ? TableHandlerTraits.TakesContext : 0);
    }

    /// <summary>
    /// The handler: its stable id <c>Assembly!Type.Method(ParameterTypes)#attribute</c> when it was linked at compile
    /// time, else the type and name of the method behind the delegate.
    /// </summary>
    public string Name => _name ??= _describe!(_delegate!);

    /// <summary>Whether the handler runs a single time.</summary>
    public bool IsOnce => Has(TableHandlerTraits.Once);

    /// <summary>The place of the handler in an emission, ascending.</summary>
    public int Order { get; }

    /// <summary>When it was subscribed; for a compile-time handler, when its linker was created.</summary>
    public DateTimeOffset Timestamp { get; }

    internal EventLinker Linker { get; }

    internal bool IsStatic { get; }

    /// <summary>How the handler runs, compile-time handler or not.</summary>
    internal TableHandlerTraits Traits { get; }

    internal bool IsAsync => Has(TableHandlerTraits.Async);

    internal bool ForceAsync => Has(TableHandlerTraits.ForceAsync) && !IsAsync;

    internal bool TakesContext => Has(TableHandlerTraits.TakesContext);

    internal bool UsesServices => Has(TableHandlerTraits.UsesServices);

    internal bool IncludesDerived => Has(TableHandlerTraits.IncludeDerived);

    /// <summary>Whether the table has a success callback of the handler's own.</summary>
    internal bool HasOwnOnSuccess => Has(TableHandlerTraits.OnSuccess);

    /// <summary>Whether the table has a failure callback of the handler's own.</summary>
    internal bool HasOwnOnFailure => Has(TableHandlerTraits.OnFailure);

    /// <summary>The success callback of the subscription or its linker.</summary>
    internal Action<object?>? OnSuccess { get; }

    /// <summary>The failure callback of the subscription or its linker.</summary>
    internal Action<Exception>? OnFailure { get; }

    /// <summary>Whether somebody wants the handler's result.</summary>
    internal bool WantsResult => HasOwnOnSuccess || OnSuccess is not null;

    internal bool HasCallbacks { get; }

    /// <summary>What a delegate takes; null for a compile-time handler.</summary>
    internal DelegateSignature? Signature { get; }

    /// <summary>Calls a delegate with its own payload type; null for a compile-time handler.</summary>
    internal HandlerInvoker? Invoker { get; }

    /// <summary>The place among the dynamic subscriptions of the linker.</summary>
    internal long Sequence { get; set; }

    /// <summary>The slots that hold the subscriber; guarded by the linker's lock.</summary>
    internal EventSlot[] Slots { get; set; } = [];

    /// <summary>Whether the subscriber counts as linked: it was neither consumed nor removed.</summary>
    internal bool IsLinked => Volatile.Read(ref _state) <= SubscriberState.Claimed;

    /// <summary>Ends the subscription for all its events. Emissions that have begun still run it.</summary>
    /// <returns>Whether it was linked.</returns>
    public bool Unsubscribe() => Linker.RemoveSubscriber(this);

    /// <summary>The same as <see cref="Unsubscribe"/>.</summary>
    public void Dispose() => Unsubscribe();

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    internal bool TryClaim() => Interlocked.CompareExchange(ref _state, SubscriberState.Claimed, SubscriberState.Live) == SubscriberState.Live;

    /// <summary>Gives the claim of an emission that never started back; never to a removed subscriber.</summary>
    internal void ReleaseClaim() => Interlocked.CompareExchange(ref _state, SubscriberState.Live, SubscriberState.Claimed);

    /// <summary>The claiming emission starts: the subscriber runs now and leaves the linker.</summary>
    internal void Consume()
    {
        if (Interlocked.CompareExchange(ref _state, SubscriberState.Consumed, SubscriberState.Claimed) == SubscriberState.Claimed)
        {
            Linker.Unlink(this);
        }
    }

    internal bool TryMarkRemoved()
    {
        int state = Volatile.Read(ref _state);
        while (state <= SubscriberState.Claimed)
        {
            int found = Interlocked.CompareExchange(ref _state, SubscriberState.Removed, state);
            if (found == state)
            {
                return true;
            }

            state = found;
        }

        return false;
    }

    private bool Has(TableHandlerTraits trait) => (Traits & trait) != 0;
}
