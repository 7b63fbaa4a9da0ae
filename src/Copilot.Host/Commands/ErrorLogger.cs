using Microsoft.Extensions.Logging;

namespace Copilot.Host.Commands;

/// <summary>Logs errors of the command line whole into the error file; a conversation in the terminal shows no log lines.</summary>
internal sealed class ErrorLogger<T> : ILogger<T>
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            ErrorLog.Append(formatter(state, exception), exception);
        }
    }
}
