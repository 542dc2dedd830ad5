namespace Pyventus.Aot.Scenarios;

/// <summary>Needs something that only a service provider can give.</summary>
internal sealed class InvoiceHandlers(string source)
{
    [On("invoice.due")]
    internal async ValueTask Remind(int id, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Transcript.Line($"remind {id} {source}, cancellable: {cancellationToken.CanBeCanceled}");
    }
}
