namespace Pyventus.Generators.Models;

/// <summary>The assembly that is compiled.</summary>
internal sealed record AssemblyModel
{
    /// <summary>The simple name.</summary>
    public required string Name { get; init; }

    /// <summary>The name as part of an identifier; different for different names.</summary>
    public required string Identifier { get; init; }

    /// <summary>The name of the generated table class.</summary>
    public string TableName => "LinkerTable_" + Identifier;
}
