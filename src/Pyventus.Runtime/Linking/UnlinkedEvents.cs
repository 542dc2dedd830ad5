using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// Events that were emitted lately and that nobody has linked, valid as long as nothing is linked anew. Thread-safe: an entry
/// that two threads write holds either event, and each is right.
/// </summary>
internal sealed class UnlinkedEvents
{
    private readonly object?[] _events = new object?[RecentNames.Size];

    public bool Contains(string eventName)
    {
        object? found = _events[RecentNames.GetIndex(eventName)];
        return ReferenceEquals(found, eventName) || (found is string name && string.Equals(name, eventName));
    }

    public bool Contains(Type eventType) => ReferenceEquals(_events[GetIndex(eventType)], eventType);

    public void Add(string eventName) => _events[RecentNames.GetIndex(eventName)] = eventName;

    /// <summary>Adds a type, unless its assembly can be unloaded, which would not happen while it is here.</summary>
    public void Add(Type eventType)
    {
        if (!eventType.IsCollectible)
        {
            _events[GetIndex(eventType)] = eventType;
        }
    }

    private static int GetIndex(Type eventType) => RuntimeHelpers.GetHashCode(eventType) & (RecentNames.Size - 1);
}
