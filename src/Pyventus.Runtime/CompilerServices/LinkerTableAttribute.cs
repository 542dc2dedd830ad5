using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>
/// Marks an assembly that has compile-time handlers and names its generated table. Compilers of referencing assemblies
/// read it from metadata; nothing reads it at run time.
/// </summary>
/// <param name="tableType">The generated <c>LinkerTable_…</c> class, which has a static <c>Register()</c> method and a nested class <c>Contracts</c> with the <see cref="LinkerTableEventAttribute"/> stubs.</param>
/// <param name="abiVersion">The <see cref="LinkerTable.CurrentAbiVersion"/> the table was generated for.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LinkerTableAttribute(Type tableType, int abiVersion) : Attribute
{
    /// <summary>The generated table class.</summary>
    public Type TableType { get; } = tableType;

    /// <summary>The ABI version the table was generated for.</summary>
    public int AbiVersion { get; } = abiVersion;
}
