using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// The triggers that make the ledger append-only: update, delete and replace are refused, and an insert must carry the next number. They
/// are looked at on every start and put back when someone took them away, which is then told by the ledger's own check.
/// </summary>
internal static class LedgerGuard
{
    private const string Refusal = "The ledger is only added to.";

    /// <summary>On SQLite, by name. REPLACE deletes without firing a delete trigger, so an insert over an existing key is refused by itself.</summary>
    private static readonly (string Name, string Sql)[] Sqlite =
    [
        ("Ledger_no_update", $"CREATE TRIGGER \"Ledger_no_update\" BEFORE UPDATE ON \"Ledger\" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END"),
        ("Ledger_no_delete", $"CREATE TRIGGER \"Ledger_no_delete\" BEFORE DELETE ON \"Ledger\" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END"),
        ("Ledger_only_next", "CREATE TRIGGER \"Ledger_only_next\" BEFORE INSERT ON \"Ledger\" "
            + "WHEN NEW.\"Sequence\" IS NOT (SELECT COALESCE(MAX(\"Sequence\"), 0) + 1 FROM \"Ledger\") "
            + "OR EXISTS (SELECT 1 FROM \"Ledger\" WHERE \"Hash\" = NEW.\"Hash\") "
            + $"BEGIN SELECT RAISE(ABORT, '{Refusal}'); END"),
    ];

    /// <summary>On PostgreSQL: functions may be replaced in place, so their text is part of what is compared.</summary>
    private static readonly string[] PostgresTriggers = ["Ledger_no_change", "Ledger_no_truncate", "Ledger_only_next"];

    private const string PostgresRefuse = $"BEGIN RAISE EXCEPTION '{Refusal}'; END";

    private const string PostgresOnlyNext =
        "BEGIN IF NEW.\"Sequence\" IS DISTINCT FROM (SELECT COALESCE(MAX(\"Sequence\"), 0) + 1 FROM copilot.\"Ledger\") "
        + $"THEN RAISE EXCEPTION '{Refusal}'; END IF; RETURN NEW; END";

    /// <summary>Whether all triggers stand as they should.</summary>
    public static async Task<bool> StandsAsync(CopilotContext context, CancellationToken cancellationToken)
    {
        if (!context.Database.IsSqlite())
        {
            return await PostgresStandsAsync(context, cancellationToken);
        }

        var found = await context.Database.SqlQueryRaw<string>("SELECT name || char(10) || sql AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync(cancellationToken);
        return Array.TrueForAll(Sqlite, trigger => found.Contains($"{trigger.Name}\n{trigger.Sql}"));
    }

    /// <summary>Puts them in place, in one transaction.</summary>
    public static async Task RestoreAsync(CopilotContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var statements = context.Database.IsSqlite()
            ? Sqlite.SelectMany(trigger => new[] { $"DROP TRIGGER IF EXISTS \"{trigger.Name}\"", trigger.Sql })
            : PostgresStatements();
        foreach (var statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<bool> PostgresStandsAsync(CopilotContext context, CancellationToken cancellationToken)
    {
        var triggers = await context.Database.SqlQueryRaw<string>(
            "SELECT t.tgname::text AS \"Value\" FROM pg_trigger t WHERE t.tgrelid = 'copilot.\"Ledger\"'::regclass AND t.tgenabled = 'O' AND NOT t.tgisinternal").ToListAsync(cancellationToken);
        var bodies = await context.Database.SqlQueryRaw<string>(
            "SELECT p.prosrc AS \"Value\" FROM pg_proc p WHERE p.pronamespace = 'copilot'::regnamespace").ToListAsync(cancellationToken);
        return Array.TrueForAll(PostgresTriggers, triggers.Contains) && bodies.Contains(PostgresRefuse) && bodies.Contains(PostgresOnlyNext);
    }

    private static IEnumerable<string> PostgresStatements()
    {
        yield return $"CREATE OR REPLACE FUNCTION copilot.ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $body${PostgresRefuse}$body$";
        yield return $"CREATE OR REPLACE FUNCTION copilot.ledger_only_next() RETURNS trigger LANGUAGE plpgsql AS $body${PostgresOnlyNext}$body$";
        foreach (var trigger in PostgresTriggers)
        {
            yield return $"DROP TRIGGER IF EXISTS \"{trigger}\" ON copilot.\"Ledger\"";
        }

        yield return "CREATE TRIGGER \"Ledger_no_change\" BEFORE UPDATE OR DELETE ON copilot.\"Ledger\" FOR EACH ROW EXECUTE FUNCTION copilot.ledger_refuse()";
        yield return "CREATE TRIGGER \"Ledger_no_truncate\" BEFORE TRUNCATE ON copilot.\"Ledger\" FOR EACH STATEMENT EXECUTE FUNCTION copilot.ledger_refuse()";
        yield return "CREATE TRIGGER \"Ledger_only_next\" BEFORE INSERT ON copilot.\"Ledger\" FOR EACH ROW EXECUTE FUNCTION copilot.ledger_only_next()";
    }
}
