namespace Pyventus;

/// <summary>
/// Calls code of the user where it captures neither a <see cref="SynchronizationContext"/> nor a custom
/// <see cref="TaskScheduler"/>: who blocks the thread of that would keep the code from ending.
/// </summary>
internal static class DetachedCode
{
    /// <summary>Whether the caller has neither of them.</summary>
    public static bool IsHere => SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default;

    /// <summary>Starts the code on the calling thread.</summary>
    public static ValueTask Run(Func<ValueTask> code)
    {
        if (IsHere)
        {
            return code();
        }

        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            if (TaskScheduler.Current == TaskScheduler.Default)
            {
                return code();
            }

            // The current scheduler is that of the running task, so the code starts inside a task of the default one.
            var start = new Task<Task>(() => code().AsTask());
            start.RunSynchronously(TaskScheduler.Default);
            return new ValueTask(start.GetAwaiter().GetResult());
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
