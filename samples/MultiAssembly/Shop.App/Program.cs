using Pyventus;
using Shop.App;
using Shop.Contracts;

await using var emitter = new AsyncEventEmitter();

await emitter.OrderPlacedAsync(1, 99.90m, "ada");
await emitter.EmitAsync(new CardPayment(1, 99.90m, "4242"));

await emitter.OrderPlacedAsync(amount: 5m, id: 2);
await emitter.EmitAsync(new VoucherPayment(2, 5m));

Console.WriteLine($"{Delivery.AuditEntries} entries in the audit");
Console.WriteLine("who handles order.placed:");
foreach (EventSubscriber subscriber in emitter.Linker.GetSubscribers("order.placed").Concat(emitter.Linker.GetSubscribers("order.**")))
{
    Console.WriteLine($"  {subscriber.Name}");
}
