using Microsoft.Extensions.Logging.Abstractions;

namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class SilentLoggerTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E5_A_logger_that_drops_errors_is_no_logger()
    {
        Linker.Subscribe("e", () => throw new InvalidOperationException("heard by nobody else"));
        using var error = new CapturedStandardError();
        EventEmitter emitter = Way.Create(new EventEmitterOptions { Linker = Linker, LoggerFactory = NullLoggerFactory.Instance });
        emitter.Emit("e");
        await emitter.DisposeAsync().InTime();
        Assert.That(error.ToString(), Does.Contain("heard by nobody else").And.Contain("'e'"));
    }
}
