using Pyventus.CompilerServices;

namespace Pyventus;

// What runs with services of its own. In instance methods, as native programs contain those of what they make only.
internal sealed partial class HandlerServiceScope
{
    /// <summary>Whether the handler has a scope of services and nothing else beside it.</summary>
    public static bool Suits(EventSubscriber subscriber, in EmissionFrame frame) =>
        frame.Emitter.Scopes(subscriber)
        && !subscriber.HasCallbacks
        && frame.Emitter.Options.HandlerScope == HandlerScope.PerHandler
        && frame.ExistingState?.Trace is null;

    /// <summary>
    /// Starts a handler with these services. Most end at once, and their scope with them: what follows a handler to its end is
    /// made for those that do not.
    /// </summary>
    public void Start<TPayload>(ref EmissionFrame frame, SubscriberEntry entry, HandlerInvoker<TPayload> invoker, in TPayload payload, bool detach)
        where TPayload : struct, IPayload<TPayload>
    {
        bool hasEnded = false;
        frame.UseServices(this);
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
                Follow(ref frame, entry, task);
            }
        }
        catch (Exception exception)
        {
            Follow(ref frame, entry, ValueTask.FromException(exception));
        }
        finally
        {
            frame.UseServices(null);
        }

        if (hasEnded)
        {
            Dispose(ref frame, entry);
        }
    }

    /// <summary>Disposes the services of an emission whose handlers have ended, then ends it.</summary>
    /// <param name="state">The emission.</param>
    /// <param name="context">Its context; null where it is the caller's.</param>
    public void DisposeAndEnd(EmissionState state, ExecutionContext? context)
    {
        if (context is not null)
        {
            ExecutionContext.Run(context, static state => _ = ((EmissionState)state!).ServiceScope.DisposeAndEndAsync((EmissionState)state), state);
        }
        else
        {
            _ = DisposeAndEndAsync(state);
        }
    }

    private void Follow(ref EmissionFrame frame, SubscriberEntry entry, ValueTask task)
    {
        var call = new HandlerCall(frame.State, entry, this);
        frame.State.AddUnfinished();
        _ = call.FollowAsync(task);
    }

    private void Dispose(ref EmissionFrame frame, SubscriberEntry entry)
    {
        try
        {
            ValueTask disposal = DisposeDetachedAsync();
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

    private async Task DisposeAndEndAsync(EmissionState state)
    {
        try
        {
            await DisposeDetachedAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            state.Report("(the services of the emission)", exception, heard: false);
        }

        state.End();
    }
}
