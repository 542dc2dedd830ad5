using System.Collections.Concurrent;

namespace Pyventus.Conformance;

/// <summary>The context of a user interface: one thread that runs what is posted to it, one after the other.</summary>
internal sealed class SingleThreadedContext : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly Thread _thread;

    public SingleThreadedContext()
    {
        _thread = new Thread(Pump) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Whether the calling thread is the context's.</summary>
    public bool IsHere => Thread.CurrentThread == _thread;

    public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing here sends.");

    /// <summary>Runs an asynchronous function on the context's thread, as an event handler of a user interface would run.</summary>
    public Task RunAsync(Func<Task> function)
    {
        var completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(async _ =>
        {
            try
            {
                await function();
                completion.SetResult();
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
        }, null);
        return completion.Task.InTime();
    }

    public void Dispose() => _posted.CompleteAdding();

    private void Pump()
    {
        SetSynchronizationContext(this);
        foreach ((SendOrPostCallback callback, object? state) in _posted.GetConsumingEnumerable())
        {
            callback(state);
        }
    }
}
