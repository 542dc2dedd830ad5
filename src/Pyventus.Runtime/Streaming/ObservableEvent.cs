namespace Pyventus;

/// <summary>An event as an observable.</summary>
/// <param name="subscribe">Subscribes an observer's <c>OnNext</c>.</param>
internal sealed class ObservableEvent<T>(Func<Action<T>, EventSubscriber> subscribe) : IObservable<T>
{
    public IDisposable Subscribe(IObserver<T> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return subscribe(observer.OnNext);
    }
}
