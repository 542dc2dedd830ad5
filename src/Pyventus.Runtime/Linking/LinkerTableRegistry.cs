using System.Runtime.Loader;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The tables of the assemblies loaded so far, and the linkers that have to hear of later ones.</summary>
internal static class LinkerTableRegistry
{
    private static readonly object _gate = new();
    private static readonly List<WeakReference<EventLinker>> _linkers = [];
    private static LinkerTable[] _tables = [];
    private static int _pruneAt = 64;

    /// <summary>The tables, by assembly name: the order of handlers does not depend on which assembly was loaded first.</summary>
    public static LinkerTable[] Tables => Volatile.Read(ref _tables);

    public static void Register(LinkerTable table)
    {
        if (table.AbiVersion != LinkerTable.CurrentAbiVersion)
        {
            throw new PyventusException(
                $"The handlers of '{table.AssemblyName}' were compiled for version {table.AbiVersion} of the linker table, and this version of Pyventus reads "
                + $"version {LinkerTable.CurrentAbiVersion}. Build '{table.AssemblyName}' and the application with the same major version of the package Pyventus.");
        }

        if (TryAdd(table) && table.GetType().IsCollectible)
        {
            RemoveWhenUnloaded(table);
        }
    }

    /// <summary>Has a new linker hear of every change from now on.</summary>
    public static void Attach(EventLinker linker)
    {
        lock (_gate)
        {
            if (_linkers.Count >= _pruneAt)
            {
                _linkers.RemoveAll(static reference => !reference.TryGetTarget(out _));
                _pruneAt = Math.Max(64, _linkers.Count * 2);
            }

            _linkers.Add(new WeakReference<EventLinker>(linker));
        }
    }

    private static bool TryAdd(LinkerTable table)
    {
        lock (_gate)
        {
            if (Array.IndexOf(_tables, table) >= 0)
            {
                return false;
            }

            int position = 0;
            while (position < _tables.Length && string.CompareOrdinal(_tables[position].AssemblyName, table.AssemblyName) <= 0)
            {
                position++;
            }

            var tables = new LinkerTable[_tables.Length + 1];
            Array.Copy(_tables, tables, position);
            tables[position] = table;
            Array.Copy(_tables, position, tables, position + 1, _tables.Length - position);
            Volatile.Write(ref _tables, tables);
        }

        TellLinkers();
        return true;
    }

    // The registry would keep the context alive, and its handlers would run after it was unloaded.
    private static void RemoveWhenUnloaded(LinkerTable table) =>
        AssemblyLoadContext.GetLoadContext(table.GetType().Assembly)!.Unloading += _ =>
        {
            lock (_gate)
            {
                Volatile.Write(ref _tables, Array.FindAll(_tables, other => other != table));
            }

            TellLinkers();
        };

    private static void TellLinkers()
    {
        WeakReference<EventLinker>[] linkers;
        lock (_gate)
        {
            linkers = _linkers.ToArray();
        }

        // Linkers read generated code, which must not run under a lock.
        foreach (WeakReference<EventLinker> reference in linkers)
        {
            if (reference.TryGetTarget(out EventLinker? linker))
            {
                linker.Refresh();
            }
        }
    }
}
