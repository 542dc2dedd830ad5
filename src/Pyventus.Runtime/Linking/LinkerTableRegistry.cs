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

        if (TryChange(tables => Array.IndexOf(tables, table) >= 0 ? tables : [.. tables, table])
            && AssemblyLoadContext.GetLoadContext(table.GetType().Assembly) is { IsCollectible: true } context)
        {
            // The registry would keep the context alive, and its handlers would run after it was unloaded.
            context.Unloading += _ => TryChange(tables => Array.FindAll(tables, other => other != table));
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

    private static bool TryChange(Func<LinkerTable[], LinkerTable[]> change)
    {
        WeakReference<EventLinker>[] linkers;
        lock (_gate)
        {
            LinkerTable[] tables = change(_tables);
            if (tables == _tables)
            {
                return false;
            }

            Array.Sort(tables, static (left, right) => string.CompareOrdinal(left.AssemblyName, right.AssemblyName));
            Volatile.Write(ref _tables, tables);
            linkers = [.. _linkers];
        }

        // Linkers read generated code, which must not run under a lock.
        foreach (WeakReference<EventLinker> reference in linkers)
        {
            if (reference.TryGetTarget(out EventLinker? linker))
            {
                linker.Refresh();
            }
        }

        return true;
    }
}
