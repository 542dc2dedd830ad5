using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// Starts handlers that have a scope of services and nothing else beside them. Most end at once, and their scope with them:
/// what follows a handler to its end is made for those that do not.
/// </summary>
internal static class ScopedHandler
{
    /// <summary>Whether the handler is one.</summary>
    public static bool Suits(EventSubscriber subscriber, in EmissionFrame frame) =>
        frame.Emitter.Scopes(subscriber)
        && !subscriber.HasCallbacks
        && frame.Emitter.Options.HandlerScope == HandlerScope.PerHandler
        && frame.ExistingState?.Trace is null;

    /// <summary>Starts one.</summary>
    public static void Start<TPayload>(ref EmissionFrame frame, SubscriberEntry entry, HandlerInvoker<TPayload> invoker, in TPayload payload, bool detach)
        where TPayload : struct, IPayload<TPayload>
    {
        HandlerServiceScope scope = frame.Emitter.CreateServiceScope();
        bool hasEnded = false;
        frame.UseServices(scope);
        try
        {
            ValueTask task = detach ? HandlerLoop.InvokeDetached(ref frame, invoker, in payload) : invoker.Invoke(ref frame, in payload);
            if (task.IsCompletedSuccessfully)
            {
                task.GetAwaiter().GetResult();
                hasEnded = true;
            }
            else
            {
                Follow(ref frame, entry, scope, task);
            }
        }
        catch (Exception exception)
        {
            Follow(ref frame, entry, scope, ValueTask.FromException(exception));
        }
        finally
        {
            frame.UseServices(null);
        }

        if (hasEnded)
        {
            Dispose(ref frame, entry, scope);
        }
    }

    private static void Follow(ref EmissionFrame frame, SubscriberEntry entry, HandlerServiceScope scope, ValueTask task)
    {
        var call = new HandlerCall(frame.State, entry, scope);
        frame.State.AddUnfinished();
        _ = call.FollowAsync(task);
    }

    private static void Dispose(ref EmissionFrame frame, SubscriberEntry entry, HandlerServiceScope scope)
    {
        try
        {
            ValueTask disposal = DetachedCode.IsHere ? scope.DisposeAsync() : DetachedCode.Run(scope.DisposeAsync);
            if (disposal.IsCompletedSuccessfully)
            {
                disposal.GetAwaiter().GetResult();
            }
            else
            {
                frame.State.AddUnfinished();
                _ = FollowAsync(frame.State, entry, disposal);
            }
        }
        catch (Exception exception)
        {
            frame.State.Report(entry.Subscriber.Name, exception, heard: false);
        }
    }

    private static async Task FollowAsync(EmissionState state, SubscriberEntry entry, ValueTask disposal)
    {
        try
        {
            await disposal.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            state.Report(entry.Subscriber.Name, exception, heard: false);
        }

        state.RemoveUnfinished();
    }
}
