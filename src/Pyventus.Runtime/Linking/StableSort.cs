namespace Pyventus;

/// <summary>Sorting that leaves what is equal as it is, which that of arrays does not, without what queries bring into a native binary.</summary>
internal static class StableSort
{
    /// <summary>Sorts by merging.</summary>
    /// <param name="items">What is sorted; overwritten.</param>
    /// <param name="compare">Less than zero when the first comes before the second.</param>
    public static SubscriberEntry[] Sort(SubscriberEntry[] items, Comparison<SubscriberEntry> compare)
    {
        var merged = new SubscriberEntry[items.Length];
        for (int width = 1; width < items.Length; width *= 2)
        {
            for (int start = 0; start < items.Length; start += 2 * width)
            {
                Merge(items, merged, start, Math.Min(start + width, items.Length), Math.Min(start + (2 * width), items.Length), compare);
            }

            (items, merged) = (merged, items);
        }

        return items;
    }

    private static void Merge(SubscriberEntry[] source, SubscriberEntry[] target, int start, int middle, int end, Comparison<SubscriberEntry> compare)
    {
        int left = start;
        int right = middle;
        for (int index = start; index < end; index++)
        {
            target[index] = right == end || (left < middle && compare(source[left], source[right]) <= 0) ? source[left++] : source[right++];
        }
    }
}
