using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>A subscriber in the order of an emission.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="TableEvent">The event of the table that has the handler; null for a delegate.</param>
/// <param name="Handler">The position of the handler in <paramref name="TableEvent"/>.</param>
internal readonly record struct SubscriberEntry(EventSubscriber Subscriber, TableEvent? TableEvent, int Handler);
