using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>A table as the generator writes it, of one event for one linker type.</summary>
/// <param name="assemblyName">The assembly it claims to be of.</param>
/// <param name="linkerType">The linker type it has handlers for.</param>
/// <param name="tableEvent">The event.</param>
/// <param name="entered">Runs whenever code of the table does, as a module initializer would before it.</param>
internal sealed class TestTable(string assemblyName, Type linkerType, TableEvent tableEvent, Action? entered = null)
    : LinkerTable(assemblyName, CurrentAbiVersion, "hash")
{
    public override LinkerTableSection? GetSection(Type type)
    {
        entered?.Invoke();
        return type == linkerType ? new TestTableSection(this, tableEvent, entered) : null;
    }
}
