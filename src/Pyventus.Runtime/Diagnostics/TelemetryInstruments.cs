using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>The activity source and the meter with its instruments, both named <c>Pyventus</c>.</summary>
internal sealed class TelemetryInstruments
{
    private const string Name = "Pyventus";

    public TelemetryInstruments()
    {
        var meter = new Meter(Name);
        Emissions = meter.CreateCounter<long>("pyventus.emissions", unit: "{emission}", description: "Emissions that began.");
        Unhandled = meter.CreateCounter<long>("pyventus.emissions.unhandled", unit: "{emission}", description: "Emissions without subscribers.");
        HandlerDuration = meter.CreateHistogram<double>(
            "pyventus.handler.duration", unit: "s", description: "How long handlers took, from the call to the end of their task.");
        HandlerFailures = meter.CreateCounter<long>("pyventus.handler.failures", unit: "{failure}", description: "Handlers that failed.");
        meter.CreateObservableUpDownCounter(
            "pyventus.emissions.pending", static () => Measure(static workload => workload.PendingCount), unit: "{emission}", description: "Accepted emissions that have not ended.");
        meter.CreateObservableUpDownCounter(
            "pyventus.queue.depth", static () => Measure(static workload => workload.QueuedCount), unit: "{emission}", description: "Emissions that wait for a worker or for their turn.");
    }

    public ActivitySource Source { get; } = new(Name);

    public Counter<long> Emissions { get; }

    public Counter<long> Unhandled { get; }

    public Histogram<double> HandlerDuration { get; }

    public Counter<long> HandlerFailures { get; }

    /// <summary>Whether somebody listens to emissions with subscribers.</summary>
    public bool HaveListeners
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            // Not one expression: where it is inlined, the JIT goes on from each condition without putting its value into a register.
            if (Source.HasListeners() || Emissions.Enabled || HandlerDuration.Enabled || HandlerFailures.Enabled)
            {
                return true;
            }

            return false;
        }
    }

    // Of each kind of workload together.
    private static Measurement<long>[] Measure(Func<IWorkload, int> count)
    {
        object[] workloads = Telemetry.GetWorkloads();
        var kinds = new List<Type>();
        foreach (object workload in workloads)
        {
            if (!kinds.Contains(workload.GetType()))
            {
                kinds.Add(workload.GetType());
            }
        }

        var measurements = new Measurement<long>[kinds.Count];
        for (int index = 0; index < measurements.Length; index++)
        {
            long sum = 0;
            foreach (object workload in workloads)
            {
                sum += workload.GetType() == kinds[index] ? count((IWorkload)workload) : 0;
            }

            measurements[index] = new Measurement<long>(sum, new KeyValuePair<string, object?>(Telemetry.Tags.Executor, kinds[index].Name));
        }

        return measurements;
    }
}
