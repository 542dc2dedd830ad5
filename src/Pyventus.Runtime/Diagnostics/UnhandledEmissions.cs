using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// The counter of emissions without subscribers. Creating a meter costs a millisecond at start-up, so it is not touched
/// while nobody can listen: until the assembly that has the listeners is loaded.
/// </summary>
internal static class UnhandledEmissions
{
    private const string DiagnosticsAssembly = "System.Diagnostics.DiagnosticSource";
    private static volatile bool _canListen = !RuntimeFeature.IsDynamicCodeSupported || IsLoaded();

    public static void Count()
    {
        if (_canListen)
        {
            Instruments.Unhandled.Add(1, new KeyValuePair<string, object?>("event", "_other"));
        }
    }

    private static bool IsLoaded()
    {
        // Subscribed first, so that an assembly loaded in between is not missed.
        AppDomain.CurrentDomain.AssemblyLoad += static (_, loaded) => _canListen |= loaded.LoadedAssembly.GetName().Name == DiagnosticsAssembly;
        return Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), static assembly => assembly.GetName().Name == DiagnosticsAssembly);
    }

    private static class Instruments
    {
        private static readonly Meter _meter = new("Pyventus");

        public static readonly Counter<long> Unhandled = _meter.CreateCounter<long>(
            "pyventus.emissions.unhandled", unit: "{emission}", description: "Emissions without subscribers.");
    }
}
