using System.Runtime.Loader;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The tables of the assemblies loaded so far, and the linkers that have to hear of later ones.</summary>
internal static class LinkerTableRegistry
{
    private static readonly object _gate = new();

    // Null until there are some: the first table is registered before the program starts, and the first linker after it.
    private static volatile LiveObjects? _linkers;

    /// <summary>The tables, by assembly name: the order of handlers does not depend on which assembly was loaded first. Replaced as a whole.</summary>
    // A field: nothing is inlined at start-up.
    internal static volatile LinkerTable[]? Tables;

    public static void Register(LinkerTable table)
    {
        if (table.Version != LinkerTable.CurrentAbiVersion)
        {
            ThrowOfAnotherVersion(table);
        }

        lock (_gate)
        {
            if (Tables is null)
            {
                Tables = [table];
            }
            else if (!TryInsert(Tables, table))
            {
                return;
            }
        }

        if (_linkers is not null)
        {
            TellLinkers(_linkers);
        }

        if (table.IsCollectible)
        {
            RemoveWhenUnloaded(table);
        }
    }

    /// <summary>Has a new linker hear of every change from now on.</summary>
    public static void Attach(EventLinker linker)
    {
        lock (_gate)
        {
            (_linkers ??= new LiveObjects()).Add(linker);
        }
    }

    private static void ThrowOfAnotherVersion(LinkerTable table) =>
        throw new PyventusException(
            $"The handlers of '{table.AssemblyName}' were compiled for version {table.AbiVersion} of the linker table, and this version of Pyventus reads "
            + $"version {LinkerTable.CurrentAbiVersion}. Build '{table.AssemblyName}' and the application with the same major version of the package Pyventus.");

    // Under the lock. False when it is there already.
    private static bool TryInsert(LinkerTable[] known, LinkerTable table)
    {
        int position = 0;
        foreach (LinkerTable other in known)
        {
            if (other == table)
            {
                return false;
            }

            position += string.CompareOrdinal(other.AssemblyName, table.AssemblyName) <= 0 ? 1 : 0;
        }

        Tables = [.. known[..position], table, .. known[position..]];
        return true;
    }

    // The registry would keep the context alive, and its handlers would run after it was unloaded.
    private static void RemoveWhenUnloaded(LinkerTable table) =>
        AssemblyLoadContext.GetLoadContext(table.GetType().Assembly)!.Unloading += _ =>
        {
            lock (_gate)
            {
                Tables = Array.FindAll(Tables!, other => other != table);
            }

            if (_linkers is { } linkers)
            {
                TellLinkers(linkers);
            }
        };

    // Outside the lock: linkers read generated code.
    private static void TellLinkers(LiveObjects linkers)
    {
        foreach (object linker in linkers.ToArray())
        {
            ((EventLinker)linker).Refresh();
        }
    }
}
