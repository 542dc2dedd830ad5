using Pyventus;
using Warnings;

// The test says where the warnings are: the first one on line 7.
await using var emitter = new AsyncEventEmitter();
await OrderHandlers.PlaceAsync(emitter);
emitter.EmitAsync("order.placed", 1);
emitter.Emit("payment.received", 2);
emitter.Emit("order.plced", 3);
