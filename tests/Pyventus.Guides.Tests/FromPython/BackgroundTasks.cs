namespace Pyventus.Guides.Tests.FromPython;

internal sealed class BackgroundTasks
{
    private readonly List<Func<Task>> _tasks = [];

    public void Add(Func<Task> task) => _tasks.Add(task);

    public async Task RunAsync()
    {
        foreach (Func<Task> task in _tasks)
        {
            await task();
        }
    }
}
