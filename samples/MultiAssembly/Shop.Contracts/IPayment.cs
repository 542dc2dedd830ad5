namespace Shop.Contracts;

/// <summary>What every event object about money that came in has.</summary>
public interface IPayment
{
    int OrderId { get; }

    decimal Amount { get; }
}
