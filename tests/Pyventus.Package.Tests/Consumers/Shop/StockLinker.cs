using Pyventus;

namespace Shop;

public sealed class StockLinker() : EventLinker(maxSubscribers: 5);
