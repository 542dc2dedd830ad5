namespace Pyventus.Guides.Tests.FromPython;

internal sealed class BackgroundTaskService(BackgroundTasks tasks) : IProcessingService
{
    public void Submit(EventEmission emission) => tasks.Add(() => emission.ExecuteAsync().AsTask());
}
