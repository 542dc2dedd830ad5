namespace Pyventus.Conformance;

/// <summary>
/// User code that blocks on another thread which uses the same linker and emitter: it hangs as soon as a lock of the
/// library is held around it.
/// </summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class UserCodeUnderLockTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task R7_No_user_code_runs_under_a_lock(
        [Values("handler", "async handler", "success", "failure", "HandlerFailed", "log", "clock", "events", "token")] string place)
    {
        int visits = 0;
        int visiting = 0;
        bool closes = false;
        EventEmitter? emitter = null;
        using var logs = new CallbackLoggerFactory(() => Visit("log"));
        emitter = Way.Create(new EventEmitterOptions
        {
            Linker = Linker,
            Debug = true,
            LoggerFactory = place == "log" ? logs : null,
            TimeProvider = place == "clock" ? new CallbackClock(() => Visit("clock")) : TimeProvider.System,
        });
        emitter.HandlerFailed += (_, _) => Visit("HandlerFailed");
        using var cancellation = new CancellationTokenSource();
        Linker.Subscribe("other", () => { });
        Linker.Subscribe(EnumerateEvents(), _ => Visit("handler"), new SubscribeOptions { OnSuccess = _ => Visit("success") });
        Linker.Subscribe("e", async (EventContext context, CancellationToken token) =>
        {
            Assert.That(context.Timestamp, Is.Not.Default);
            token.Register(() => Visit("token"));
            await Task.Yield();
            Visit("async handler");
            await cancellation.CancelAsync();
            throw new InvalidOperationException();
        }, new SubscribeOptions { OnFailure = _ => Visit("failure") });
        await emitter.EmitAsync("e", cancellation.Token).InTime();
        Assert.That(visits, Is.GreaterThan(0));
        closes = true;
        try
        {
            emitter.Emit("e");
        }
        catch (EmissionRejectedException)
        {
            Assert.That(place, Is.EqualTo("log").Or.EqualTo("clock"), "only they are asked before the emission is accepted");
        }

        await emitter.DisposeAsync().InTime();

        IEnumerable<EventKey> EnumerateEvents()
        {
            Visit("events");
            yield return "e";
        }

        void Visit(string where)
        {
            // What the other thread does may come here again.
            if (where == place && Interlocked.Exchange(ref visiting, 1) == 0)
            {
                Interlocked.Increment(ref visits);
                DedicatedThread.RunAsync(UseEverything).GetAwaiter().GetResult();
                Volatile.Write(ref visiting, 0);
            }
        }

        void UseEverything()
        {
            if (closes)
            {
                _ = emitter!.DisposeAsync().AsTask();
            }

            using EventSubscriber subscriber = Linker.Subscribe(["x", "other"], _ => { });
            Assert.That(Linker.GetSubscribers("other"), Is.Not.Empty);
            Linker.Remove("x", subscriber);
            try
            {
                emitter!.EmitAsync("other").InTime().GetAwaiter().GetResult();
            }
            catch (EmissionRejectedException)
            {
                Assert.That(closes);
            }
        }
    }
}
