using Microsoft.Extensions.Configuration;

namespace Pyventus.Conformance;

/// <summary>Options say what they were set to last, and serve any number of emitters.</summary>
public sealed class EmitterOptionsTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [TestCase(nameof(EventEmitterOptions.FanOut), nameof(FanOut.Sequential), nameof(FanOut.Concurrent))]
    [TestCase(nameof(EventEmitterOptions.ErrorPolicy), nameof(ErrorPolicy.StopOnFirst), nameof(ErrorPolicy.Aggregate))]
    [TestCase(nameof(EventEmitterOptions.HandlerScope), nameof(HandlerScope.Caller), nameof(HandlerScope.PerHandler))]
    public async Task A1_Handlers_overlap_where_a_later_configuration_says_so(string option, string sequential, string concurrent)
    {
        var options = new EventEmitterOptions { Linker = _linker };
        Configure(sequential);
        Assert.That(await OverlapAsync(options), Is.False);
        Configure(concurrent);
        Assert.That(await OverlapAsync(options), Is.True);

        void Configure(string value) =>
            new ConfigurationBuilder().AddInMemoryCollection([new(option, value)]).Build().Bind(options);
    }

    [Test]
    public async Task A1_A4_Emitters_share_options([Values] FanOut fanOut)
    {
        var options = new EventEmitterOptions { Linker = _linker, FanOut = fanOut };
        var processing = new AsyncProcessingOptions { EnforceSubmissionOrder = true };
        EventEmitter[] emitters =
        [
            new AsyncEventEmitter(options),
            new AsyncEventEmitter(options, processing),
            new AsyncEventEmitter(options, processing),
            new EventEmitter(new AsyncProcessingService(processing), options),
            new EventEmitter(new AsyncProcessingService(), options),
        ];
        int runs = 0;
        _linker.Subscribe("all", async () =>
        {
            await Task.Yield();
            Interlocked.Increment(ref runs);
        });
        foreach (EventEmitter emitter in emitters)
        {
            Assert.That(await OverlapAsync(emitter), Is.EqualTo(fanOut == FanOut.Concurrent));
        }

        foreach (EventEmitter emitter in emitters)
        {
            emitter.Emit("all");
            await emitter.DisposeAsync().InTime();
        }

        Assert.That(runs, Is.EqualTo(emitters.Length));
    }

    private async Task<bool> OverlapAsync(EventEmitterOptions options)
    {
        await using var emitter = new AsyncEventEmitter(options);
        return await OverlapAsync(emitter);
    }

    /// <summary>Whether the second of two asynchronous handlers starts before the first has ended.</summary>
    private async Task<bool> OverlapAsync(EventEmitter emitter)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool overlap = false;
        using EventSubscriber first = _linker.Subscribe("overlap", () => end.Task);
        using EventSubscriber second = _linker.Subscribe("overlap", () =>
        {
            overlap = !end.Task.IsCompleted;
            return Task.CompletedTask;
        });
        ValueTask<EmissionResult> emission = emitter.EmitAsync("overlap");
        end.SetResult();
        await emission.InTime();
        return overlap;
    }
}
