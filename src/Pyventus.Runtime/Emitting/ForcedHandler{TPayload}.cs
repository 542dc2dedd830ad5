using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>A synchronous handler that runs on the thread pool, so that the others of its emission go on.</summary>
internal sealed class ForcedHandler<TPayload>
    where TPayload : struct, IPayload<TPayload>
{
    private readonly HandlerCall _call;
    private readonly HandlerInvoker<TPayload> _invoker;
    private readonly TPayload _payload;

    private ForcedHandler(HandlerCall call, HandlerInvoker<TPayload> invoker, in TPayload payload)
    {
        _call = call;
        _invoker = invoker;
        _payload = payload;
    }

    public static void Start(EmissionState state, SubscriberEntry entry, HandlerInvoker<TPayload> invoker, in TPayload payload)
    {
        state.AddUnfinished();
        var handler = new ForcedHandler<TPayload>(new HandlerCall(state, entry), invoker, in payload);
        ThreadPool.QueueUserWorkItem(static forced => forced.Run(), handler, preferLocal: false);
    }

    private void Run() => _ = _call.FollowAsync(_call.Invoke(_invoker, in _payload, detach: false));
}
