using System.Diagnostics;

namespace Pyventus.Conformance;

/// <summary>What an emission that finds no slot by its name or type costs, when names have come and gone.</summary>
[NonParallelizable]
public sealed class SlotSearchTests
{
    [Test]
    public void L7_What_a_base_type_matches_is_found_as_fast_after_many_subscriptions_have_come_and_gone()
    {
        using AsyncEventEmitter fresh = Create(0);
        using AsyncEventEmitter used = Create(20_000);
        double freshTime = double.MaxValue;
        double usedTime = double.MaxValue;
        for (int round = 0; round < 50; round++)
        {
            freshTime = Math.Min(freshTime, Measure(fresh));
            usedTime = Math.Min(usedTime, Measure(used));
        }

        TestContext.Out.WriteLine($"{freshTime:F0} ns, afterwards {usedTime:F0} ns");
        Assert.That(usedTime, Is.LessThan(freshTime * 2));
    }

    // Some ninety subscriptions at a time, such as those that wait for replies.
    private static AsyncEventEmitter Create(int gone)
    {
        EventLinker linker = EventLinker.CreateEmpty();
        linker.Subscribe((Exception _) => { }, new SubscribeOptions { IncludeDerived = true });
        var waiting = new Queue<EventSubscriber>();
        for (int number = 0; number < gone + 90; number++)
        {
            if (number >= 90)
            {
                waiting.Dequeue().Dispose();
            }

            waiting.Enqueue(linker.Subscribe($"reply.{number}", () => { }));
        }

        return new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
    }

    private static double Measure(EventEmitter emitter)
    {
        const int Count = 500;
        var e = new FormatException();
        long start = Stopwatch.GetTimestamp();
        for (int count = 0; count < Count; count++)
        {
            emitter.Emit(e);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Count;
    }
}
