using System.Collections.Concurrent;

namespace Pyventus;

/// <summary>States of pending emissions to be used again: one of each thread, and some for all.</summary>
internal static class PendingEmissionPool
{
    private const int Capacity = 256;

    private static readonly ConcurrentQueue<PendingEmission> _shared = new();
    private static int _sharedCount;

    [ThreadStatic]
    private static PendingEmission? _own;

    public static PendingEmission Rent()
    {
        if (_own is { } own)
        {
            _own = null;
            return own;
        }

        if (_shared.TryDequeue(out PendingEmission? shared))
        {
            Interlocked.Decrement(ref _sharedCount);
            return shared;
        }

        return new PendingEmission();
    }

    public static void Return(PendingEmission emission)
    {
        if (_own is null)
        {
            _own = emission;
        }
        else if (Interlocked.Increment(ref _sharedCount) <= Capacity)
        {
            _shared.Enqueue(emission);
        }
        else
        {
            Interlocked.Decrement(ref _sharedCount);
        }
    }
}
