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
    public static void StartAll<TPayload>(
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

            SubscriberEntry entry = snapshot.Entries[index];
            bool detaches = detach && entry.Subscriber.IsAsync;
            if (entry.Subscriber.ForceAsync)
            {
                ForcedHandler<TPayload>.Start(frame.State, entry, invokers[index], in payload);
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
    }

    /// <summary>Starts one handler where neither a <see cref="SynchronizationContext"/> nor a custom <see cref="TaskScheduler"/> is captured.</summary>
    public static ValueTask InvokeDetached<TPayload>(ref EmissionFrame frame, HandlerInvoker<TPayload> invoker, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        if (context is null && TaskScheduler.Current == TaskScheduler.Default)
        {
            return invoker.Invoke(ref frame, in payload);
        }

        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return TaskScheduler.Current == TaskScheduler.Default
                ? invoker.Invoke(ref frame, in payload)
                : InvokeOnDefaultScheduler(ref frame, invoker, payload);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
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

    // The current scheduler is that of the running task, so the handler starts inside a task of the default one.
    private static ValueTask InvokeOnDefaultScheduler<TPayload>(ref EmissionFrame frame, HandlerInvoker<TPayload> invoker, TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        EmissionState state = frame.State;
        IServiceProvider? services = frame.Provider;
        bool wantsResult = frame.WantsResult;
        HandlerResult? result = null;
        var start = new Task<Task>(() =>
        {
            var inner = new EmissionFrame(state, services) { WantsResult = wantsResult };
            Task task = invoker.Invoke(ref inner, in payload).AsTask();
            result = inner.TakeResult();
            return task;
        });
        start.RunSynchronously(TaskScheduler.Default);
        frame.PutResult(result);
        return new ValueTask(start.GetAwaiter().GetResult());
    }
}
