using System.Data.Common;

namespace Copilot.Data;

/// <summary>
/// The triggers that make the ledger append-only: update, delete and replace are refused, and an insert must carry the next number. They
/// are looked at on every start and put back when someone took them away, which the ledger's own check then tells.
/// </summary>
internal abstract class LedgerGuard
{
    /// <summary>What a refused statement gets to read.</summary>
    protected const string Refusal = "The ledger is only added to.";

    /// <summary>The statements that put the triggers in place, whatever is there now.</summary>
    protected abstract IEnumerable<string> Statements { get; }

    /// <summary>Asks for one row as soon as the ledger has one.</summary>
    protected abstract string AnyEntrySql { get; }

    /// <summary>Whether all triggers stand as they should.</summary>
    public abstract Task<bool> StandsAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Puts them in place, in one transaction.</summary>
    public async Task RestoreAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var statement in Statements)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (statement, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether the ledger has entries.</summary>
    public async Task<bool> HasEntriesAsync(DbConnection connection, CancellationToken cancellationToken) =>
        (await StoreLook.ListAsync(connection, AnyEntrySql, cancellationToken)).Count > 0;
}
