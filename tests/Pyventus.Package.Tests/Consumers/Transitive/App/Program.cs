using Pyventus;

using var emitter = new AsyncEventEmitter();
emitter.Emit("order.placed", 1);
