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

    public static void Register(LinkerTable table)
    {
        if (table.AbiVersion != LinkerTable.CurrentAbiVersion)
        {
            throw new PyventusException(
                $"The handlers of '{table.AssemblyName}' were compiled for version {table.AbiVersion} of the linker table, and this version of Pyventus reads "
                + $"version {LinkerTable.CurrentAbiVersion}. Build '{table.AssemblyName}' and the application with the same major version of the package Pyventus.");
        }

        lock (_gate)
        {
            if (Array.IndexOf(_tables, table) >= 0)
            {
                return;
            }

            Publish([.. _tables, table]);
        }

        if (AssemblyLoadContext.GetLoadContext(table.GetType().Assembly) is { IsCollectible: true } context)
        {
            // The registry would keep the context alive, and its handlers would run after it was unloaded.
            context.Unloading += _ => Unregister(table);
        }
    }

    /// <summary>Links a new linker to the tables loaded so far and to every later one.</summary>
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
            linker.SetTables(_tables);
        }
    }

    private static void Unregister(LinkerTable table)
    {
        lock (_gate)
        {
            Publish(Array.FindAll(_tables, other => other != table));
        }
    }

    private static void Publish(LinkerTable[] tables)
    {
        // Assembly name, so that the order of handlers does not depend on which assembly was loaded first.
        Array.Sort(tables, static (left, right) => string.CompareOrdinal(left.AssemblyName, right.AssemblyName));
        _tables = tables;
        foreach (WeakReference<EventLinker> reference in _linkers)
        {
            if (reference.TryGetTarget(out EventLinker? linker))
            {
                linker.SetTables(tables);
            }
        }
    }
}
