using System.Data.Common;

namespace Copilot.Data;

/// <summary>The ledger's triggers on PostgreSQL. Their functions can be replaced in place, so the text of those is looked at as well.</summary>
internal sealed class PostgresLedgerGuard : LedgerGuard
{
    private const string Table = $"{StoreSchemas.Copilot}.\"Ledger\"";
    private const string Refuse = $"BEGIN RAISE EXCEPTION '{Refusal}'; END";
    private const string OnlyNext =
        $"BEGIN IF NEW.\"Sequence\" IS DISTINCT FROM (SELECT COALESCE(MAX(\"Sequence\"), 0) + 1 FROM {Table}) THEN RAISE EXCEPTION '{Refusal}'; END IF; RETURN NEW; END";

    private static readonly (string Name, string When, string Function)[] Triggers =
    [
        ("Ledger_no_change", $"BEFORE UPDATE OR DELETE ON {Table} FOR EACH ROW", "ledger_refuse"),
        ("Ledger_no_truncate", $"BEFORE TRUNCATE ON {Table} FOR EACH STATEMENT", "ledger_refuse"),
        ("Ledger_only_next", $"BEFORE INSERT ON {Table} FOR EACH ROW", "ledger_only_next"),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<string> Statements =>
    [
        $"CREATE OR REPLACE FUNCTION {StoreSchemas.Copilot}.ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $body${Refuse}$body$",
        $"CREATE OR REPLACE FUNCTION {StoreSchemas.Copilot}.ledger_only_next() RETURNS trigger LANGUAGE plpgsql AS $body${OnlyNext}$body$",
        .. Triggers.SelectMany(trigger => new[]
        {
            $"DROP TRIGGER IF EXISTS \"{trigger.Name}\" ON {Table}",
            $"CREATE TRIGGER \"{trigger.Name}\" {trigger.When} EXECUTE FUNCTION {StoreSchemas.Copilot}.{trigger.Function}()",
            $"ALTER TABLE {Table} ENABLE ALWAYS TRIGGER \"{trigger.Name}\"",
        }),
    ];

    /// <inheritdoc/>
    protected override string AnyEntrySql => $"SELECT \"Hash\"::text FROM {Table} LIMIT 1";

    /// <inheritdoc/>
    public override async Task<bool> StandsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // A: it fires whatever the session says about replication
        var found = await StoreLook.ListAsync(
            connection,
            "SELECT t.tgname || '|' || p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            + $"WHERE t.tgrelid = '{Table}'::regclass AND t.tgenabled = 'A' AND NOT t.tgisinternal",
            cancellationToken);
        return Array.TrueForAll(Triggers, trigger => found.Contains($"{trigger.Name}|{(trigger.Function == "ledger_refuse" ? Refuse : OnlyNext)}"));
    }
}
