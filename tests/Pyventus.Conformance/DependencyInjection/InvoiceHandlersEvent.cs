using Pyventus.CompilerServices;

namespace Pyventus.Conformance.DependencyInjection;

/// <summary>The event <c>order.paid</c>, handled by <see cref="InvoiceHandlers.Bill"/>, as the generator writes it.</summary>
internal sealed class InvoiceHandlersEvent() : TableEvent<Payload<int>>("order.paid", 1, 1)
{
    public const string HandlerId = "Shop!Shop.InvoiceHandlers.Bill(System.Int32)#0";

    protected override TableHandler[] CreateHandlers() => [new TableHandler(HandlerId, 0, TableHandlerTraits.UsesServices)];

    public override void FanOut(ref EmissionFrame frame, in Payload<int> payload)
    {
        try
        {
            Call(ref frame, payload);
        }
        catch (Exception exception)
        {
            frame.Failed(0, exception);
        }
    }

    public override ValueTask Invoke(int handler, ref EmissionFrame frame, in Payload<int> payload)
    {
        Call(ref frame, payload);
        return default;
    }

    private static void Call(ref EmissionFrame frame, Payload<int> payload) => frame.GetInstance<InvoiceHandlers>(null).Bill(payload.Item1);
}
