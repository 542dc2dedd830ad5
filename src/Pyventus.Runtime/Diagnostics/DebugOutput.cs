using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Pyventus;

/// <summary>Where debug mode writes without a logger: the attached debugger, else standard error.</summary>
internal sealed class DebugOutput : ILogger
{
    public static readonly DebugOutput Instance = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string message = $"Pyventus: {formatter(state, exception)}{Environment.NewLine}";
        if (Debugger.IsAttached && Debugger.IsLogging())
        {
            Debugger.Log((int)logLevel, Pyventus.Log.Category, message);
        }
        else
        {
            Console.Error.Write(message);
        }
    }
}
