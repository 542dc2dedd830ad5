using System.Globalization;
using System.Runtime.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>The state of a pending emission is used again: no emission may ever hear of another one.</summary>
public sealed class ReusedEmissionTests
{
    private readonly StaticLinker _linker = new();

    private EventEmitterOptions Options => new() { Linker = _linker, Debug = false };

    [Test]
    public async Task E7_An_outcome_that_was_taken_is_not_given_again([Values] bool fails)
    {
        await using var emitter = new AsyncEventEmitter(Options);
        // Not ended when the call returns: what has ended by then is a result, which can be taken again.
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _linker.Subscribe("e", async (int _) => await begun.Task);
        SubscribeYielding(fails);
        ValueTask<EmissionResult> emission = emitter.EmitAsync("e", 1);
        ValueTask<EmissionResult> copy = emission;
        begun.SetResult();
        Assert.That((await emission.InTime()).FailureCount, Is.EqualTo(fails ? 1 : 0));
        AssertTaken(copy);
        for (int index = 0; index < 1_000; index++)
        {
            await emitter.EmitAsync("e", index);
        }

        AssertTaken(copy);
        Assert.That(() => copy.AsTask(), Throws.InvalidOperationException);
    }

    [Test]
    public async Task E7_An_outcome_that_is_taken_late_is_that_of_its_own_emission()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        SubscribeYielding(fails: true);
        ValueTask<EmissionResult> late = emitter.EmitAsync("e", -1);
        EmissionResult kept = await emitter.EmitAsync("e", -2);
        for (int index = 0; index < 1_000; index++)
        {
            EmissionResult result = await emitter.EmitAsync("e", index);
            Assert.That(MessageOf(result), Is.EqualTo(index.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.That((MessageOf(await late.InTime()), MessageOf(kept)), Is.EqualTo(("-1", "-2")));
    }

    [Test]
    public async Task E7_A_stale_outcome_never_comes_back_however_often_the_state_is_used()
    {
        // More often than there are versions of a ValueTask.
        const int Rounds = ushort.MaxValue + 2_000;
        await using var emitter = new AsyncEventEmitter(Options);
        var task = new ManualTask();
        int accepted = 0;
        await DedicatedThread.RunAsync(() =>
        {
            EmitOnce(out ValueTask<EmissionResult> stale);
            for (int round = 0; round < Rounds; round++)
            {
                EmitOnce(out _);
                accepted += IsAccepted(stale) ? 1 : 0;
            }
        });
        Assert.That(accepted, Is.Zero);

        void EmitOnce(out ValueTask<EmissionResult> copy)
        {
            ValueTask<EmissionResult> emission = emitter.EmitAsync("manual", task);
            copy = emission;
            task.End();
            if (!emission.IsCompletedSuccessfully || emission.Result.SubscriberCount != 1)
            {
                throw new InvalidOperationException("The emission has not ended with its handler.");
            }
        }
    }

    [Test]
    public async Task E7_Of_two_who_take_an_outcome_at_the_same_time_one_gets_it()
    {
        int rounds = StressScale.Of(5_000);
        await using var emitter = new AsyncEventEmitter(Options);
        var task = new ManualTask();
        using var barrier = new Barrier(2);
        ValueTask<EmissionResult> shared = default;
        int taken = 0;
        void Take(bool emits)
        {
            for (int round = 0; round < rounds; round++)
            {
                if (emits)
                {
                    shared = emitter.EmitAsync("manual", task);
                    task.End();
                }

                barrier.SignalAndWait(Deadline.Limit);
                ValueTask<EmissionResult> own = shared;
                try
                {
                    Interlocked.Add(ref taken, own.GetAwaiter().GetResult().SubscriberCount);
                }
                catch (InvalidOperationException)
                {
                    // The other one was first.
                }

                barrier.SignalAndWait(Deadline.Limit);
            }
        }

        await Task.WhenAll(DedicatedThread.RunAsync(() => Take(emits: true)), DedicatedThread.RunAsync(() => Take(emits: false)));
        Assert.That(taken, Is.EqualTo(rounds));
    }

    [Test]
    public async Task E7_Each_of_many_concurrent_emitters_gets_its_own_outcomes()
    {
        const int Emitters = 64;
        int rounds = StressScale.Of(300);
        await using var emitter = new AsyncEventEmitter(Options);
        using var cancelled = new CancellationTokenSource();
        int runs = 0;
        for (int handler = 0; handler < 3; handler++)
        {
            int number = handler;
            _linker.Subscribe("e", async (int value, CancellationToken token) =>
            {
                if ((value + number) % 2 == 0)
                {
                    await Task.Yield();
                }

                Interlocked.Increment(ref runs);
                if (value % 3 == number)
                {
                    throw new FormatException(value.ToString(CultureInfo.InvariantCulture));
                }

                if (token.CanBeCanceled)
                {
                    await cancelled.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }
            });
        }

        await Task.WhenAll(Enumerable.Range(0, Emitters).Select(part => Task.Run(async () =>
        {
            for (int round = 0; round < rounds; round++)
            {
                int value = (round * Emitters) + part;
                EmissionResult result = await emitter.EmitAsync("e", value);
                if (result.SubscriberCount != 3 || MessageOf(result) != value.ToString(CultureInfo.InvariantCulture))
                {
                    throw new InvalidOperationException($"The emission of {value} got the outcome of {MessageOf(result)}.");
                }
            }
        }))).InTime();
        Assert.That((runs, emitter.TaskCount), Is.EqualTo((3 * Emitters * rounds, 0)));

        // The last state used was that of a failure; a cancellation leaves no trace in the next one either.
        Assert.That(async () => await emitter.EmitAsync("e", 10, cancelled.Token).InTime(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(MessageOf(await emitter.EmitAsync("e", 11).InTime()), Is.EqualTo("11"));
    }

    [Test]
    public void E7_An_emission_that_has_ended_keeps_nothing_alive()
    {
        WeakReference[] references = EmitAndForget();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(references.Select(static reference => reference.IsAlive), Is.All.False);
    }

    [Test]
    public async Task E5_A_task_that_cannot_be_awaited_is_a_failure()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        var refusal = new NotSupportedException();
        EmissionResult result = await emitter.EmitAsync("manual", new ManualTask { Refusal = refusal }).InTime();
        Assert.That(result.Failures.Single().Exception, Is.SameAs(refusal));
        Assert.That(emitter.TaskCount, Is.Zero);
    }

    [Test]
    public async Task E7_A_task_that_calls_back_twice_ends_its_handler_once()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        ManualTask[] tasks = [new() { Calls = 2 }, new(), new(), new()];
        ValueTask<EmissionResult> emission = emitter.EmitAsync("manual.4", tasks);
        Array.ForEach(tasks[..^1], static task => task.End());
        Assert.That((emission.IsCompleted, emitter.TaskCount), Is.EqualTo((false, 1)));
        tasks[^1].End();
        Assert.That((await emission.InTime()).IsSuccess);
    }

    [Test]
    public async Task E7_A_task_that_calls_back_and_cannot_be_awaited_ends_its_handler_once()
    {
        await using var emitter = new AsyncEventEmitter(Options);
        ManualTask[] tasks = [new() { Refusal = new NotSupportedException(), RefusesLate = true }, new(), new(), new()];
        ValueTask<EmissionResult> emission = emitter.EmitAsync("manual.4", tasks);
        Array.ForEach(tasks[1..^1], static task => task.End());
        Assert.That((emission.IsCompleted, emitter.TaskCount), Is.EqualTo((false, 1)));
        tasks[^1].End();
        Assert.That((await emission.InTime()).Failures, Has.Count.EqualTo(1));
    }

    private static string MessageOf(EmissionResult result) => result.Failures.Single().Exception.Message;

    private static void AssertTaken(ValueTask<EmissionResult> emission) =>
        Assert.That(async () => await emission, Throws.InvalidOperationException.With.Message.Contains("AsTask"));

    private static bool IsAccepted(ValueTask<EmissionResult> emission)
    {
        try
        {
            return emission.IsCompleted || true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void SubscribeYielding(bool fails) => _linker.Subscribe("e", async (int value) =>
    {
        await Task.Yield();
        if (fails)
        {
            throw new FormatException(value.ToString(CultureInfo.InvariantCulture));
        }
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] EmitAndForget()
    {
        var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new StaticLinker(), Debug = false });
        var task = new ManualTask();
        var exception = new FormatException();
        ValueTask<EmissionResult> emission = emitter.EmitAsync("manual.context", task);
        task.End(exception);
        int failures = emission.IsCompletedSuccessfully ? emission.Result.FailureCount : 0;
        Assert.That(failures, Is.EqualTo(1));
        return [new(emitter), new(task), new(exception), new(task.Context)];
    }
}
