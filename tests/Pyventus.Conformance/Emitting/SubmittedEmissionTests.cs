using System.Globalization;

namespace Pyventus.Conformance;

/// <summary>What is known of an emission that was submitted, and its outcome, although most of it is only made when it is asked for.</summary>
public sealed class SubmittedEmissionTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    public enum Service
    {
        SharedPool,
        TwoWorkers,
        Ordered,
    }

    [Test]
    public async Task E_A_service_of_the_users_sees_the_time_and_the_id_of_each_emission([Values] bool awaited)
    {
        var clock = new ManualClock();
        var service = new HandDrainedService();
        DateTimeOffset emitted = clock.Now;
        var emitter = new EventEmitter(service, new EventEmitterOptions { Linker = _linker, TimeProvider = clock });
        Guid told = Guid.Empty;
        emitter.HandlerFailed += (_, failure) => told = failure.EmissionId;
        _linker.Subscribe("e", () => throw new FormatException());
        ValueTask<EmissionResult> outcome = default;
        if (awaited)
        {
            outcome = emitter.EmitAsync("e");
        }
        else
        {
            emitter.Emit("e");
        }

        clock.Now += TimeSpan.FromHours(1);
        EventEmission emission = service.Take();
        Guid id = emission.Id;
        EmissionResult result = await emission.ExecuteAsync();
        Assert.That((emission.Timestamp, told, emission.Id), Is.EqualTo((emitted, id, id)));
        Assert.That(id, Is.Not.EqualTo(Guid.Empty));
        Assert.That((result.FailureCount, (await outcome).FailureCount), Is.EqualTo((1, awaited ? 1 : 0)));
    }

    [Test]
    public async Task E_Each_who_asks_for_the_id_of_an_emission_gets_the_same()
    {
        const int Rounds = 1_000;
        var service = new HandDrainedService();
        var emitter = new EventEmitter(service, new EventEmitterOptions { Linker = _linker });
        _linker.Subscribe("e", () => { });
        for (int round = 0; round < Rounds; round++)
        {
            emitter.Emit("e");
        }

        Guid[][] ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DedicatedThread.RunAsync(() => service.Emissions.ConvertAll(static emission => emission.Id).ToArray())));
        Assert.That(ids, Is.All.EqualTo(ids[0]));
        Assert.That(ids[0].Distinct().Count(), Is.EqualTo(Rounds));
    }

    [Test]
    public async Task E7_An_emission_that_has_not_ended_can_be_blocked_on([Values] Service service)
    {
        await using EventEmitter emitter = Create(service);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _linker.Subscribe("e", () => end.Task);
        ValueTask<EmissionResult> emission = emitter.EmitAsync("e");
        var blocking = new TaskCompletionSource();
        Task<EmissionResult> blocked = DedicatedThread.RunAsync(() =>
        {
            blocking.SetResult();
            return emission.GetAwaiter().GetResult();
        });
        await blocking.Task;
        end.SetResult();
        Assert.That((await blocked.InTime()).SubscriberCount, Is.EqualTo(1));
    }

    [Test]
    public async Task E7_Each_of_many_concurrent_emissions_gets_its_own_outcome_however_late_it_is_taken([Values] Service service)
    {
        const int Emitters = 8;
        int rounds = StressScale.Of(300);
        await using EventEmitter emitter = Create(service);
        emitter.HandlerFailed += (_, _) => { };
        _linker.Subscribe("e", async (int value) =>
        {
            if (value % 2 == 0)
            {
                await Task.Yield();
            }

            if (value % 3 == 0)
            {
                throw new FormatException(value.ToString(CultureInfo.InvariantCulture));
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Emitters).Select(part => Task.Run(async () =>
        {
            var emitted = new TaskCompletionSource();
            var outcomes = new List<Task<EmissionResult>>(rounds);
            for (int round = 0; round < rounds; round++)
            {
                outcomes.Add(TakeAsync(emitter.EmitAsync("e", (round * Emitters) + part), emitted.Task));
            }

            emitted.SetResult();
            for (int round = 0; round < rounds; round++)
            {
                int value = (round * Emitters) + part;
                EmissionResult result = await outcomes[round];
                string[] expected = value % 3 == 0 ? [value.ToString(CultureInfo.InvariantCulture)] : [];
                if (!result.Failures.Select(static failure => failure.Exception.Message).SequenceEqual(expected))
                {
                    throw new InvalidOperationException($"The emission {value} was given another one's outcome.");
                }
            }
        }))).InTime();

        static async Task<EmissionResult> TakeAsync(ValueTask<EmissionResult> emission, Task signal)
        {
            await signal.ConfigureAwait(false);
            return await emission.ConfigureAwait(false);
        }
    }

    private EventEmitter Create(Service service)
    {
        var options = new EventEmitterOptions { Linker = _linker, Debug = false };
        return service == Service.Ordered
            ? new AsyncEventEmitter(options, new AsyncProcessingOptions { EnforceSubmissionOrder = true })
            : new ExecutorEventEmitter(new ThreadPoolExecutor(new ThreadPoolExecutorOptions { MaxWorkers = service == Service.TwoWorkers ? 2 : 0 }), options);
    }
}
