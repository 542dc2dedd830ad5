namespace Pyventus.Generators.Models;

/// <summary>What the module initializer registers.</summary>
internal sealed record RegistrationModel
{
    /// <summary>The assembly.</summary>
    public required AssemblyModel Assembly { get; init; }

    /// <summary>Whether the assembly has a table of its own.</summary>
    public required bool HasTable { get; init; }

    /// <summary>The C# names of the table classes of referenced assemblies.</summary>
    public required EquatableArray<string> ReferencedTables { get; init; }

    public static RegistrationModel Create(AssemblyModel assembly, TableModel table, EquatableArray<string> referencedTables) => new()
    {
        Assembly = assembly,
        HasTable = table.Sections.Count > 0,
        ReferencedTables = referencedTables,
    };
}
