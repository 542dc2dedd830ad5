namespace Pyventus.Conformance;

/// <summary>A scoped service whose disposal the test lets end; it continues where it was called.</summary>
internal sealed class GatedService(Task released) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await released;
}
