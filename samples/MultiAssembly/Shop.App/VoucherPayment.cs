using Shop.Contracts;

namespace Shop.App;

/// <summary>An event object that only the application knows.</summary>
internal sealed record VoucherPayment(int OrderId, decimal Amount) : IPayment;
