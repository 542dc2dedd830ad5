namespace Pyventus.Guides.Tests.FromPython;

internal sealed record InvoicePaid(int Number, decimal Amount)
{
    public decimal Amount { get; } = Amount > 0 ? Amount : throw new ArgumentOutOfRangeException(nameof(Amount));
}
