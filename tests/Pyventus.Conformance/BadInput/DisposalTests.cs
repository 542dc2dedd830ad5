namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class DisposalTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task Bad_input_Emitting_after_disposal_is_refused()
    {
        Linker.Subscribe("e", () => Record("run"));
        Linker.Subscribe<OrderPlaced>(_ => Record("run"));
        EventSubscriber once = Linker.Subscribe("e", () => Record("once"), new SubscribeOptions { Once = true });
        EventEmitter emitter = CreateEmitter();
        await emitter.DisposeAsync().InTime();
        foreach (Action emit in new Action[]
        {
            () => emitter.Emit("e"),
            () => emitter.Emit("nobody", 1),
            () => emitter.Emit(new OrderPlaced(1)),
            () => emitter.EmitAsync("e").InTime().GetAwaiter().GetResult(),
            () => emitter.EmitAsync(new OrderPlaced(1)).InTime().GetAwaiter().GetResult(),
        })
        {
            Assert.That(emit, Throws.InstanceOf<EmissionRejectedException>());
        }

        Assert.That(Calls, Is.Empty);
        Assert.That(Linker.ContainsSubscriber(once));
    }

    [Test]
    public async Task Bad_input_Disposal_twice_and_concurrently_waits_each_time()
    {
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            Record("run");
        });
        EventEmitter emitter = CreateEmitter();
        for (int index = 0; index < 20; index++)
        {
            emitter.Emit("e");
        }

        using var start = new Barrier(6);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(index => DedicatedThread.RunAsync(() =>
        {
            start.SignalAndWait(Deadline.Limit);
            if (index % 2 == 0)
            {
                emitter.Dispose();
            }
            else
            {
                emitter.DisposeAsync().InTime().GetAwaiter().GetResult();
            }

            Assert.That(Calls.Count(), Is.EqualTo(20));
        })));
        await emitter.DisposeAsync().InTime();
        emitter.Dispose();
    }

    [Test]
    public async Task Bad_input_Disposal_inside_a_handler_stops_acceptance_and_returns([Values] bool asynchronous)
    {
        if (!Way.CanBeDisposedInsideHandlers)
        {
            Assert.That(Way.Kind, Is.EqualTo(ProcessingKind.Custom), "what a service of one's own does then is its own affair");
            return;
        }

        EventEmitter emitter = CreateEmitter();
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            if (asynchronous)
            {
                await emitter.DisposeAsync();
            }
            else
            {
                emitter.Dispose();
            }

            Record("returned");
            emitter.Emit("nested");
        });
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            Record("other");
        });
        Linker.Subscribe("nested", () => Record("nested"));
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        result.ThrowIfFailed();
        Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.EquivalentTo(["returned", "other", "nested"]));
    }

    [Test]
    public async Task Bad_input_A_linker_outlives_its_emitters()
    {
        Linker.Subscribe("e", () => Record("run"));
        for (int index = 0; index < 3; index++)
        {
            await using EventEmitter emitter = CreateEmitter();
            await emitter.EmitAsync("e").InTime();
        }

        Assert.That(Calls.Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task A5_X2_Disposal_finishes_what_was_accepted_also_when_the_body_threw([Values] bool asynchronous)
    {
        var body = new InvalidOperationException("body");
        EventEmitter emitter = CreateEmitter();
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            emitter.Emit("nested");
        });
        Linker.Subscribe("nested", () => Record("nested"));
        Exception? thrown = await Assert.CatchAsync(() => DedicatedThread.RunAsync(() => asynchronous ? ThrowInAsyncBody() : ThrowInBody()));
        Assert.That(thrown, Is.SameAs(body));
        Assert.That(Calls, Is.EqualTo(["nested", "nested"]));
        Assert.That(() => emitter.Emit("e"), Throws.InstanceOf<EmissionRejectedException>());

        bool ThrowInBody()
        {
            using (emitter)
            {
                emitter.Emit("e");
                emitter.Emit("e");
                throw body;
            }
        }

        bool ThrowInAsyncBody()
        {
            return ThrowAsync().InTime().GetAwaiter().GetResult();

            async Task<bool> ThrowAsync()
            {
                await using (emitter)
                {
                    emitter.Emit("e");
                    emitter.Emit("e");
                    throw body;
                }
            }
        }
    }
}
