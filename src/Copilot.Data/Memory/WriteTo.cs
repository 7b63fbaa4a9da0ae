using System.Data.Common;
using System.Globalization;

namespace Copilot.Data;

/// <summary>A transaction to write in, by statements written by hand: for the few tables through which every message passes.</summary>
internal sealed class WriteTo(DbConnection connection, DbTransaction? transaction)
{
    /// <summary>The transaction.</summary>
    public DbTransaction Transaction => transaction ?? throw new InvalidOperationException("This write has no transaction of its own.");

    /// <summary>Runs a statement with the values of @p0, @p1, … and says how many rows it touched.</summary>
    public async Task<int> RunAsync(string text, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(text, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The one value of a statement; nothing where there is no row.</summary>
    public async Task<object?> OneAsync(string text, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(text, values);
        return await command.ExecuteScalarAsync(cancellationToken) is var value and not DBNull ? value : null;
    }

    private DbCommand Command(string text, object?[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
                Enum name => name.ToString(),
                var value => value,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
