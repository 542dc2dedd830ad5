using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>A table of several named events for one linker type.</summary>
/// <param name="assemblyName">The assembly it claims to be of.</param>
/// <param name="linkerType">The linker type it has handlers for.</param>
/// <param name="events">The events in the order of their names.</param>
/// <param name="openAsked">Runs when the table is asked which of its events are open.</param>
internal sealed class PlainTable(string assemblyName, Type linkerType, TableEvent[] events, Action? openAsked = null)
    : LinkerTable(assemblyName, CurrentAbiVersion, "hash")
{
    public override LinkerTableSection? GetSection(Type type) => type == linkerType ? new PlainSection(this, events, openAsked) : null;

    private sealed class PlainSection(LinkerTable table, TableEvent[] events, Action? openAsked) : LinkerTableSection(table, events.Length)
    {
        private readonly int[] _ends = GetEnds(events);

        protected override string Names { get; } = string.Concat(events.Select(static tableEvent => tableEvent.Key.Name));

        protected override ReadOnlySpan<int> NameEnds => _ends;

        protected override ReadOnlySpan<int> Open
        {
            get
            {
                openAsked?.Invoke();
                return default;
            }
        }

        protected override TableEvent GetEvent(int index) => events[index];

        private static int[] GetEnds(TableEvent[] events)
        {
            int end = 0;
            return Array.ConvertAll(events, tableEvent => end += tableEvent.Key.Name!.Length);
        }
    }
}
