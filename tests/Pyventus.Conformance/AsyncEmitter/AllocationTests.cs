namespace Pyventus.Conformance;

/// <summary>The synchronous path of the async emitter allocates nothing, once it has run.</summary>
[NonParallelizable]
public sealed class AllocationTests
{
    private readonly StaticLinker _linker = new();
    private readonly int[] _runs = [0];

    [Test]
    public void Emitting_to_static_handlers_allocates_nothing() => AssertAllocatesNothing(emitter => emitter.Emit("counted", _runs, 42, "ada"), 2);

    [Test]
    public void Emitting_an_event_object_to_static_handlers_allocates_nothing()
    {
        var e = new CountedEvent(_runs);
        AssertAllocatesNothing(emitter => emitter.Emit(e), 1);
    }

    [Test]
    public void Emitting_to_dynamic_handlers_allocates_nothing()
    {
        _linker.Subscribe("dynamic", () => _runs[0]++);
        _linker.Subscribe("dynamic.payload", (int a, string b, double c) => _runs[0]++);
        _linker.Subscribe("dynamic.payload", (int a, string b, double c) => _runs[0]++, new SubscribeOptions { Order = -1 });
        _linker.Subscribe<CountedValue>(e => e.Runs[0]++);
        AssertAllocatesNothing(
            emitter =>
            {
                emitter.Emit("dynamic");
                emitter.Emit("dynamic.payload", 1, "x", 2.5);
                emitter.Emit(new CountedValue(_runs, 7));
            },
            4);
    }

    [Test]
    public void Emitting_to_static_and_dynamic_handlers_together_allocates_nothing()
    {
        _linker.Subscribe("counted", (int[] runs, int _, string _) => runs[0]++);
        AssertAllocatesNothing(emitter => emitter.Emit("counted", _runs, 42, "ada"), 3);
    }

    [Test]
    public void Emitting_to_nobody_allocates_nothing()
    {
        var e = new CountedEvent(_runs);
        AssertAllocatesNothing(
            emitter =>
            {
                emitter.Emit("nobody");
                emitter.Emit("nobody", 1, "x");
                emitter.Emit(e);
                _runs[0]++;
            },
            1,
            EventLinker.CreateEmpty());
    }

    [Test]
    public void Emitting_with_EmitAsync_to_synchronous_handlers_allocates_nothing()
    {
        AssertAllocatesNothing(
            emitter =>
            {
                ValueTask<EmissionResult> emission = emitter.EmitAsync("counted", _runs, 42, "ada");
                _runs[0] += emission.IsCompletedSuccessfully && emission.Result.SubscriberCount == 2 ? 0 : 1_000;
            },
            2);
    }

    [Test]
    public void After_a_once_handler_is_used_up_nothing_is_allocated_again()
    {
        _linker.Subscribe("counted", (int[] _) => { }, new SubscribeOptions { Once = true });
        AssertAllocatesNothing(emitter => emitter.Emit("counted", _runs, 42, "ada"), 2);
    }

    private void AssertAllocatesNothing(Action<EventEmitter> emit, int handlers, EventLinker? linker = null)
    {
        const int Emissions = 1_000;
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker ?? _linker, Debug = false });
        for (int index = 0; index < Emissions; index++)
        {
            emit(emitter);
        }

        _runs[0] = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 0; index < Emissions; index++)
        {
            emit(emitter);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(allocated, Is.Zero);
        Assert.That(_runs[0], Is.EqualTo(Emissions * handlers));
    }
}
