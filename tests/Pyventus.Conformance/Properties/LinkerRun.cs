namespace Pyventus.Conformance;

/// <summary>Does the same to a linker and to the model, and says where they differ first.</summary>
internal sealed class LinkerRun : IDisposable
{
    private const int MaxSubscribers = 4;

    private readonly EventLinker _linker = EventLinker.CreateEmpty(MaxSubscribers);
    private readonly LinkerModel _model = new(MaxSubscribers);
    private readonly List<EventSubscriber> _subscribers = [];
    private readonly List<int> _runs = [];
    private readonly EventEmitter _emitter;

    public LinkerRun(ProcessingWay way)
    {
        _emitter = way.CreateFor(_linker);
    }

    public string? FindDifference(LinkerOperation[] operations)
    {
        for (int index = 0; index < operations.Length; index++)
        {
            if ((Apply(operations[index]) ?? FindDifference()) is { } difference)
            {
                return $"operation {index}, {operations[index]}: {difference}";
            }
        }

        return null;
    }

    public void Dispose() => _emitter.Dispose();

    private string? Apply(LinkerOperation operation) => operation switch
    {
        LinkerOperation.Subscribe subscribe => Subscribe(subscribe),
        LinkerOperation.Emit emit => Emit(At(ModelEvents.Emitted, emit.Event)),
        LinkerOperation.RemoveEvent remove => Compare("RemoveEvent", _linker.RemoveEvent(Key(remove.Event)), _model.RemoveEvent(Key(remove.Event))),
        LinkerOperation.RemoveAll => Compare("RemoveAll", _linker.RemoveAll(), _model.RemoveAll()),
        _ when _subscribers.Count == 0 => null,
        LinkerOperation.Remove remove => Compare(
            "Remove",
            _linker.Remove(Key(remove.Event), At(_subscribers, remove.Subscriber)),
            _model.Remove(Key(remove.Event), remove.Subscriber % _subscribers.Count)),
        LinkerOperation.Unsubscribe unsubscribe => Compare(
            "Unsubscribe",
            At(_subscribers, unsubscribe.Subscriber).Unsubscribe(),
            _model.Unsubscribe(unsubscribe.Subscriber % _subscribers.Count)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private string? Subscribe(LinkerOperation.Subscribe operation)
    {
        int number = _subscribers.Count;
        EventKey[] keys = [.. operation.Events.Select(Key)];
        bool links = true;
        try
        {
            _subscribers.Add(_linker.Subscribe(keys, _ => _runs.Add(number), new SubscribeOptions
            {
                Order = operation.Order,
                Once = operation.Once,
                IncludeDerived = operation.IncludeDerived,
            }));
        }
        catch (MaxSubscribersExceededException)
        {
            links = false;
        }

        return Compare("Subscribe", links, _model.Subscribe(number, keys, operation.Order, operation.Once, operation.IncludeDerived));
    }

    private string? Emit(object emitted)
    {
        _runs.Clear();
        ValueTask<EmissionResult> emission = emitted is string name ? _emitter.EmitAsync(name) : _emitter.EmitAsync(emitted);
        int count = emission.InTime().GetAwaiter().GetResult().SubscriberCount;
        int[] expected = _model.Emit(emitted);
        return Compare($"Emit {emitted}", _runs, expected) ?? Compare("the count", count, expected.Length);
    }

    private string? FindDifference()
    {
        IEnumerable<string?> differences =
        [
            CompareSets("Events", _linker.Events, _model.Events),
            CompareSets("Subscribers", _linker.Subscribers.Select(GetNumber), _model.Subscribers),
            Compare("EventCount", _linker.EventCount, _model.Events.Count()),
            Compare("SubscriberCount", _linker.SubscriberCount, _model.Subscribers.Count()),
            Compare("IsEmpty", _linker.IsEmpty, !_model.Subscribers.Any()),
            .. ModelEvents.Keys.Select(key => FindDifference(key)),
            .. _subscribers.Select((subscriber, number) => FindDifference(subscriber, number)),
        ];
        return differences.FirstOrDefault(static difference => difference is not null);
    }

    private string? FindDifference(EventKey key) =>
        Compare($"GetSubscribers {key}", _linker.GetSubscribers(key).Select(GetNumber), _model.GetSubscribers(key))
        ?? Compare($"ContainsEvent {key}", _linker.ContainsEvent(key), _model.GetSubscribers(key).Any());

    private string? FindDifference(EventSubscriber subscriber, int number) =>
        CompareSets($"GetEvents {number}", _linker.GetEvents(subscriber), _model.GetEvents(number))
        ?? Compare($"ContainsSubscriber {number}", _linker.ContainsSubscriber(subscriber), _model.Subscribers.Contains(number))
        ?? ModelEvents.Keys
            .Select(key => Compare($"AreLinked {key} {number}", _linker.AreLinked(key, subscriber), _model.GetEvents(number).Contains(key)))
            .FirstOrDefault(static difference => difference is not null);

    private int GetNumber(EventSubscriber subscriber) => _subscribers.IndexOf(subscriber);

    private static string? CompareSets<T>(string what, IEnumerable<T> found, IEnumerable<T> expected) =>
        Compare(what, found.Select(static item => $"{item}").Order(StringComparer.Ordinal), expected.Select(static item => $"{item}").Order(StringComparer.Ordinal));

    private static string? Compare<T>(string what, IEnumerable<T> found, IEnumerable<T> expected) =>
        Compare(what, string.Join(", ", found), string.Join(", ", expected));

    private static string? Compare<T>(string what, T found, T expected)
        where T : IEquatable<T> =>
        found.Equals(expected) ? null : $"{what} gives '{found}' and the model '{expected}'";

    private static EventKey Key(int number) => At(ModelEvents.Keys, number);

    private static T At<T>(IReadOnlyList<T> items, int number) => items[number % items.Count];
}
