using Microsoft.Extensions.Logging;

namespace Pyventus.Conformance;

/// <summary>Runs code of the test whenever something is logged.</summary>
internal sealed class CallbackLoggerFactory(Action logged) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Nothing here adds providers.");

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => logged();
}
