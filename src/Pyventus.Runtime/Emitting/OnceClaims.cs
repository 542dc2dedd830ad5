namespace Pyventus;

/// <summary>The once subscribers that an accepted emission has claimed; for any other subscriber it runs as it is.</summary>
internal sealed class OnceClaims
{
    private readonly SubscriberEntry[] _entries;
    private readonly bool[] _claimed;
    private int _isReleased;

    private OnceClaims(SubscriberEntry[] entries)
    {
        _entries = entries;
        _claimed = new bool[entries.Length];
    }

    /// <summary>Claims the once subscribers for an emission that is accepted now.</summary>
    /// <param name="snapshot">The subscribers of the emission.</param>
    /// <param name="count">How many of them it runs.</param>
    /// <returns>The claims; null when there are no once subscribers.</returns>
    public static OnceClaims? Claim(SubscriberSnapshot snapshot, out int count)
    {
        count = snapshot.Count;
        if (!snapshot.HasOnce)
        {
            return null;
        }

        var claims = new OnceClaims(snapshot.Entries);
        for (int index = 0; index < claims._claimed.Length; index++)
        {
            EventSubscriber subscriber = claims._entries[index].Subscriber;
            if (subscriber.IsOnce && !(claims._claimed[index] = subscriber.TryClaim()))
            {
                count--;
            }
        }

        return claims;
    }

    /// <summary>Whether the emission runs the subscriber at this position.</summary>
    public bool Runs(int index) => !_entries[index].Subscriber.IsOnce || _claimed[index];

    /// <summary>The emission starts.</summary>
    public void Consume()
    {
        for (int index = 0; index < _claimed.Length; index++)
        {
            TryConsume(index);
        }
    }

    /// <summary>The subscriber at this position starts.</summary>
    /// <returns>Whether the emission runs it.</returns>
    public bool TryConsume(int index)
    {
        if (_claimed[index])
        {
            _entries[index].Subscriber.Consume();
        }

        return Runs(index);
    }

    /// <summary>The emission will never start. Does nothing the second time: the claims may be another emission's then.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) != 0)
        {
            return;
        }

        for (int index = 0; index < _claimed.Length; index++)
        {
            if (_claimed[index])
            {
                _entries[index].Subscriber.ReleaseClaim();
            }
        }
    }
}
