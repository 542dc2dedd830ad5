using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Pyventus.CompilerServices;

/// <summary>
/// What handlers report that are called directly, without an emission: <see cref="TableEvent{TPayload}.RunDirect"/> passes on
/// what has to be known of it, which is nothing until a handler throws or returns a task that has not succeeded.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DirectHandlers
{
    /// <summary>A handler that was called directly threw.</summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="source">The event.</param>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="state">What is known of the emission.</param>
    /// <returns>What is known of it now.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object? Failed(EventEmitter emitter, TableEvent source, int handler, Exception exception, object? state) =>
        Failed(emitter, source.Key, source.Handlers[handler].Id, exception, state);

    /// <summary>Whether nothing has to be known of what a handler returned that was called directly.</summary>
    /// <param name="task">Its task.</param>
    /// <exception cref="InvalidOperationException">The task is null.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasSucceeded(Task task) => EmissionFrame.NotNull(task).IsCompletedSuccessfully;

    /// <summary>Whether nothing has to be known of what a handler returned that was called directly.</summary>
    /// <param name="task">Its task, always a completed one: there is no source behind it that waits for its result to be taken.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasSucceeded(ValueTask task) => task.IsCompletedSuccessfully;

    /// <summary>Whether nothing has to be known of what a handler returned that was called directly.</summary>
    /// <typeparam name="T">The type of the result, which nobody wants.</typeparam>
    /// <param name="task">Its task, always a completed one: there is no source behind it that waits for its result to be taken.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasSucceeded<T>(ValueTask<T> task) => task.IsCompletedSuccessfully;

    /// <summary>A handler that was called directly returned a task that has not succeeded.</summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="source">The event.</param>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="task">Its task.</param>
    /// <param name="state">What is known of the emission.</param>
    /// <returns>What is known of it now.</returns>
    public static object? Observe(EventEmitter emitter, TableEvent source, int handler, Task task, object? state) =>
        Observe(emitter, source, handler, new ValueTask(task), state);

    /// <summary>A handler that was called directly returned a task that has not succeeded.</summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="source">The event.</param>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="task">Its task.</param>
    /// <param name="state">What is known of the emission.</param>
    /// <returns>What is known of it now.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object? Observe(EventEmitter emitter, TableEvent source, int handler, ValueTask task, object? state)
    {
        EmissionState known = GetState(emitter, source.Key, state);
        known.Observe(source.Handlers[handler].Id, task);
        return known;
    }

    /// <summary>A handler that was called directly returned a task that has not succeeded.</summary>
    /// <typeparam name="T">The type of the result, which nobody wants.</typeparam>
    /// <param name="emitter">The emitter.</param>
    /// <param name="source">The event.</param>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="task">Its task.</param>
    /// <param name="state">What is known of the emission.</param>
    /// <returns>What is known of it now.</returns>
    public static object? Observe<T>(EventEmitter emitter, TableEvent source, int handler, ValueTask<T> task, object? state) =>
        Observe(emitter, source, handler, new ValueTask(task.AsTask()), state);

    /// <summary>A handler that was called as a delegate threw.</summary>
    internal static object Failed(EventEmitter emitter, EventKey key, string handler, Exception exception, object? state)
    {
        EmissionState known = GetState(emitter, key, state);
        known.Failed(handler, exception);
        return known;
    }

    private static EmissionState GetState(EventEmitter emitter, EventKey key, object? state)
    {
        if (state is EmissionState known)
        {
            return known;
        }

        // Of an awaited emission it is the emitter until something has to be known.
        bool hasCaller = state is not null;
        return new EmissionState(emitter, key, CancellationToken.None) { HasCaller = hasCaller, CaptureContext = hasCaller || emitter.CapturesContext };
    }
}
