using Microsoft.Extensions.Logging;

namespace Copilot.Host.Commands;

/// <summary>Logs errors of the command line whole into the error file; a conversation in the terminal shows no log lines.</summary>
internal sealed class ErrorLoggers : ILoggerFactory, ILogger
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider)
    {
        // there is one place for errors
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // it holds nothing
    }

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
