using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>Objects that are told or asked something for as long as they live, which being here does not prolong. Thread-safe.</summary>
internal sealed class LiveObjects
{
    // Methods that are synchronized, not the statement: see LinkerLock.

    private WeakReference[] _references = new WeakReference[4];
    private int _count;

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Add(object item)
    {
        if (_count == _references.Length)
        {
            MakeRoom();
        }

        _references[_count++] = new WeakReference(item);
    }

    /// <summary>Those that live, a snapshot.</summary>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public object[] ToArray() => _count == 0 ? [] : GetLiving();

    private object[] GetLiving()
    {
        var living = new List<object>(_count);
        for (int index = 0; index < _count; index++)
        {
            if (_references[index].Target is { } item)
            {
                living.Add(item);
            }
        }

        return living.ToArray();
    }

    // At least as many places as there are objects are free then, so that an addition costs the same however many there are.
    private void MakeRoom()
    {
        WeakReference[] living = Array.FindAll(_references, static reference => reference.IsAlive);
        _count = living.Length;
        Array.Resize(ref living, Math.Max(4, _count * 2));
        _references = living;
    }
}
