using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>Runs the handlers of a snapshot one after the other, each guarded.</summary>
internal static class HandlerLoop
{
    /// <summary>Starts all handlers in order.</summary>
    /// <param name="frame">The emission.</param>
    /// <param name="snapshot">The subscribers.</param>
    /// <param name="invokers">Their invokers.</param>
    /// <param name="claims">The once subscribers the emission claimed; null when there are none.</param>
    /// <param name="payload">The arguments.</param>
    /// <param name="detach">Whether asynchronous handlers continue on the thread pool instead of in the caller's context.</param>
    /// <returns>How many were not started, since one before them failed and the emitter stops then.</returns>
    public static int StartAll<TPayload>(
        ref EmissionFrame frame,
        SubscriberSnapshot snapshot,
        HandlerInvoker<TPayload>[] invokers,
        OnceClaims? claims,
        in TPayload payload,
        bool detach)
        where TPayload : struct, IPayload<TPayload>
    {
        for (int index = 0; index < invokers.Length; index++)
        {
            if (claims?.Runs(index) == false)
            {
                continue;
            }

            if (frame.Emitter.StopsOnFirst && frame.ExistingState is { HasFailed: true })
            {
                return invokers.Length - index;
            }

            SubscriberEntry entry = snapshot.Entries[index];
            bool detaches = detach && entry.Subscriber.IsAsync;
            if (entry.Subscriber.ForceAsync)
            {
                ForcedHandler<TPayload>.Start(frame.State, entry, invokers[index], in payload);
            }
            else if (HandlerServiceScope.Suits(entry.Subscriber, in frame))
            {
                frame.Emitter.CreateServiceScope().Start(ref frame, entry, invokers[index], in payload, detaches);
            }
            else if (HandlerCall.IsNeeded(entry.Subscriber, frame.Emitter, frame.ExistingState))
            {
                var call = new HandlerCall(frame.State, entry);
                frame.State.AddUnfinished();
                _ = call.FollowAsync(call.Invoke(invokers[index], in payload, detaches));
            }
            else
            {
                Start(ref frame, entry.Subscriber, invokers[index], in payload, detaches);
            }
        }

        return 0;
    }

    /// <summary>Starts one handler where neither a <see cref="SynchronizationContext"/> nor a custom <see cref="TaskScheduler"/> is captured.</summary>
    public static ValueTask InvokeDetached<TPayload>(ref EmissionFrame frame, HandlerInvoker<TPayload> invoker, in TPayload payload)
        where TPayload : struct, IPayload<TPayload> =>
        DetachedCode.IsHere ? invoker.Invoke(ref frame, in payload) : Detach(ref frame, invoker, payload);

    private static ValueTask Detach<TPayload>(ref EmissionFrame frame, HandlerInvoker<TPayload> invoker, TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        EmissionState state = frame.State;
        IServiceProvider? services = frame.Provider;
        bool wantsResult = frame.WantsResult;
        HandlerResult? result = null;
        ValueTask task = DetachedCode.Run(() =>
        {
            var inner = new EmissionFrame(state, services) { WantsResult = wantsResult };
            ValueTask started = invoker.Invoke(ref inner, in payload);
            result = inner.TakeResult();
            return started;
        });
        frame.PutResult(result);
        return task;
    }

    private static void Start<TPayload>(ref EmissionFrame frame, EventSubscriber subscriber, HandlerInvoker<TPayload> invoker, in TPayload payload, bool detach)
        where TPayload : struct, IPayload<TPayload>
    {
        try
        {
            ValueTask task = detach ? InvokeDetached(ref frame, invoker, in payload) : invoker.Invoke(ref frame, in payload);
            if (task.IsCompletedSuccessfully)
            {
                task.GetAwaiter().GetResult();
            }
            else
            {
                frame.State.Observe(subscriber.Name, task);
            }
        }
        catch (Exception exception)
        {
            frame.State.Failed(subscriber.Name, exception);
        }
    }
}
