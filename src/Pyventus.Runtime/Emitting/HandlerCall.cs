using System.Diagnostics.CodeAnalysis;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// One call of a handler with what belongs to it: its callbacks, its scope of services, and those who observe the
/// emission. A plain handler that nobody observes does without.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The scope is disposed when the handler has ended; a call has no owner that could dispose it.")]
internal sealed class HandlerCall
{
    private readonly EmissionState _state;
    private readonly SubscriberEntry _entry;
    private readonly HandlerServiceScope? _ownScope;
    private readonly IServiceProvider? _services;
    private HandlerResult? _result;
    private HandlerTrace? _trace;

    public HandlerCall(EmissionState state, SubscriberEntry entry)
    {
        _state = state;
        _entry = entry;
        _services = state.Emitter.Options.Services;
        if (state.Emitter.Scopes(entry.Subscriber))
        {
            _services = state.Emitter.Options.HandlerScope == HandlerScope.PerEmission
                ? state.ServiceScope
                : _ownScope = state.Emitter.CreateServiceScope();
        }
    }

    /// <summary>A call of a handler that has been called with services of its own.</summary>
    public HandlerCall(EmissionState state, SubscriberEntry entry, HandlerServiceScope scope)
    {
        _state = state;
        _entry = entry;
        _services = _ownScope = scope;
    }

    private EventSubscriber Subscriber => _entry.Subscriber;

    /// <summary>Whether a handler needs one of these.</summary>
    public static bool IsNeeded(EventSubscriber subscriber, EventEmitter emitter, EmissionState? state) =>
        subscriber.HasCallbacks || state?.Trace is not null || emitter.Scopes(subscriber);

    /// <summary>Calls the handler.</summary>
    /// <returns>Its task; what it throws at once is in there too.</returns>
    public ValueTask Invoke<TPayload>(HandlerInvoker<TPayload> invoker, in TPayload payload, bool detach)
        where TPayload : struct, IPayload<TPayload>
    {
        _trace = _state.Trace?.BeginHandler(Subscriber);
        try
        {
            EmissionFrame frame = CreateFrame();
            frame.WantsResult = Subscriber.WantsResult;
            if (Subscriber.TakesContext)
            {
                // For the callbacks, which get no payload to make it from.
                frame.GetContext(in payload);
            }

            ValueTask task = detach ? HandlerLoop.InvokeDetached(ref frame, invoker, in payload) : invoker.Invoke(ref frame, in payload);
            _result = frame.TakeResult();
            return task;
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
        finally
        {
            _trace?.Leave();
        }
    }

    /// <summary>Follows the handler to its end as counted work of the emission.</summary>
    public async Task FollowAsync(ValueTask task)
    {
        // The caller's context is for the user's callbacks; without any, blocking on it must not keep the emission from ending.
        await FinishAsync(task, Subscriber.HasCallbacks && _state.CaptureContext).ConfigureAwait(false);
        _state.RemoveUnfinished();
    }

    /// <summary>Follows the handler to its end and reports it: to its callbacks first. Never throws.</summary>
    /// <param name="task">The handler's task.</param>
    /// <param name="captureContext">Whether the callbacks run in the caller's context.</param>
    public async Task FinishAsync(ValueTask task, bool captureContext)
    {
        try
        {
            await task.ConfigureAwait(captureContext);
            _trace?.Ended(null, failed: false);
            await SucceedAsync(captureContext).ConfigureAwait(captureContext);
        }
        catch (Exception exception)
        {
            bool failed = !_state.IsCancellation(exception);
            _trace?.Ended(exception, failed);
            if (failed)
            {
                await FailAsync(exception, captureContext).ConfigureAwait(captureContext);
            }
        }

        try
        {
            if (_ownScope is not null)
            {
                await _ownScope.DisposeDetachedAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            _state.Report(Subscriber.Name, exception, heard: false);
        }
    }

    private async ValueTask SucceedAsync(bool captureContext)
    {
        try
        {
            await InvokeOnSuccess(captureContext).ConfigureAwait(captureContext);
        }
        catch (Exception exception)
        {
            _state.Report(Subscriber.Name, exception, heard: false);
        }
    }

    private async ValueTask FailAsync(Exception failure, bool captureContext)
    {
        _state.AddFailure(Subscriber.Name, failure);
        Exception? thrown = null;
        try
        {
            await InvokeOnFailure(failure, captureContext).ConfigureAwait(captureContext);
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        _state.Tell(Subscriber.Name, failure, heard: Subscriber.HasOwnOnFailure || Subscriber.OnFailure is not null);
        if (thrown is not null)
        {
            _state.Report(Subscriber.Name, thrown, heard: false);
        }
    }

    private ValueTask InvokeOnSuccess(bool captureContext)
    {
        if (Subscriber.HasOwnOnSuccess)
        {
            return CallOwn(
                () =>
                {
                    EmissionFrame frame = CreateFrame();
                    return _entry.TableEvent!.Succeeded(_entry.Handler, ref frame, _result?.Value);
                },
                captureContext);
        }

        Subscriber.OnSuccess?.Invoke(_result?.Value);
        return default;
    }

    private ValueTask InvokeOnFailure(Exception failure, bool captureContext)
    {
        if (Subscriber.HasOwnOnFailure)
        {
            return CallOwn(
                () =>
                {
                    EmissionFrame frame = CreateFrame();
                    return _entry.TableEvent!.Failed(_entry.Handler, ref frame, failure);
                },
                captureContext);
        }

        Subscriber.OnFailure?.Invoke(failure);
        return default;
    }

    // It may be asynchronous, also where the handler is not.
    private static ValueTask CallOwn(Func<ValueTask> callback, bool captureContext) =>
        captureContext ? callback() : DetachedCode.Run(callback);

    private EmissionFrame CreateFrame() => new(_state, _services);
}
