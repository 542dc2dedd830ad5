namespace Shop;

internal sealed record OrderPaid(int Id, decimal Amount);
