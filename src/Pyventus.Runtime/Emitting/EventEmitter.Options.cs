using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Pyventus;

// What an emitter takes from its options: compiled only when there are some.
public partial class EventEmitter
{
    [MemberNotNull(nameof(_linker))]
    private void Configure(EventEmitterOptions options)
    {
        _linker = options.Linker ?? EventLinker.Default;
        _debug = options.Debug ?? Debugger.IsAttached;
        _stopsOnFirst = options.ErrorPolicy == ErrorPolicy.StopOnFirst;
        RunsSequentially = options.RunsSequentially;
        if (options.HasLoggerFactory)
        {
            CreateLogger();
        }

        _services = options.HandlerScope == HandlerScope.Caller ? null : options.EmitterServices;
    }

    private EmissionSubmitter? CreateSubmitter(AsyncProcessingService service, EventEmitterOptions? options) =>
        service.Ordered?.CreateSubmitter(this) ?? options?.CreateSubmitter?.Invoke(this, service);

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
