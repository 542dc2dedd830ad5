using Pyventus.CompilerServices;

namespace Pyventus.Runtime.Tests;

/// <summary>A section as the generator writes it, of any events, that counts which of them were made.</summary>
internal sealed class SearchedSection : LinkerTableSection
{
    private readonly EventKey[] _keys;
    private readonly TableEvent?[] _events;
    private readonly int[] _ends;

    public SearchedSection(string[] names, params Type[] types)
        : this(null!, names, types)
    {
    }

    public SearchedSection(LinkerTable table, string[] names, params Type[] types)
        : base(table, names.Length)
    {
        string[] ordered = [.. names.Order(StringComparer.Ordinal)];
        Type[] orderedTypes = [.. types.OrderBy(static type => type.Name, StringComparer.Ordinal)];
        _keys = [.. ordered.Select(static name => (EventKey)name), .. orderedTypes.Select(static type => (EventKey)type)];
        _events = new TableEvent?[_keys.Length];
        string[] texts = [.. ordered, .. orderedTypes.Select(static type => type.Name)];
        Names = string.Concat(texts);
        _ends = new int[texts.Length];
        int end = 0;
        for (int index = 0; index < texts.Length; index++)
        {
            _ends[index] = end += texts[index].Length;
        }
    }

    public int Made => _events.Count(static made => made is not null);

    protected override string Names { get; }

    protected override ReadOnlySpan<int> NameEnds => _ends;

    protected override TableEvent GetEvent(int index) => _events[index] ??= new EmptyTableEvent(_keys[index]);
}
