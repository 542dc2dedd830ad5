using App;
using Pyventus;

using var emitter = new AsyncEventEmitter();
emitter.Emit("order.placed", 1);
Console.WriteLine($"handlers: {string.Join(", ", EventLinker.Default.GetSubscribers(Screen.OrderPlaced).Select(subscriber => subscriber.Name))}");
