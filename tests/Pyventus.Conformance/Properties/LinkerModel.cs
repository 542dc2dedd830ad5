namespace Pyventus.Conformance;

/// <summary>A linker as plainly as it can be written: a list of subscribers, searched for everything.</summary>
internal sealed class LinkerModel(int maxSubscribers)
{
    private readonly List<Subscriber> _subscribers = [];

    public IEnumerable<EventKey> Events => _subscribers.SelectMany(static subscriber => subscriber.Events).Distinct();

    public IEnumerable<int> Subscribers => _subscribers.Select(static subscriber => subscriber.Number);

    /// <summary>Links a subscriber, unless one of the events has as many as there may be.</summary>
    public bool Subscribe(int number, IEnumerable<EventKey> events, int order, bool once, bool includeDerived)
    {
        EventKey[] keys = [.. events.Distinct()];
        if (keys.Any(key => GetSubscribers(key).Count() >= maxSubscribers))
        {
            return false;
        }

        _subscribers.Add(new Subscriber(number, order, once, includeDerived, [.. keys]));
        return true;
    }

    public bool Unsubscribe(int number) => _subscribers.RemoveAll(subscriber => subscriber.Number == number) > 0;

    public bool Remove(EventKey key, int number)
    {
        bool removed = _subscribers.Any(subscriber => subscriber.Number == number && subscriber.Events.Remove(key));
        Forget();
        return removed;
    }

    public bool RemoveEvent(EventKey key)
    {
        int removed = _subscribers.Count(subscriber => subscriber.Events.Remove(key));
        Forget();
        return removed > 0;
    }

    public bool RemoveAll()
    {
        bool any = _subscribers.Count > 0;
        _subscribers.Clear();
        return any;
    }

    /// <summary>Who runs, in order; the once subscribers among them are gone then.</summary>
    public int[] Emit(object emitted)
    {
        Subscriber[] running = [.. InOrder(subscriber => subscriber.Events.Any(key => Matches(key, emitted, subscriber.IncludeDerived)))];
        _subscribers.RemoveAll(subscriber => subscriber.Once && running.Contains(subscriber));
        return [.. running.Select(static subscriber => subscriber.Number)];
    }

    /// <summary>Who is linked to the event itself, in order.</summary>
    public IEnumerable<int> GetSubscribers(EventKey key) =>
        InOrder(subscriber => subscriber.Events.Contains(key)).Select(static subscriber => subscriber.Number);

    public IEnumerable<EventKey> GetEvents(int number) =>
        _subscribers.Where(subscriber => subscriber.Number == number).SelectMany(static subscriber => subscriber.Events);

    private static bool Matches(EventKey key, object emitted, bool includeDerived)
    {
        if (emitted is string name)
        {
            return key.Name is { } pattern && (name == EventPattern.All ? pattern == name : NaivePattern.Matches(pattern, name));
        }

        Type type = emitted.GetType();
        return key.Name == EventPattern.All || key.Type == type || (includeDerived && key.Type?.IsAssignableFrom(type) == true);
    }

    private IEnumerable<Subscriber> InOrder(Func<Subscriber, bool> condition) =>
        _subscribers.Where(condition).OrderBy(static subscriber => subscriber.Order).ThenBy(static subscriber => subscriber.Number);

    private void Forget() => _subscribers.RemoveAll(static subscriber => subscriber.Events.Count == 0);

    private sealed record Subscriber(int Number, int Order, bool Once, bool IncludeDerived, HashSet<EventKey> Events);
}
