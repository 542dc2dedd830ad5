using Pyventus;

namespace Shop;

internal sealed class AuditLinker() : EventLinker(maxSubscribers: 10);
