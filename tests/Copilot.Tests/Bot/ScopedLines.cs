using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Copilot.Tests.Bot;

/// <summary>Keeps every line of a log with all that stands before it, as a console would show it.</summary>
internal sealed class ScopedLines : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>The lines so far.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Writer(ScopedLines to, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => to._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            to._scopes.ForEachScope((scope, all) => all.Add($"{scope}"), scopes);
            to.Lines.Enqueue($"{category} {string.Join(" => ", scopes)} => {formatter(state, exception)}");
        }
    }
}
