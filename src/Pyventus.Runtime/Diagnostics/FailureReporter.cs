using Microsoft.Extensions.Logging;

namespace Pyventus;

/// <summary>
/// Says that a handler failed: to <see cref="EventEmitter.HandlerFailed"/>, to the log, and to standard error when nobody
/// else would hear of it. Nothing thrown by those who are told gets out.
/// </summary>
internal sealed class FailureReporter(EventEmitter emitter, ILogger? logger)
{
    /// <summary>Tells everybody but the handler's callbacks.</summary>
    /// <param name="key">The event.</param>
    /// <param name="emissionId">The emission.</param>
    /// <param name="handler">The handler that failed, or that will not run.</param>
    /// <param name="exception">What it threw, or why it will not run.</param>
    /// <param name="heard">Whether somebody else has heard of it.</param>
    public void Tell(EventKey key, Guid emissionId, string handler, Exception exception, bool heard)
    {
        heard |= emitter.RaiseHandlerFailed(handler, exception, key, emissionId);
        if (!TryLog(handler, key, emissionId, exception) && !heard)
        {
            StandardError.Write($"the handler '{handler}' of the event '{key}' failed", exception);
        }
    }

    /// <summary>Reports a subscriber of <see cref="EventEmitter.HandlerFailed"/> that threw, to the log only.</summary>
    public void SubscriberThrew(string handler, EventKey key, Exception exception)
    {
        try
        {
            if (logger is not null)
            {
                Log.HandlerFailedSubscriberThrew(logger, handler, key.DisplayName, exception);
                return;
            }
        }
        catch (Exception thrown)
        {
            StandardError.Write("the logger threw", thrown);
        }

        StandardError.Write($"a subscriber of HandlerFailed threw while it was told of the handler '{handler}'", exception);
    }

    private bool TryLog(string handler, EventKey key, Guid emissionId, Exception exception)
    {
        if (logger is null)
        {
            return false;
        }

        try
        {
            // A logger that drops errors, such as that of NullLoggerFactory, is no logger.
            Log.HandlerFailed(logger, handler, key.DisplayName, emissionId, exception);
            return logger.IsEnabled(LogLevel.Error);
        }
        catch (Exception thrown)
        {
            StandardError.Write("the logger threw", thrown);
            return false;
        }
    }
}
