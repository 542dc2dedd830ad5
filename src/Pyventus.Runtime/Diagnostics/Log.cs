using Microsoft.Extensions.Logging;

namespace Pyventus;

/// <summary>The log messages of the library, category <c>Pyventus</c>.</summary>
internal static partial class Log
{
    public const string Category = "Pyventus";

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The handler '{Handler}' of the event '{Event}' failed (emission {EmissionId}).")]
    public static partial void HandlerFailed(ILogger logger, string handler, string @event, Guid emissionId, Exception exception);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A subscriber of HandlerFailed threw while it was told of the handler '{Handler}' of the event '{Event}'.")]
    public static partial void HandlerFailedSubscriberThrew(ILogger logger, string handler, string @event, Exception exception);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "The event '{Event}' was emitted and nobody listens.")]
    public static partial void Unhandled(ILogger logger, string @event);

    [LoggerMessage(EventId = 4, Level = LogLevel.Debug, Message = "Emitting '{Event}' ({EmissionId}) through {Executor} to {Count} subscribers: {Subscribers}.")]
    public static partial void Emitting(ILogger logger, string @event, Guid emissionId, string executor, int count, string subscribers);

    [LoggerMessage(EventId = 5, Level = LogLevel.Debug, Message = "The handler '{Handler}' of the event '{Event}' {Outcome} after {Duration:0.###} ms.")]
    public static partial void HandlerEnded(ILogger logger, string handler, string @event, double duration, string outcome);

    [LoggerMessage(EventId = 6, Level = LogLevel.Debug, Message = "The event '{Event}' ({EmissionId}) ended after {Duration:0.###} ms with {Failures} failures.")]
    public static partial void Ended(ILogger logger, string @event, Guid emissionId, double duration, int failures);
}
