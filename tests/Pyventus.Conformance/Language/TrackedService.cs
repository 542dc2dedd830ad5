namespace Pyventus.Conformance;

/// <summary>A scoped service that says which instance it is and when it ended.</summary>
internal sealed class TrackedService : IAsyncDisposable
{
    private static int _last;

    public int Id { get; } = Interlocked.Increment(ref _last);

    public CallLog? Log { get; set; }

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        Log?.Add("disposed");
    }
}
