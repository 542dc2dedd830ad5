using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pyventus;

/// <summary>
/// The activity source and the meter, both named <c>Pyventus</c>. Creating them costs milliseconds at start-up, so they are
/// not touched while nobody can listen: until the assembly that has the listeners is loaded.
/// </summary>
internal static class Telemetry
{
    private const string DiagnosticsAssembly = "System.Diagnostics.DiagnosticSource,";

    // Asked by each emission: nothing else static is in this class, which would have to be initialized before the question.
    private static volatile bool _canListen;
    private static TelemetryInstruments? _instruments;

    /// <summary>Whether somebody listens to activities or measurements of emissions; asked after <see cref="Watch"/>.</summary>
    public static bool IsListening
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !ListenersAssembly.CameFirst ? _canListen && HasListeners()
            : _instruments is { } instruments ? instruments.HaveListeners // Inlined: what it needs is loaded.
            : CreateAndAsk();
    }

    /// <summary>What can be listened to; asked when somebody does.</summary>
    public static TelemetryInstruments Instruments => _instruments!;

    /// <summary>Looks for listeners from now on: the first look at the watcher initializes it.</summary>
    public static void Watch() => GC.KeepAlive(Watcher.Workloads);

    /// <summary>Has what is unfinished at the workload observed, for as long as it lives.</summary>
    public static void Observe(IWorkload workload) => Watcher.Workloads.Add(workload);

    /// <summary>The workloads that still live.</summary>
    public static object[] GetWorkloads() => Watcher.Workloads.ToArray();

    public static void CountUnhandled()
    {
        if (_canListen)
        {
            AddUnhandled();
        }
    }

    /// <summary>An activity to start; null when nobody listens.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">Its parent; null for the current one, if there is one.</param>
    public static Activity? CreateActivity(string name, Activity? parent) =>
        parent is null || parent == Activity.Current
            ? Instruments.Source.CreateActivity(name, ActivityKind.Internal)
            : Instruments.Source.CreateActivity(name, ActivityKind.Internal, parent.Context);

    // Only called when somebody can listen: compiling it loads the assembly.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool HasListeners() => (_instruments ?? CreateInstruments()) is { HaveListeners: true };

    // The listeners that the instruments have when they are made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool CreateAndAsk() => CreateInstruments() is { HaveListeners: true };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddUnhandled()
    {
        if ((_instruments ?? CreateInstruments())?.Unhandled is { Enabled: true } unhandled)
        {
            unhandled.Add(1, new KeyValuePair<string, object?>(Tags.Event, Tags.OtherEvent));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TelemetryInstruments? CreateInstruments()
    {
        if (!_canListen)
        {
            return null;
        }

        try
        {
            return _instruments = Shared.Instruments;
        }
        catch (TypeInitializationException exception)
        {
            // A listener threw when it was told of the instruments, which are made once.
            _canListen = false;
            StandardError.Write("a listener threw while it was told of the instruments, so there is no telemetry", exception);
            return null;
        }
    }

    // Of its own, and a field: compilers know its value before they look at what is inlined where it is true, for which the JIT
    // would have to load the assembly. True in programs with a host and in native ones.
    private static class ListenersAssembly
    {
        public static readonly bool CameFirst = !RuntimeFeature.IsDynamicCodeSupported || _canListen;
    }

    /// <summary>Looks for listeners from its first use on.</summary>
    public static class Watcher
    {
        public static readonly LiveObjects Workloads = new();

        static Watcher()
        {
            // The rest is left out of native programs.
            if (!RuntimeFeature.IsDynamicCodeSupported)
            {
                _canListen = true;
                return;
            }

            // Subscribed first, so that an assembly loaded in between is not missed.
            AppDomain.CurrentDomain.AssemblyLoad += OnLoad;
            foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies())
            {
                Look(assembly);
            }

            // Initialized by being asked, before code that emits is optimized.
            if (ListenersAssembly.CameFirst)
            {
                _canListen = true;
            }
        }

        private static void OnLoad(object? sender, AssemblyLoadEventArgs loaded) => Look(loaded.LoadedAssembly);

        // Only ever sets it: assemblies are loaded by any number of threads.
        private static void Look(Assembly assembly)
        {
            if (assembly.FullName?.StartsWith(DiagnosticsAssembly, StringComparison.Ordinal) == true)
            {
                _canListen = true;
            }
        }
    }

    /// <summary>The names of tags.</summary>
    public static class Tags
    {
        public const string Event = "event";
        public const string Handler = "handler";
        public const string Executor = "executor";
        public const string ErrorType = "error.type";

        /// <summary>Stands for the names that nobody linked: there can be any number of them.</summary>
        public const string OtherEvent = "_other";
    }

    // Made once, when it is first asked for.
    private static class Shared
    {
        public static readonly TelemetryInstruments Instruments = new();
    }
}
