namespace Pyventus.Aot.Scenarios;

/// <summary>Custom linkers: namespaces of their own, with a limit and default callbacks; queries and removals.</summary>
internal static class LinkerScenario
{
    public static void Run()
    {
        Transcript.Section("linkers");
        ShopLinker shop = EventLinker.Get<ShopLinker>();
        Transcript.Line($"shared: {ReferenceEquals(shop, EventLinker.Get<ShopLinker>())}");
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = shop });
        emitter.Emit("item.sold", 12);
        using var other = new AsyncEventEmitter();
        other.Emit("item.sold", 13);

        using EventSubscriber third = shop.Subscribe("item.sold", (int price) => Transcript.Line($"dynamic {price}"));
        Transcript.Line($"events {shop.EventCount}, subscribers {shop.SubscriberCount}");
        Transcript.Throws(() => shop.Subscribe("item.sold", () => { }));
        emitter.Emit("item.sold", 14);
        Transcript.Line($"removed: {shop.RemoveEvent("item.sold")}, again: {shop.RemoveEvent("item.sold")}");
        emitter.Emit("item.sold", 15);

        using var fresh = new AsyncEventEmitter(new EventEmitterOptions { Linker = new ShopLinker() });
        fresh.Emit("item.sold", 16);
    }

    [On("item.sold", Linker = typeof(ShopLinker))]
    internal static int Sold(int price)
    {
        Transcript.Line($"sold {price}");
        return price * 2;
    }

    [On("item.sold", Linker = typeof(ShopLinker))]
    internal static void Audit(int price) => throw new InvalidOperationException($"audit of {price}");

    [On("item.sold")]
    internal static void Elsewhere(int price) => Transcript.Line($"default linker {price}");
}
