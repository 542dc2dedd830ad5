using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Pyventus.Runtime.Tests;

/// <summary>What an application sees that adds the source and the meter <c>Pyventus</c> to the OpenTelemetry SDK.</summary>
public sealed class OpenTelemetryTests
{
    [Test]
    public async Task The_sdk_exports_emissions_handlers_and_measurements()
    {
        using var spans = new ListExporter<System.Diagnostics.Activity, string>(static activity => $"{activity.DisplayName} {activity.Status}");
        using var metrics = new ListExporter<Metric, string>(static metric => $"{metric.Name} {metric.Unit}");
        using TracerProvider tracing = Sdk.CreateTracerProviderBuilder().AddSource("Pyventus").AddProcessor(new SimpleActivityExportProcessor(spans)).Build();
        using MeterProvider measuring = Sdk.CreateMeterProviderBuilder().AddMeter("Pyventus").AddReader(new BaseExportingMetricReader(metrics)).Build();
        var linker = EventLinker.CreateEmpty();
        linker.Subscribe("order.placed", () => { });
        linker.Subscribe("order.placed", () => Task.FromException(new NotSupportedException()));
        await using (var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker }))
        {
            await emitter.EmitAsync("order.placed");
            await emitter.EmitAsync("order.lost");
        }

        tracing.ForceFlush();
        measuring.ForceFlush();
        Assert.That(spans.Items, Is.EqualTo(["handle order.placed Unset", "handle order.placed Error", "emit order.placed Error"]));
        Assert.That(metrics.Items, Is.SupersetOf(
        [
            "pyventus.emissions {emission}",
            "pyventus.emissions.unhandled {emission}",
            "pyventus.handler.duration s",
            "pyventus.handler.failures {failure}",
            "pyventus.emissions.pending {emission}",
            "pyventus.queue.depth {emission}",
        ]));
    }
}
