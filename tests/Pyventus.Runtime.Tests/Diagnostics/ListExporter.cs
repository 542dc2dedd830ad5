using OpenTelemetry;

namespace Pyventus.Runtime.Tests;

/// <summary>Keeps a description of what the SDK exports: the items themselves are only valid while they are exported.</summary>
internal sealed class ListExporter<T, TItem>(Func<T, TItem> describe) : BaseExporter<T>
    where T : class
{
    private readonly List<TItem> _items = [];

    public IReadOnlyList<TItem> Items
    {
        get
        {
            lock (_items)
            {
                return [.. _items];
            }
        }
    }

    public override ExportResult Export(in Batch<T> batch)
    {
        lock (_items)
        {
            foreach (T item in batch)
            {
                _items.Add(describe(item));
            }
        }

        return ExportResult.Success;
    }
}
