using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// Connections that are kept open with their statements prepared, for what every turn reads: opening one and translating the query costs more
/// than reading one row.
/// </summary>
internal sealed class KeptReaders(Func<CopilotContext> open) : IDisposable
{
    private const int MostKept = 8;
    private readonly ConcurrentBag<(CopilotContext Context, WriteTo On)> _idle = [];

    /// <summary>The one value of a statement with the values of @p0, @p1, …; nothing where there is no row.</summary>
    public async Task<object?> OneAsync(string text, object?[] values, CancellationToken cancellationToken)
    {
        if (!_idle.TryTake(out var reader))
        {
            var context = open();
            reader = (context, context.Writer());
        }

        try
        {
            if (reader.Context.Database.GetDbConnection().State != ConnectionState.Open)
            {
                await reader.Context.Database.OpenConnectionAsync(cancellationToken);
            }

            var value = await reader.On.OneAsync(text, values, cancellationToken);
            if (_idle.Count < MostKept)
            {
                _idle.Add(reader);
                reader = default;
            }

            return value;
        }
        finally
        {
            // one too many, or one on which something went wrong
            reader.On?.Dispose();
            reader.Context?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.On.Dispose();
            reader.Context.Dispose();
        }
    }
}
