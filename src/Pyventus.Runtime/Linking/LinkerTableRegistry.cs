using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The tables of the assemblies loaded so far, and the linkers that have to hear of later ones.</summary>
internal static class LinkerTableRegistry
{
    // Methods that are synchronized, not the statement: see LinkerLock.

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

        if (!TryAdd(table))
        {
            return;
        }

        if (_linkers is not null)
        {
            TellLinkers(_linkers);
        }

        // Never in a native program, which is built without what this needs.
        if (table.GetType().IsCollectible)
        {
            RemoveWhenUnloaded(table);
        }
    }

    /// <summary>Has a new linker hear of every change from now on.</summary>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public static void Attach(EventLinker linker) => (_linkers ??= new LiveObjects()).Add(linker);

    private static void ThrowOfAnotherVersion(LinkerTable table) =>
        throw new PyventusException(
            $"The handlers of '{table.AssemblyName}' were compiled for version {table.AbiVersion} of the linker table, and this version of Pyventus reads "
            + $"version {LinkerTable.CurrentAbiVersion}. Build '{table.AssemblyName}' and the application with the same major version of the package Pyventus.");

    // False when it is there already.
    [MethodImpl(MethodImplOptions.Synchronized)]
    private static bool TryAdd(LinkerTable table)
    {
        if (Tables is not null)
        {
            return TryInsert(Tables, table);
        }

        Tables = [table];
        return true;
    }

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

        var tables = new LinkerTable[known.Length + 1];
        Array.Copy(known, tables, position);
        tables[position] = table;
        Array.Copy(known, position, tables, position + 1, known.Length - position);
        Tables = tables;
        return true;
    }

    // The registry would keep the context alive, and its handlers would run after it was unloaded.
    private static void RemoveWhenUnloaded(LinkerTable table) =>
        AssemblyLoadContext.GetLoadContext(table.GetType().Assembly)!.Unloading += _ =>
        {
            Remove(table);
            if (_linkers is { } linkers)
            {
                TellLinkers(linkers);
            }
        };

    [MethodImpl(MethodImplOptions.Synchronized)]
    private static void Remove(LinkerTable table) => Tables = Array.FindAll(Tables!, other => other != table);

    // Outside the lock: linkers read generated code.
    private static void TellLinkers(LiveObjects linkers)
    {
        foreach (object linker in linkers.ToArray())
        {
            ((EventLinker)linker).Refresh();
        }
    }
}
