using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class FailureTests(ProcessingWay way) : ConformanceTests(way)
{
    private static readonly InvalidOperationException _broken = new("broken {0} {Handler} %s \ud800");

    [Test]
    public async Task E5_A_failing_handler_never_stops_the_others([Values(ErrorPolicy.Isolate, ErrorPolicy.Aggregate)] ErrorPolicy policy)
    {
        Linker.Subscribe("e", () => Record("1"));
        Linker.Subscribe("e", () => throw _broken);
        Linker.Subscribe("e", () => Record("2"));
        Linker.Subscribe("e", async () =>
        {
            await Task.Yield();
            throw _broken;
        });
        Linker.Subscribe("e", () => Task.FromException(_broken));
        Linker.Subscribe("e", (Func<Task>)(() => throw _broken));
        Linker.Subscribe("e", () => (Task)null!);
        Linker.Subscribe("e", () => Record("3"));
        EventEmitter emitter = CreateEmitter(policy);
        var failures = new ConcurrentQueue<Exception>();
        emitter.HandlerFailed += (_, e) => failures.Enqueue(e.Exception);
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.EqualTo(["1", "2", "3"]));
        Assert.That(failures.Count(e => e == _broken), Is.EqualTo(4));
        Assert.That(failures.Single(e => e != _broken).Message, Does.Contain("null instead of a task"));
    }

    [Test]
    public async Task E5_A_failure_is_told_to_the_callback_the_event_and_the_log_with_the_exception()
    {
        using var logs = new RecordingLoggerFactory();
        HandlerFailedEventArgs? told = null;
        EventSubscriber subscriber = Linker.Subscribe("e", () => throw _broken, new SubscribeOptions { OnFailure = e => Record($"callback {e == _broken}") });
        EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = logs });
        emitter.HandlerFailed += (sender, e) =>
        {
            Record($"event {sender == emitter}");
            told = e;
        };
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.EqualTo(["callback True", "event True"]));
        Assert.That(told!.Exception, Is.SameAs(_broken));
        Assert.That(told.Handler, Is.EqualTo(subscriber.Name));
        Assert.That(told.Event, Is.EqualTo((EventKey)"e"));
        Assert.That(told.EmissionId, Is.Not.EqualTo(Guid.Empty));
        (LogLevel level, string message, Exception? exception) = logs.Entries.Single();
        Assert.That(level, Is.EqualTo(LogLevel.Error));
        Assert.That(message, Does.Contain(subscriber.Name).And.Contain("'e'").And.Contain(told.EmissionId.ToString()));
        Assert.That(exception, Is.SameAs(_broken));
    }

    [Test]
    public async Task E5_A_failure_nobody_would_hear_of_goes_to_standard_error()
    {
        Linker.Subscribe("e", () => throw _broken);
        using var error = new CapturedStandardError();
        EventEmitter emitter = CreateEmitter();
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(error.ToString(), Does.Contain(_broken.Message).And.Contain("'e'").And.Contain(nameof(FailureTests)));
    }

    [Test]
    public async Task E5_Who_hears_of_a_failure_keeps_it_from_standard_error([Values("caller", "callback", "event", "log")] string listener)
    {
        using var logs = new RecordingLoggerFactory();
        Linker.Subscribe("e", () => throw _broken, listener == "callback" ? new SubscribeOptions { OnFailure = _ => { } } : null);
        using var error = new CapturedStandardError();
        EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = listener == "log" ? logs : null });
        if (listener == "event")
        {
            emitter.HandlerFailed += (_, _) => { };
        }

        if (listener == "caller")
        {
            await emitter.EmitAsync("e").InTime();
        }
        else
        {
            emitter.Emit("e");
        }

        await emitter.DisposeAsync().InTime();
        Assert.That(error.ToString(), Is.Empty);
    }

    [Test]
    public async Task E5_A_callback_that_throws_is_reported_and_not_retried()
    {
        var thrown = new ArithmeticException("callback");
        Linker.Subscribe("success", () => Record("handler"), new SubscribeOptions
        {
            OnSuccess = _ =>
            {
                Record("success");
                throw thrown;
            },
            OnFailure = _ => Record("failure"),
        });
        Linker.Subscribe("failure", () => throw _broken, new SubscribeOptions
        {
            OnSuccess = _ => Record("success"),
            OnFailure = _ =>
            {
                Record("failure");
                throw thrown;
            },
        });
        await using EventEmitter emitter = CreateEmitter();
        var told = new ConcurrentQueue<Exception>();
        emitter.HandlerFailed += (_, e) => told.Enqueue(e.Exception);
        EmissionResult success = await emitter.EmitAsync("success").InTime();
        EmissionResult failure = await emitter.EmitAsync("failure").InTime();
        Assert.That(Calls, Is.EqualTo(["handler", "success", "failure"]));
        Assert.That(success.Failures.Select(f => f.Exception), Is.EqualTo(new Exception[] { thrown }));
        Assert.That(failure.Failures.Select(f => f.Exception), Is.EqualTo(new Exception[] { _broken, thrown }));
        Assert.That(told, Is.EqualTo(new Exception[] { thrown, _broken, thrown }));
    }

    [Test]
    public async Task E5_A_HandlerFailed_subscriber_that_throws_is_logged_only()
    {
        using var logs = new RecordingLoggerFactory();
        Linker.Subscribe("e", () => throw _broken);
        EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = logs });
        var thrown = new ArithmeticException("subscriber");
        emitter.HandlerFailed += (_, _) => throw thrown;
        emitter.HandlerFailed += (_, _) => Record("second");
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        await emitter.DisposeAsync().InTime();
        Assert.That(result.Failures.Single().Exception, Is.SameAs(_broken));
        Assert.That(Calls, Is.EqualTo(["second"]));
        Assert.That(logs.Entries.Select(entry => entry.Exception), Is.EquivalentTo(new Exception[] { thrown, _broken }));
    }

    [Test]
    public async Task E5_Nothing_thrown_by_a_logger_gets_out([Values] bool asynchronous)
    {
        using var logs = new RecordingLoggerFactory { Thrown = new IOException("disk full") };
        Linker.Subscribe("e", async () =>
        {
            if (asynchronous)
            {
                await Task.Yield();
            }

            throw _broken;
        });
        Linker.Subscribe("e", () => Record("second"));
        EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = logs, Debug = false });
        using var error = new CapturedStandardError();
        EmissionResult result = await emitter.EmitAsync("e").InTime();
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(result.Failures.Single().Exception, Is.SameAs(_broken));
        Assert.That(Calls, Is.EqualTo(["second", "second"]));
        Assert.That(error.ToString(), Does.Contain(_broken.Message).And.Contain("disk full"));
    }

    [Test]
    public async Task E5_An_exception_that_cannot_be_written_is_still_reported()
    {
        Linker.Subscribe("e", () => throw new UnwritableException());
        Linker.Subscribe("e", () => Record("second"));
        EventEmitter emitter = CreateEmitter();
        using var error = new CapturedStandardError();
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(Calls, Is.EqualTo(["second"]));
        Assert.That(error.ToString(), Does.Contain(nameof(UnwritableException)));
    }

    [Test]
    public async Task E5_Emit_never_throws_what_a_handler_threw([Values] ErrorPolicy policy)
    {
        Linker.Subscribe("e", () => throw new OutOfMemoryException("handler"));
        Linker.Subscribe("e", () => throw new OperationCanceledException());
        Linker.Subscribe("e", () => Task.FromCanceled(new CancellationToken(true)));
        EventEmitter emitter = CreateEmitter(policy);
        var told = new ConcurrentQueue<Exception>();
        emitter.HandlerFailed += (_, e) => told.Enqueue(e.Exception);
        Assert.That(() => emitter.Emit("e"), Throws.Nothing);
        await emitter.DisposeAsync().InTime();
        Assert.That(told, Has.Count.EqualTo(policy == ErrorPolicy.StopOnFirst ? 1 : 3), "without a caller's token a cancellation is a failure");
    }
}
