using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Pyventus;

// What an emitter takes from its options, and from a service that is not the usual one: compiled only when there are some.
public partial class EventEmitter
{
    private EventLinker Configure(EventEmitterOptions options)
    {
        _debug = options.Debug ?? Debugger.IsAttached;
        RunsSequentially = options.RunsSequentially;
        StopsOnFirst = options.ErrorPolicy == ErrorPolicy.StopOnFirst;
        if (options.HasLoggerFactory)
        {
            CreateLogger();
        }

        if (options.HasServices)
        {
            CreateServices();
        }

        return options.Linker ?? EventLinker.Default;
    }

    // Any but the one that runs handlers where they are emitted.
    private void UseService(IProcessingService processor)
    {
        Telemetry.Watch();
        if (processor is ExecutorProcessingService service)
        {
            _scopeOwner = service.Executor;
            _executor = service.Executor is ThreadPoolExecutor && !RunsSequentially && !Debug ? service : null;
        }
    }

    // In a method of its own, so that its types are not loaded without need.
    private void CreateLogger() => _logger = Options.LoggerFactory!.CreateLogger(Log.Category);

    private static ILogger? GetDebugLog(ILogger? logger)
    {
        if (logger is null)
        {
            return DebugOutput.Instance;
        }

        try
        {
            return logger.IsEnabled(LogLevel.Debug) ? logger : null;
        }
        catch (Exception exception)
        {
            StandardError.Write("the logger threw", exception);
            return null;
        }
    }
}
