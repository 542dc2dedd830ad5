namespace Pyventus.Conformance;

/// <summary>An emitter of the user's that overrides the disposal.</summary>
public sealed class DerivedEmitterTests
{
    [Test]
    public void A5_The_failure_of_a_service_to_be_disposed_is_in_the_task_of_the_disposal()
    {
        var emitter = new DerivedEmitter(new UndisposableService());
        Assert.That(async () => await emitter.DisposeAsync().InTime(), Throws.InstanceOf<NotSupportedException>());
        Assert.That(emitter.HasGoneOn, "what follows the call of the base");
        Assert.That(emitter.Dispose, Throws.InstanceOf<NotSupportedException>());
    }

    private sealed class DerivedEmitter(IProcessingService processor) : EventEmitter(processor)
    {
        public bool HasGoneOn { get; private set; }

        protected override ValueTask DisposeAsyncCore()
        {
            ValueTask disposal = base.DisposeAsyncCore();
            HasGoneOn = true;
            return disposal;
        }
    }

    private sealed class UndisposableService : IProcessingService, IDisposable
    {
        public void Submit(EventEmission emission) => throw new NotSupportedException("Nothing here emits.");

        public void Dispose() => throw new NotSupportedException("It cannot be disposed.");
    }
}
