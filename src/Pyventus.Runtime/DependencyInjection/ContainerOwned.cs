namespace Pyventus;

/// <summary>
/// What the emitters of all scopes of a container share. The container disposes it after them, whichever way it is disposed
/// itself and whichever way the value can be.
/// </summary>
internal sealed class ContainerOwned<T>(T value) : IDisposable, IAsyncDisposable
    where T : class
{
    public T Value { get; } = value;

    public void Dispose()
    {
        if (Value is IDisposable disposable)
        {
            disposable.Dispose();
        }
        else if (Value is IAsyncDisposable asyncDisposable)
        {
            asyncDisposable.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Value is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            Dispose();
        }
    }
}
