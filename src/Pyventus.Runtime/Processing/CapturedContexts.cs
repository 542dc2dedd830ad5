using System.Collections;

namespace Pyventus;

/// <summary>The contexts that unfinished emissions continue in: blocking one of them would keep its emissions from ending.</summary>
internal sealed class CapturedContexts
{
    // Not a generic collection: an instantiation of a native program's own would take 15 kB.
    private readonly Hashtable _counts = new(ReferenceEqualityComparer.Instance);

    public void Add(SynchronizationContext context)
    {
        lock (_counts)
        {
            _counts[context] = Count(context) + 1;
        }
    }

    public void Remove(SynchronizationContext context)
    {
        lock (_counts)
        {
            int left = Count(context) - 1;
            if (left > 0)
            {
                _counts[context] = left;
            }
            else
            {
                _counts.Remove(context);
            }
        }
    }

    public bool Contains(SynchronizationContext context)
    {
        lock (_counts)
        {
            return Count(context) > 0;
        }
    }

    private int Count(SynchronizationContext context) => (int?)_counts[context] ?? 0;
}
