using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>A synchronous handler that runs on the thread pool, so that the others of its emission go on.</summary>
internal sealed class ForcedHandler<TPayload>
    where TPayload : struct, IPayload<TPayload>
{
    private readonly EmissionState _state;
    private readonly EventSubscriber _subscriber;
    private readonly HandlerInvoker<TPayload> _invoker;
    private readonly TPayload _payload;

    private ForcedHandler(EmissionState state, EventSubscriber subscriber, HandlerInvoker<TPayload> invoker, in TPayload payload)
    {
        _state = state;
        _subscriber = subscriber;
        _invoker = invoker;
        _payload = payload;
    }

    public static void Start(EmissionState state, EventSubscriber subscriber, HandlerInvoker<TPayload> invoker, in TPayload payload)
    {
        state.AddUnfinished();
        ThreadPool.QueueUserWorkItem(static handler => handler.Run(), new ForcedHandler<TPayload>(state, subscriber, invoker, in payload), preferLocal: false);
    }

    private void Run()
    {
        var frame = new EmissionFrame(_state) { WantsResult = _subscriber.OnSuccess is not null };
        try
        {
            // Only synchronous handlers are forced: the call is the whole run.
            _invoker.Invoke(ref frame, in _payload).AsTask().GetAwaiter().GetResult();
            _state.Succeeded(_subscriber, frame.TakeResult());
        }
        catch (Exception exception)
        {
            _state.Failed(_subscriber.Name, _subscriber, exception);
        }

        _state.RemoveUnfinished();
    }
}
