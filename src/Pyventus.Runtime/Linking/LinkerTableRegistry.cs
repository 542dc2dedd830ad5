using System.Runtime.Loader;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The tables of the assemblies loaded so far, and the linkers that have to hear of later ones.</summary>
internal static class LinkerTableRegistry
{
    private static readonly object _gate = new();
    private static readonly LiveObjects _linkers = new();
    private static LinkerTable[] _tables = [];

    /// <summary>The tables, by assembly name: the order of handlers does not depend on which assembly was loaded first.</summary>
    public static LinkerTable[] Tables => Volatile.Read(ref _tables);

    public static void Register(LinkerTable table)
    {
        if (table.AbiVersion != LinkerTable.CurrentAbiVersion)
        {
            throw OfAnotherVersion(table);
        }

        if (TryAdd(table) && table.GetType().IsCollectible)
        {
            RemoveWhenUnloaded(table);
        }
    }

    /// <summary>Has a new linker hear of every change from now on.</summary>
    public static void Attach(EventLinker linker) => _linkers.Add(linker);

    private static PyventusException OfAnotherVersion(LinkerTable table) =>
        new(
            $"The handlers of '{table.AssemblyName}' were compiled for version {table.AbiVersion} of the linker table, and this version of Pyventus reads "
            + $"version {LinkerTable.CurrentAbiVersion}. Build '{table.AssemblyName}' and the application with the same major version of the package Pyventus.");

    private static bool TryAdd(LinkerTable table)
    {
        lock (_gate)
        {
            int position = 0;
            for (int index = 0; index < _tables.Length; index++)
            {
                if (_tables[index] == table)
                {
                    return false;
                }

                position += string.CompareOrdinal(_tables[index].AssemblyName, table.AssemblyName) <= 0 ? 1 : 0;
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

    // Outside the lock: linkers read generated code.
    private static void TellLinkers()
    {
        foreach (object linker in _linkers.ToArray())
        {
            ((EventLinker)linker).Refresh();
        }
    }
}
