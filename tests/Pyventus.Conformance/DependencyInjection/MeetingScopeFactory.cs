using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Conformance;

/// <summary>A provider whose first scope is not made before a second one is asked for.</summary>
internal sealed class MeetingScopeFactory : IServiceProvider, IServiceScopeFactory, IDisposable
{
    private readonly ManualResetEventSlim _second = new();
    private int _made;
    private int _disposed;

    /// <summary>How many scopes were made, and how many of them disposed.</summary>
    public (int Made, int Disposed) Scopes => (_made, _disposed);

    public object? GetService(Type serviceType) =>
        serviceType == typeof(IServiceScopeFactory) ? this : serviceType == typeof(GatedService) ? new GatedService(Task.CompletedTask) : null;

    public IServiceScope CreateScope()
    {
        if (Interlocked.Increment(ref _made) == 1)
        {
            _second.BlockUntilSet();
        }
        else
        {
            _second.Set();
        }

        return new Scope(this);
    }

    public void Dispose() => _second.Dispose();

    private sealed class Scope(MeetingScopeFactory owner) : IServiceScope
    {
        public IServiceProvider ServiceProvider => owner;

        public void Dispose() => Interlocked.Increment(ref owner._disposed);
    }
}
