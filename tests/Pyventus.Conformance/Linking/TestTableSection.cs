using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>A section of one named event.</summary>
internal sealed class TestTableSection(LinkerTable table, TableEvent tableEvent, Action? entered) : LinkerTableSection(table, namedCount: 1)
{
    private readonly int[] _ends = [tableEvent.Key.Name!.Length];

    protected override string Names
    {
        get
        {
            entered?.Invoke();
            return tableEvent.Key.Name!;
        }
    }

    protected override ReadOnlySpan<int> NameEnds => _ends;

    protected override TableEvent GetEvent(int index)
    {
        entered?.Invoke();
        return tableEvent;
    }
}
