using System.Runtime.CompilerServices;

namespace Pyventus;

// Events as observables and as asynchronous streams.
public partial class EventLinker
{
    /// <summary>The event objects of exactly the type <typeparamref name="TEvent"/>, or of derived ones too if the options say so.</summary>
    /// <typeparam name="TEvent">The type of the event object.</typeparam>
    /// <param name="options">How each observer is subscribed; null for the defaults.</param>
    /// <returns>
    /// An observable. Each call of its <c>Subscribe</c> is a subscription of its own, which what it returns ends when it is
    /// disposed; it throws <see cref="MaxSubscribersExceededException"/> when the event has no room for another.
    /// </returns>
    /// <exception cref="ArgumentException">No event object can have this type.</exception>
    /// <remarks>
    /// <c>OnNext</c> is a handler: it is called where the emission runs, overlaps when emissions do (Rx calls one after the other
    /// only after <c>Synchronize()</c>), and what it throws is a failure of the handler, after which the subscription goes on.
    /// <c>OnError</c> and <c>OnCompleted</c> are never called: events have no end.
    /// </remarks>
    public IObservable<TEvent> Observe<TEvent>(SubscribeOptions? options = null)
        where TEvent : notnull
    {
        _ = new EventKey(typeof(TEvent));
        return new ObservableEvent<TEvent>(onNext => Subscribe<TEvent>(onNext, options));
    }

    /// <summary>The first arguments of a named event.</summary>
    /// <typeparam name="T">The type of the first argument; or <see cref="EventContext"/> for the context of each emission, whatever its arguments.</typeparam>
    /// <param name="eventName">The name of the event, or a pattern; ordinal and case-sensitive.</param>
    /// <param name="options">How each observer is subscribed; null for the defaults.</param>
    /// <returns>
    /// An observable. Each call of its <c>Subscribe</c> is a subscription of its own, which what it returns ends when it is
    /// disposed; it throws <see cref="EventSignatureException"/> when the event carries something else, and
    /// <see cref="MaxSubscribersExceededException"/> when it has no room for another.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="eventName"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="eventName"/> is no name of an event.</exception>
    /// <remarks><inheritdoc cref="Observe{TEvent}(SubscribeOptions?)" path="/remarks/node()"/></remarks>
    public IObservable<T> Observe<T>(string eventName, SubscribeOptions? options = null)
    {
        _ = new EventKey(eventName);
        return new ObservableEvent<T>(onNext => Subscribe(eventName, onNext, options));
    }

    /// <summary>The event objects of exactly the type <typeparamref name="TEvent"/>, or of derived ones too if the options say so, to be read one after the other.</summary>
    /// <typeparam name="TEvent">The type of the event object.</typeparam>
    /// <param name="options">How they are buffered; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>
    /// A stream without an end. Each enumeration is a subscription of its own: it begins with the first <c>MoveNextAsync</c>,
    /// which throws <see cref="MaxSubscribersExceededException"/> when the event has no room for another, and ends with
    /// <c>break</c> or any other disposal, or with the token.
    /// </returns>
    /// <exception cref="ArgumentException">No event object can have this type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1, or the full mode is none.</exception>
    /// <remarks>
    /// After a cancellation no more events come in; those that are waiting are still delivered, then the enumeration throws
    /// <see cref="OperationCanceledException"/>. Thread-safe; one enumeration is for one reader. A handler counts as finished when
    /// its event is in the buffer, not when it has been read.
    /// </remarks>
    public IAsyncEnumerable<TEvent> StreamAsync<TEvent>(StreamOptions? options = null, CancellationToken cancellationToken = default)
        where TEvent : notnull
    {
        _ = new EventKey(typeof(TEvent));
        StreamOptions valid = Validate(options);
        return ReadAsync<TEvent>((write, subscribeOptions) => Subscribe(write, subscribeOptions), valid, cancellationToken);
    }

    /// <summary>The first arguments of a named event, to be read one after the other.</summary>
    /// <typeparam name="T">The type of the first argument; or <see cref="EventContext"/> for the context of each emission, whatever its arguments.</typeparam>
    /// <param name="eventName">The name of the event, or a pattern; ordinal and case-sensitive.</param>
    /// <param name="options">How they are buffered; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>
    /// A stream without an end. Each enumeration is a subscription of its own: it begins with the first <c>MoveNextAsync</c>,
    /// which throws <see cref="EventSignatureException"/> when the event carries something else and
    /// <see cref="MaxSubscribersExceededException"/> when it has no room for another, and ends with <c>break</c> or any other
    /// disposal, or with the token.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="eventName"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="eventName"/> is no name of an event.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1, or the full mode is none.</exception>
    /// <remarks><inheritdoc cref="StreamAsync{TEvent}(StreamOptions?, CancellationToken)" path="/remarks/node()"/></remarks>
    public IAsyncEnumerable<T> StreamAsync<T>(string eventName, StreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = new EventKey(eventName);
        StreamOptions valid = Validate(options);
        return ReadAsync<T>((write, subscribeOptions) => Subscribe(eventName, write, subscribeOptions), valid, cancellationToken);
    }

    private static StreamOptions Validate(StreamOptions? options)
    {
        StreamOptions valid = options ?? StreamOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(valid.Capacity, 1, nameof(options));
        return Enum.IsDefined(valid.FullMode)
            ? valid
            : throw new ArgumentOutOfRangeException(nameof(options), valid.FullMode, "The full mode is Wait, DropNewest, DropOldest or DropWrite.");
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<Func<T, CancellationToken, Task>, SubscribeOptions, EventSubscriber> subscribe,
        StreamOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var buffer = new EventBuffer<T>(subscribe, options);

        // A producer that never rests would otherwise keep a cancelled enumeration going.
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static state => ((EventBuffer<T>)state!).Dispose(), buffer);
        await foreach (T item in buffer.ReadAllAsync().ConfigureAwait(false))
        {
            yield return item;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
