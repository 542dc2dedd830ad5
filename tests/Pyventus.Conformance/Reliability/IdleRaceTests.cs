using System.Diagnostics;

namespace Pyventus.Conformance;

/// <summary>Other emissions end while somebody begins one and waits for it: the wait may not end before that one has.</summary>
public sealed class IdleRaceTests
{
    private static readonly TimeSpan _length = TimeSpan.FromSeconds(1);

    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [Test]
    public async Task A2_WaitForTasksAsync_never_ends_before_an_emission_begun_before_it()
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        bool stops = false;
        int ended = 0;
        TaskCompletionSource mine = new();
        _linker.Subscribe("noise", () => Task.CompletedTask);
        _linker.Subscribe("mine", () => mine.Task);
        Task ending = RepeatAsync(() =>
        {
            emitter.Emit("noise");
            Volatile.Write(ref ended, ended + 1);
        });

        // Who waits as well delays those who end.
        Task waiting = RepeatAsync(() => _ = emitter.WaitForTasksAsync());
        int early = await DedicatedThread.RunAsync(() =>
        {
            int found = 0;
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < _length && found == 0;)
            {
                mine = new TaskCompletionSource();
                emitter.Emit("mine");
                Task wait = emitter.WaitForTasksAsync();

                // By then an emission that was ending meanwhile has ended.
                int known = Volatile.Read(ref ended);
                Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref ended) >= known + 2, Deadline.Limit));
                found += wait.IsCompleted ? 1 : 0;
                mine.SetResult();
            }

            Volatile.Write(ref stops, true);
            return found;
        });
        await ending;
        await waiting;
        Assert.That(early, Is.Zero);

        Task RepeatAsync(Action action) => DedicatedThread.RunAsync(() =>
        {
            while (!Volatile.Read(ref stops))
            {
                action();
            }
        });
    }
}
