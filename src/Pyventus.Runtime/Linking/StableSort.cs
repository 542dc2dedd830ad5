namespace Pyventus;

/// <summary>Sorting that leaves what is equal as it is, without the 165 kB that queries bring into a native binary.</summary>
internal static class StableSort
{
    /// <summary>The items in order.</summary>
    /// <param name="items">What is sorted.</param>
    /// <param name="compare">Less than zero when the first comes before the second.</param>
    public static SubscriberEntry[] Sort(IReadOnlyList<SubscriberEntry> items, Comparison<SubscriberEntry> compare)
    {
        int[] positions = new int[items.Count];
        for (int index = 0; index < positions.Length; index++)
        {
            positions[index] = index;
        }

        Array.Sort(positions, (left, right) =>
        {
            int order = compare(items[left], items[right]);
            return order != 0 ? order : left - right;
        });
        var sorted = new SubscriberEntry[positions.Length];
        for (int index = 0; index < sorted.Length; index++)
        {
            sorted[index] = items[positions[index]];
        }

        return sorted;
    }
}
