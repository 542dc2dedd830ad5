namespace Shop.Contracts;

/// <summary>An event object: somebody paid by card.</summary>
public sealed record CardPayment(int OrderId, decimal Amount, string LastDigits) : IPayment;
