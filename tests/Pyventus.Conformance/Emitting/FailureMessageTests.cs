namespace Pyventus.Conformance;

public sealed class FailureMessageTests
{
    [Test]
    public async Task E7_ThrowIfFailed_counts_failures_and_handlers_apart()
    {
        EventLinker linker = EventLinker.CreateEmpty();
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        linker.Subscribe(
            "e",
            () => throw new InvalidOperationException("handler"),
            new SubscribeOptions { OnFailure = _ => throw new InvalidOperationException("callback") });
        EmissionResult result = await emitter.EmitAsync("e");
        Assert.That((result.SubscriberCount, result.FailureCount), Is.EqualTo((1, 2)));
        Assert.That(result.ThrowIfFailed, Throws.InstanceOf<AggregateException>().With.Message.StartsWith("2 failures in 1 handlers."));
    }
}
