using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class UnhandledEmissionTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E1_An_unhandled_emission_is_logged_at_level_Debug()
    {
        using var logs = new RecordingLoggerFactory();
        await using EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = logs, Debug = false });
        emitter.Emit("nobody {0}");
        await emitter.EmitAsync(new OrderPlaced(1)).InTime();
        Assert.That(logs.Entries.Select(entry => entry.Level), Is.All.EqualTo(LogLevel.Debug));
        Assert.That(logs.Entries[0].Message, Does.Contain("'nobody {0}'"));
        Assert.That(logs.Entries[1].Message, Does.Contain($"'{typeof(OrderPlaced).FullName}'"));
    }

    [Test]
    public async Task E1_E11_An_unhandled_emission_is_counted_without_its_name()
    {
        var measured = new List<(long Value, string? Name)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "Pyventus", Name: "pyventus.emissions.unhandled" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (measured)
            {
                measured.Add((value, tags.ToArray().Single(tag => tag.Key == "event").Value as string));
            }
        });
        listener.Start();
        Linker.Subscribe("known", () => { });
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("known").InTime();
        await emitter.EmitAsync("nobody").InTime();
        emitter.Emit("nobody else", 1);
        Assert.That(measured, Is.EqualTo(new (long, string?)[] { (1, "_other"), (1, "_other") }));
    }

    [Test]
    public async Task Debug_mode_logs_each_emission_with_its_subscribers()
    {
        using var logs = new RecordingLoggerFactory();
        EventSubscriber first = Linker.Subscribe("e", () => { });
        EventSubscriber second = Linker.Subscribe("e", () => Task.FromException(new NotSupportedException()), new SubscribeOptions { Order = 3, Once = true });
        await using EventEmitter debugging = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = logs, Debug = true });
        await using EventEmitter quiet = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = logs, Debug = false });
        Assert.That((debugging.Debug, quiet.Debug), Is.EqualTo((true, false)));
        await quiet.EmitAsync("nobody").InTime();
        Assert.That(logs.Entries, Has.Count.EqualTo(1), "said whatever the mode");
        await debugging.EmitAsync("e").InTime();
        await quiet.EmitAsync("e").InTime();
        string[] messages = [.. logs.Entries.Skip(1).Where(static entry => entry.Level == LogLevel.Debug).Select(static entry => entry.Message)];
        Assert.That(messages, Has.Length.EqualTo(4));
        Assert.That(messages[0], Does.Contain("'e'").And.Contain("2 subscribers").And.Contain($"[0] {first.Name}, [3] {second.Name} (once)"));
        Assert.That(messages, Has.One.Contains($"'{first.Name}' of the event 'e' succeeded after"));
        Assert.That(messages, Has.One.Contains($"'{second.Name}' of the event 'e' threw System.NotSupportedException after"));
        Assert.That(messages[^1], Does.StartWith("The event 'e'").And.Contain("1 failures"));
    }
}
