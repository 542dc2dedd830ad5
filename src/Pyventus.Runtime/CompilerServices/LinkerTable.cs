using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>The compile-time handlers of one assembly, generated. Registering it costs one object whatever its size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LinkerTable
{
    /// <summary>The version of the contract between generated code and this runtime.</summary>
    public const int CurrentAbiVersion = 1;

    // Fields: nothing is inlined at start-up.
    internal readonly int Version;

    /// <summary>Whether other events can match one of the events of <see cref="EventLinker"/> itself.</summary>
    internal readonly bool IsOpen;

    /// <summary>Initializes the table.</summary>
    /// <param name="assemblyName">The simple name of the assembly.</param>
    /// <param name="abiVersion">The ABI version the code was generated for.</param>
    /// <param name="contentHash">A hash of everything the table wires: two builds with the same hash run the same handlers.</param>
    /// <param name="isOpen">Whether other events can match one of the events of <see cref="EventLinker"/> itself.</param>
    protected LinkerTable(string assemblyName, int abiVersion, string contentHash, bool isOpen = false)
    {
        AssemblyName = assemblyName;
        Version = abiVersion;
        IsOpen = isOpen;
        ContentHash = contentHash;
    }

    /// <summary>The simple name of the assembly.</summary>
    public string AssemblyName { get; }

    /// <summary>The ABI version the code was generated for.</summary>
    public int AbiVersion => Version;

    /// <summary>A hash of everything the table wires.</summary>
    public string ContentHash { get; }

    /// <summary>The part of the table that belongs to exactly this linker type, made for one linker; null when there is none.</summary>
    /// <param name="linkerType">A linker type.</param>
    public abstract LinkerTableSection? GetSection(Type linkerType);

    /// <summary>Says which classes handlers are called on and which services handlers take.</summary>
    /// <param name="registry">Is told.</param>
    public virtual void AddServices(HandlerServiceRegistry registry)
    {
    }

    /// <summary>Links the handlers of an assembly; once, however often it is called. Thread-safe.</summary>
    /// <param name="table">The assembly's table.</param>
    /// <exception cref="PyventusException">The table was generated for another ABI version.</exception>
    public static void Register(LinkerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        LinkerTableRegistry.Register(table);
    }
}
