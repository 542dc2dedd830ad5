namespace Pyventus.Conformance;

/// <summary>Where <c>Emit</c> waits for asynchronous handlers: the table of <see cref="AsyncContext"/>.</summary>
public sealed class AsyncContextTests
{
    public enum Place
    {
        /// <summary>Main before its first await: a thread of its own without context.</summary>
        DedicatedThread,

        /// <summary>Main after its first await, and any <c>Task.Run</c>.</summary>
        ThreadPool,

        /// <summary>A user interface, and a test of NUnit.</summary>
        SynchronizationContext,

        /// <summary>A task of another scheduler than the default.</summary>
        CustomScheduler,

        /// <summary>The iterations of <c>Parallel.For</c> that pool threads take.</summary>
        ParallelForOnPoolThread,

        /// <summary>Inside an emission of this emitter.</summary>
        InsideEmission,

        /// <summary>Inside an emission of another emitter.</summary>
        InsideOtherEmission,
    }

    [TestCase(Place.DedicatedThread, true)]
    [TestCase(Place.ThreadPool, false)]
    [TestCase(Place.SynchronizationContext, false)]
    [TestCase(Place.CustomScheduler, false)]
    [TestCase(Place.ParallelForOnPoolThread, false)]
    [TestCase(Place.InsideEmission, false)]
    [TestCase(Place.InsideOtherEmission, false)]
    public Task A3_Auto_waits_where_nothing_asynchronous_is_around(Place place, bool waits) => AssertWaitsAsync(AsyncContext.Auto, place, waits);

    [Test]
    public Task A3_Wait_waits_everywhere([Values] Place place) => AssertWaitsAsync(AsyncContext.Wait, place, waits: true);

    [Test]
    public Task A2_Background_waits_nowhere([Values] Place place) => AssertWaitsAsync(AsyncContext.Background, place, waits: false);

    [Test]
    public async Task A3_The_rule_is_the_same_under_submission_order([Values] AsyncContext context)
    {
        await AssertWaitsAsync(context, Place.DedicatedThread, waits: context != AsyncContext.Background, ordered: true);
        await AssertWaitsAsync(context, Place.ThreadPool, waits: context == AsyncContext.Wait, ordered: true);
        await AssertWaitsAsync(context, Place.InsideOtherEmission, waits: context == AsyncContext.Wait, ordered: true);
        await AssertWaitsAsync(context, Place.InsideEmission, waits: false, ordered: true);
    }

    [Test]
    public async Task A3_Wait_returns_when_the_others_of_the_emission_are_done_too()
    {
        EventLinker linker = EventLinker.CreateEmpty();
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker }, new AsyncProcessingOptions { Context = AsyncContext.Wait });
        int ended = 0;
        linker.Subscribe("e", () => Interlocked.Increment(ref ended), new SubscribeOptions { ForceAsync = true });
        for (int index = 0; index < 5; index++)
        {
            linker.Subscribe("e", async () =>
            {
                await Task.Yield();
                Interlocked.Increment(ref ended);
            });
        }

        emitter.Emit("e");
        Assert.That(ended, Is.EqualTo(6));
    }

    private static async Task AssertWaitsAsync(AsyncContext context, Place place, bool waits, bool ordered = false)
    {
        EventLinker linker = EventLinker.CreateEmpty();
        var returned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool ended = false;
        await using var emitter = new AsyncEventEmitter(
            new EventEmitterOptions { Linker = linker },
            new AsyncProcessingOptions { Context = context, EnforceSubmissionOrder = ordered });
        linker.Subscribe("probe", async () =>
        {
            if (waits)
            {
                await YieldOftenAsync();
            }
            else
            {
                // An Emit that waited for this would never return.
                await returned.Task;
            }

            ended = true;
        });
        try
        {
            bool endedAtReturn = await EmitAtAsync().InTime();
            Assert.That(endedAtReturn, Is.EqualTo(waits), "whether the handler has ended when Emit returns");
        }
        finally
        {
            returned.TrySetResult();
        }

        async Task<bool> EmitAtAsync()
        {
            switch (place)
            {
                case Place.DedicatedThread:
                    return await DedicatedThread.RunAsync(Emit);
                case Place.ThreadPool:
                    return await Task.Run(Emit);
                case Place.SynchronizationContext:
                    using (var ui = new SingleThreadedContext())
                    {
                        bool result = false;
                        await ui.RunAsync(() => Task.FromResult(result = Emit()));
                        return result;
                    }

                case Place.CustomScheduler:
                    using (var scheduler = new SingleThreadScheduler())
                    {
                        return await scheduler.RunAsync(Emit);
                    }

                case Place.ParallelForOnPoolThread:
                    return await Task.Run(() =>
                    {
                        bool result = false;
                        Parallel.For(0, 1, _ => result = Emit());
                        return result;
                    });
                case Place.InsideEmission:
                    return await EmitInHandlerOfAsync(emitter);
                default:
                    await using (var other = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker }))
                    {
                        return await EmitInHandlerOfAsync(other);
                    }
            }
        }

        bool Emit()
        {
            emitter.Emit("probe");
            return Volatile.Read(ref ended);
        }

        // On a thread where the outer emission itself would be waited for; asynchronous, so that there is an emission.
        async Task<bool> EmitInHandlerOfAsync(EventEmitter outer)
        {
            var result = new TaskCompletionSource<bool>();
            linker.Subscribe("outer", (CancellationToken _) =>
            {
                result.SetResult(Emit());
                return Task.CompletedTask;
            });
            await DedicatedThread.RunAsync(() => outer.Emit("outer"));
            return await result.Task;
        }
    }

    private static async Task YieldOftenAsync()
    {
        for (int index = 0; index < 1_000; index++)
        {
            await Task.Run(static () => { });
        }
    }
}
