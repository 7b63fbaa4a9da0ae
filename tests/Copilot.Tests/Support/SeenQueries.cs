using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Copilot.Tests.Support;

/// <summary>The queries that a piece of a test makes, each with its values. Those of other tests, which run beside it, are not among them.</summary>
internal static class SeenQueries
{
    // what is announced is heard where it is done: in the context of the test that asked
    private static readonly AsyncLocal<List<string>?> Mine = new();

    /// <summary>Listens from the start on: a context that once saw nobody listening does not look again for a second.</summary>
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Heard<DiagnosticListener>(listener =>
    {
        if (listener.Name == DbLoggerCategory.Name)
        {
            listener.Subscribe(new Heard<KeyValuePair<string, object?>>(Note), name => name == RelationalEventId.CommandExecuting.Name);
        }
    }));

    /// <summary>What is asked of the database while something runs.</summary>
    public static async Task<IReadOnlyList<string>> DuringAsync(Func<Task> run)
    {
        var queries = Mine.Value = [];
        await run();
        return queries;
    }

    private static void Note(KeyValuePair<string, object?> announced)
    {
        if (Mine.Value is { } queries && announced.Value is CommandEventData { Command: var command })
        {
            queries.Add($"{command.CommandText} [{string.Join(", ", command.Parameters.Cast<DbParameter>().Select(given => given.Value))}]");
        }
    }

    private sealed class Heard<T>(Action<T> then) : IObserver<T>
    {
        public void OnNext(T value) => then(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
