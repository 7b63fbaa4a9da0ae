using System.Data.Common;

namespace Copilot.Data;

/// <summary>The ledger's triggers on SQLite.</summary>
internal sealed class SqliteLedgerGuard : LedgerGuard
{
    // REPLACE deletes without firing a delete trigger, so that an insert over an existing number or hash is refused by itself
    private static readonly (string Name, string Sql)[] Triggers =
    [
        ("Ledger_no_update", $"CREATE TRIGGER \"Ledger_no_update\" BEFORE UPDATE ON \"Ledger\" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END"),
        ("Ledger_no_delete", $"CREATE TRIGGER \"Ledger_no_delete\" BEFORE DELETE ON \"Ledger\" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END"),
        ("Ledger_only_next", "CREATE TRIGGER \"Ledger_only_next\" BEFORE INSERT ON \"Ledger\" "
            + "WHEN NEW.\"Sequence\" IS NOT (SELECT COALESCE(MAX(\"Sequence\"), 0) + 1 FROM \"Ledger\") "
            + "OR EXISTS (SELECT 1 FROM \"Ledger\" WHERE \"Hash\" = NEW.\"Hash\") "
            + $"BEGIN SELECT RAISE(ABORT, '{Refusal}'); END"),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<string> Statements => Triggers.SelectMany(trigger => new[] { $"DROP TRIGGER IF EXISTS \"{trigger.Name}\"", trigger.Sql });

    /// <inheritdoc/>
    protected override string AnyEntrySql => "SELECT \"Hash\" FROM \"Ledger\" LIMIT 1";

    /// <inheritdoc/>
    public override async Task<bool> StandsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var found = await StoreLook.ListAsync(connection, "SELECT sql FROM sqlite_master WHERE type = 'trigger'", cancellationToken);
        return Array.TrueForAll(Triggers, trigger => found.Contains(trigger.Sql));
    }
}
