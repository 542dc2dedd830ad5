namespace Pyventus.Conformance;

/// <summary>Names that nobody linked, any number of them, matched by a pattern.</summary>
public sealed class MatchedNamesTests
{
    [Test]
    public void E11_Emitting_any_number_of_matched_names_keeps_a_bounded_number_of_them()
    {
        EventLinker linker = EventLinker.CreateEmpty();
        int runs = 0;
        linker.Subscribe("job.*", () => runs++);
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        Emit(emitter, 0, 2_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Emit(emitter, 2_000, 50_000);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.That(runs, Is.EqualTo(50_000));
        Assert.That(linker.EventCount, Is.EqualTo(1));

        // 48,000 slots with their snapshots would be some 20 MB.
        Assert.That(after - before, Is.LessThan(2_000_000));
    }

    [Test]
    public void E11_A_matched_name_is_found_again_without_allocation()
    {
        EventLinker linker = EventLinker.CreateEmpty();
        int runs = 0;
        linker.Subscribe("job.*", () => runs++);
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        for (int warmUp = 0; warmUp < 100; warmUp++)
        {
            emitter.Emit("job.1");
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int emission = 0; emission < 1_000; emission++)
        {
            emitter.Emit("job.1");
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(runs, Is.EqualTo(1_100));
    }

    private static void Emit(AsyncEventEmitter emitter, int from, int to)
    {
        for (int number = from; number < to; number++)
        {
            emitter.Emit($"job.{number}");
        }
    }
}
