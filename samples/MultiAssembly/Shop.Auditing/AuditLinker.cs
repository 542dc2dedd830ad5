using Pyventus;

namespace Shop.Auditing;

/// <summary>The audit has events of its own, apart from those of the shop.</summary>
public sealed class AuditLinker() : EventLinker(maxSubscribers: 10);
