namespace Pyventus;

/// <summary>The contexts that unfinished emissions continue in: blocking one of them would keep its emissions from ending.</summary>
internal sealed class CapturedContexts
{
    private readonly Dictionary<SynchronizationContext, int> _counts = new(ReferenceEqualityComparer.Instance);

    public void Add(SynchronizationContext context)
    {
        lock (_counts)
        {
            _counts[context] = _counts.GetValueOrDefault(context) + 1;
        }
    }

    public void Remove(SynchronizationContext context)
    {
        lock (_counts)
        {
            if (--_counts[context] == 0)
            {
                _counts.Remove(context);
            }
        }
    }

    public bool Contains(SynchronizationContext context)
    {
        lock (_counts)
        {
            return _counts.ContainsKey(context);
        }
    }
}
