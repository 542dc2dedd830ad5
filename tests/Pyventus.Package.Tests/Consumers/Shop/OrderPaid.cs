namespace Shop;

public sealed record OrderPaid(int Id, decimal Amount);
