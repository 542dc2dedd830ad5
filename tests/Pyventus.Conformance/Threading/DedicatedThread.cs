namespace Pyventus.Conformance;

/// <summary>A thread of its own: no thread-pool thread, no <see cref="SynchronizationContext"/>, the default scheduler.</summary>
internal static class DedicatedThread
{
    public static Task RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return true;
    });

    public static Task<T> RunAsync<T>(Func<T> function)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                result.SetResult(function());
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return result.Task.InTime();
    }
}
