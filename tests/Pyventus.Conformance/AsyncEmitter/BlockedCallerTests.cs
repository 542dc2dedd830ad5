namespace Pyventus.Conformance;

/// <summary>A caller on the thread of a user interface that blocks on <c>EmitAsync</c>.</summary>
[TestFixtureSource(nameof(_ways))]
public sealed class BlockedCallerTests(ProcessingWay way) : ConformanceTests(way)
{
    // Not the sequential ones: each handler starts in the caller's context, after the one before it.
    private static readonly ProcessingWay[] _ways = [.. ProcessingWays.All.Except([ProcessingWays.Sequential])];

    [Test]
    public async Task E7_EmitAsync_ends_when_no_handler_needs_the_context_that_is_blocked()
    {
        await using EventEmitter emitter = CreateEmitter();
        using var ui = new SingleThreadedContext();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Linker.Subscribe("e", () => Record("sync"));
        Linker.Subscribe("e", async () =>
        {
            await release.Task.ConfigureAwait(false);
            Record("async");
        });
        Linker.Subscribe("e", async () =>
        {
            await release.Task.ConfigureAwait(false);
            throw new InvalidOperationException();
        });
        await ui.RunAsync(() =>
        {
            Task<EmissionResult> emission = emitter.EmitAsync("e").AsTask();
            release.SetResult();
            Assert.That(emission.Wait(Deadline.Limit / 2));
            Assert.That((emission.Result.SubscriberCount, emission.Result.FailureCount), Is.EqualTo((3, 1)));
            return Task.CompletedTask;
        });
        Assert.That(Calls, Is.EqualTo(["sync", "async"]));
    }
}
