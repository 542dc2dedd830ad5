using System.Diagnostics.CodeAnalysis;

namespace Pyventus;

/// <summary>
/// Emissions in the order accepted, of which the oldest from outside can be taken alone. Guarded by the lock of its owner.
/// </summary>
internal sealed class WorkBuffer
{
    private readonly Queue<(IQueuedWork Work, long Number)> _outside = new();
    private readonly Queue<(IQueuedWork Work, long Number)> _nested = new();
    private long _last;

    public int Count => _outside.Count + _nested.Count;

    /// <summary>How many emissions no handler of the executor emitted.</summary>
    public int OutsideCount => _outside.Count;

    /// <param name="work">The emission.</param>
    /// <param name="isNested">Whether a handler of the executor emitted it.</param>
    public void Add(IQueuedWork work, bool isNested) => (isNested ? _nested : _outside).Enqueue((work, ++_last));

    public bool TryTake([NotNullWhen(true)] out IQueuedWork? work)
    {
        bool takesNested = _nested.TryPeek(out (IQueuedWork Work, long Number) nested)
            && !(_outside.TryPeek(out (IQueuedWork Work, long Number) outside) && outside.Number < nested.Number);
        bool found = (takesNested ? _nested : _outside).TryDequeue(out (IQueuedWork Work, long Number) taken);
        work = taken.Work;
        return found;
    }

    public IQueuedWork? TakeOldestFromOutside() => _outside.TryDequeue(out (IQueuedWork Work, long Number) oldest) ? oldest.Work : null;
}
