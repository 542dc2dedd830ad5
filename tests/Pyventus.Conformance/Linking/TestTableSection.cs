using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>A section of one named event.</summary>
internal sealed class TestTableSection(TableEvent tableEvent, Action? entered) : LinkerTableSection
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

    protected override int NamedCount => 1;

    protected override TableEvent GetEvent(int index)
    {
        entered?.Invoke();
        return tableEvent;
    }
}
