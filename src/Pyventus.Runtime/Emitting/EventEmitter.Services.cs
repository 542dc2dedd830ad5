namespace Pyventus;

// Where handlers get their services from.
public partial class EventEmitter
{
    /// <summary>Whether handlers that need services get them from scopes that the emitter makes.</summary>
    private bool ScopesServices => _services is { HasScopes: true };

    /// <summary>A scope of the services, for handlers that have one.</summary>
    internal HandlerServiceScope CreateServiceScope() => _services!.CreateScope();

    /// <summary>Whether a handler gets its services from a scope.</summary>
    internal bool Scopes(EventSubscriber subscriber) => subscriber.UsesServices && ScopesServices;

    /// <summary>Whether one of the handlers does.</summary>
    internal bool Scopes(SubscriberSnapshot snapshot) => snapshot.UsesServices && ScopesServices;

    /// <summary>Whether the handlers need a state that is theirs from the beginning: somebody looks, or they share a scope.</summary>
    internal bool SharesState(SubscriberSnapshot snapshot, EmissionTrace? trace) =>
        trace is not null || (Scopes(snapshot) && Options.HandlerScope == HandlerScope.PerEmission);
}
