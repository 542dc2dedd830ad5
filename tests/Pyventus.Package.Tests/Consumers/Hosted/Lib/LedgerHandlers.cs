using Pyventus;

namespace Lib;

/// <summary>The container makes it: nobody registers it.</summary>
internal sealed class LedgerHandlers(ILedger ledger)
{
    [On("order.*", Order = 10)]
    internal void Follow(EventContext context) => ledger.Write(context.EventName);
}
