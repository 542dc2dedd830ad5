using System.Globalization;
using System.Text;

namespace Pyventus.Benchmarks.StartUp;

/// <summary>The sources of the programs that are started. Each step is a method of its own, so that what it needs is not loaded before.</summary>
internal static class ProgramSources
{
    private const int HandlersOfFile = 20;

    /// <summary>Does nothing.</summary>
    public const string Empty = """
        internal static class Program
        {
            private static int Main() => 0;
        }
        """;

    /// <summary>Uses what the library's telemetry uses, without the library.</summary>
    public const string Telemetry = """
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using Microsoft.Extensions.Logging;

        internal static class Program
        {
            private static readonly ActivitySource _source = new("Telemetry");
            private static readonly Meter _meter = new("Telemetry");
            private static readonly Counter<long> _counter = _meter.CreateCounter<long>("count", "{item}", "Items.");
            private static readonly Histogram<double> _duration = _meter.CreateHistogram<double>("duration", "s", "How long.");
            private static readonly ObservableUpDownCounter<long> _pending = _meter.CreateObservableUpDownCounter(
                "pending", static () => new[] { new Measurement<long>(1, new KeyValuePair<string, object?>("kind", "a")) }, "{item}", "Unfinished items.");

            private static int Main()
            {
                ILogger? logger = GetFactory()?.CreateLogger("Telemetry");
                using Activity? activity = _source.HasListeners() ? _source.CreateActivity("start", ActivityKind.Internal)?.Start() : null;
                activity?.SetTag("name", "value").SetStatus(ActivityStatusCode.Error).AddException(new InvalidOperationException());
                _counter.Add(1, new KeyValuePair<string, object?>("name", "value"));
                _duration.Record(1, new KeyValuePair<string, object?>("name", "value"));
                if (logger is not null && logger.IsEnabled(LogLevel.Error))
                {
                    Log.Failed(logger, "name", Guid.NewGuid(), new InvalidOperationException());
                }

                return _pending.Enabled ? 1 : 0;
            }

            private static ILoggerFactory? GetFactory() => AppContext.GetData("factory") as ILoggerFactory;
        }

        internal static partial class Log
        {
            [LoggerMessage(1, LogLevel.Error, "'{Name}' failed (emission {Id})")]
            public static partial void Failed(ILogger logger, string name, Guid id, Exception exception);
        }
        """;

    /// <summary>Has any program contain what most do: the console, tasks, queries and looking at types.</summary>
    public const string Ordinary = """
        using System.Runtime.CompilerServices;

        internal static class Ordinary
        {
            [ModuleInitializer]
            internal static void Start()
            {
                if (Environment.GetEnvironmentVariable("ORDINARY") is { } text)
                {
                    RunAsync(text).GetAwaiter().GetResult();
                }
            }

            private static async Task RunAsync(string text)
            {
                await Task.Yield();
                string[] words = [.. text.Split(' ').Where(static word => word.Length > 1).OrderBy(static word => word.Length)];
                Console.Error.WriteLine(words.Length);
                Console.WriteLine(typeof(IEnumerable<object>).IsAssignableFrom(words.GetType()));
            }
        }
        """;

    /// <summary>Goes as far as its first argument says and ends with the number of handlers that ran.</summary>
    public const string Linked = """
        using System.Runtime.CompilerServices;
        using Pyventus;

        internal static class Program
        {
            private static int Main(string[] args)
            {
                if (args.Length > 0)
                {
                    Run(args);
                }

                return Calls.Count;
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static void Run(string[] args)
            {
                EventEmitter emitter = new AsyncEventEmitter();
                if (args[0] != "emitter")
                {
                    EmitConstant(emitter);
                }

                if (args[0] == "name")
                {
                    EmitName(emitter, args[1]);
                }
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static void EmitConstant(EventEmitter emitter) => emitter.Emit("event.5", 1);

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static void EmitName(EventEmitter emitter, string name) => emitter.Emit(name, 1);
        }

        internal static class Calls
        {
            public static int Count;
        }
        """;

    /// <summary>Files of handlers, each of an event of its own.</summary>
    public static IEnumerable<string> GetHandlers(int count)
    {
        for (int first = 0; first < count; first += HandlersOfFile)
        {
            var text = new StringBuilder();
            text.AppendLine("using Pyventus;");
            text.AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"internal static class Handlers{first}");
            text.AppendLine("{");
            for (int number = first; number < Math.Min(first + HandlersOfFile, count); number++)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    [On(\"event.{number}\")]");
                text.AppendLine(CultureInfo.InvariantCulture, $"    internal static void H{number}(int value) => Calls.Count += value;");
            }

            text.AppendLine("}");
            yield return text.ToString();
        }
    }
}
