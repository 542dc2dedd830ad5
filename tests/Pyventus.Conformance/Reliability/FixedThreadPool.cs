namespace Pyventus.Conformance;

/// <summary>A thread pool of two threads that cannot grow, until it is disposed.</summary>
internal sealed class FixedThreadPool : IDisposable
{
    private readonly (int Workers, int Ports) _least;
    private readonly (int Workers, int Ports) _most;

    public FixedThreadPool()
    {
        ThreadPool.GetMinThreads(out _least.Workers, out _least.Ports);
        ThreadPool.GetMaxThreads(out _most.Workers, out _most.Ports);
        Assert.That(ThreadPool.SetMinThreads(Threads, _least.Ports));
        Assert.That(ThreadPool.SetMaxThreads(Threads, _most.Ports));
    }

    /// <summary>The pool refuses fewer threads than there are processors.</summary>
    public static int Threads { get; } = Math.Max(2, Environment.ProcessorCount);

    public void Dispose()
    {
        ThreadPool.SetMaxThreads(_most.Workers, _most.Ports);
        ThreadPool.SetMinThreads(_least.Workers, _least.Ports);
    }
}
