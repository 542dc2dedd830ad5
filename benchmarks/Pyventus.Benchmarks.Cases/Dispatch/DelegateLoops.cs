using System.Collections.Frozen;

namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>The usual ways to call handlers that are not known where they are called.</summary>
internal sealed class DelegateLoops
{
    private readonly string _name;
    private readonly Action<int>? _multicast;
    private readonly Dictionary<string, Action<int>[]> _dictionary;
    private readonly FrozenDictionary<string, Action<int>[]> _frozen;

    public DelegateLoops(int handlers)
    {
        _name = $"sync.{handlers}";
        Action<int>[] all = SyncHandlers.All[..handlers];
        _multicast = (Action<int>?)Delegate.Combine(all);
        foreach (Action<int> handler in all)
        {
            Raised += handler;
        }

        // One of several entries, as in a program.
        _dictionary = Enumerable.Range(0, 33).ToDictionary(static number => $"sync.{number}", static number => SyncHandlers.All[..Math.Min(number, SyncHandlers.All.Length)], StringComparer.Ordinal);
        _frozen = _dictionary.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private event Action<int>? Raised;

    public void Multicast(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _multicast?.Invoke(Case.Value);
        }
    }

    public void Event(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            Raised?.Invoke(Case.Value);
        }
    }

    public void Dictionary(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            foreach (Action<int> handler in _dictionary[_name])
            {
                handler(Case.Value);
            }
        }
    }

    public void FrozenDictionary(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            foreach (Action<int> handler in _frozen[_name])
            {
                handler(Case.Value);
            }
        }
    }
}
