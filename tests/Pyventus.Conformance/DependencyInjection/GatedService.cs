namespace Pyventus.Conformance;

/// <summary>A scoped service whose disposal the test lets end; it continues where it was called.</summary>
/// <param name="released">The disposal ends with it.</param>
/// <param name="disposing">Told that the disposal begins.</param>
internal sealed class GatedService(Task released, Action? disposing = null) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        disposing?.Invoke();
        await released;
    }
}
