using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>What goes to channels: sent, tried again, parked, or dropped by an administrator.</summary>
public sealed class OutboxStore
{
    private readonly CompanyStore _store;
    private readonly GroupCommit _commit;
    private readonly string _table;
    private readonly string _due;

    internal OutboxStore(CompanyStore store, GroupCommit commit, string schema)
    {
        (_store, _commit, _table) = (store, commit, schema + "\"Outbox\"");

        // in one pass over what waits: a row's place in its conversation, and the latest time that it or one before it there waits for
        _due = "SELECT o.* FROM " + _table + " AS o JOIN (SELECT \"Id\" AS \"Row\", ROW_NUMBER() OVER lane AS \"Place\", MAX(\"DueAt\") OVER lane AS \"Latest\" FROM " + _table
            + " WHERE \"State\" = 'Waiting' WINDOW lane AS (PARTITION BY \"Conversation\" ORDER BY \"Id\")) AS w ON w.\"Row\" = o.\"Id\" WHERE w.\"Place\" <= {0} AND w.\"Latest\" <= {1}";
    }

    /// <summary>Something was added that may be sent; raised on the writer's own thread.</summary>
    public event EventHandler? Added;

    /// <summary>Whether other hosts may write here too: of what they wrote nobody tells.</summary>
    public bool IsShared => _store.Options.Provider == StoreProvider.Postgres;

    /// <summary>This host's part in the turn of sending.</summary>
    public SendingShift Shift() => _store.Shift();

    /// <summary>
    /// What may be sent now, in the order written: not what waits for its time, nor what was written behind it in the same conversation. Of each
    /// conversation its first alone, so that one to which much is written leaves room for the others.
    /// </summary>
    /// <param name="count">How many at most.</param>
    /// <param name="ofEach">How many of each conversation at most.</param>
    /// <param name="passedOver">Conversations of which none is wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<OutboxMessage>> DueAsync(int count, int ofEach, IReadOnlyList<string> passedOver, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passedOver);
        await using var context = _store.Copilot();
        var due = await context.Outbox.FromSqlRaw(_due, ofEach, _store.Clock.GetUtcNow().ToUnixTimeMilliseconds()).AsNoTracking()
            .Where(row => !EF.Parameter(passedOver).Contains(row.Conversation)).OrderBy(row => row.Id).Take(count)
            .Select(row => new OutboxMessage(row.Id, row.Conversation, row.ServiceUrl, row.Body, row.State, row.Attempts, row.DueAt, row.WrittenAt, row.Trouble)).ToListAsync(cancellationToken);
        return await OpenAsync(context, due, cancellationToken);
    }

    /// <summary>What stands in a state, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> ListAsync(OutboxState state, long after, int count, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var rows = await context.Outbox.AsNoTracking().Where(row => row.State == state && row.Id > after).OrderBy(row => row.Id).Take(count)
            .Select(row => new OutboxMessage(row.Id, row.Conversation, row.ServiceUrl, row.Body, row.State, row.Attempts, row.DueAt, row.WrittenAt, row.Trouble)).ToListAsync(cancellationToken);
        return await OpenAsync(context, rows, cancellationToken);
    }

    /// <summary>What of a conversation was said last, oldest first.</summary>
    public async Task<IReadOnlyList<string>> LastAsync(string conversation, int count, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var rows = await context.Outbox.AsNoTracking().Where(row => row.Conversation == conversation).OrderByDescending(row => row.Id).Take(count).Select(row => row.Body).ToListAsync(cancellationToken);
        var (ring, said) = (new KeyRing(context), new List<string>(rows.Count));
        foreach (var row in Enumerable.Reverse(rows))
        {
            said.AddRange(await ring.OpenAsync(row, cancellationToken) is { } body ? [body] : []);
        }

        return said;
    }

    /// <summary>How many stand in a state.</summary>
    public async Task<int> CountAsync(OutboxState state, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        return await context.Outbox.CountAsync(row => row.State == state, cancellationToken);
    }

    /// <summary>The channel took it.</summary>
    public Task SentAsync(long id, CancellationToken cancellationToken) =>
        RunAsync("UPDATE", "SET \"State\" = @p1, \"SentAt\" = @p2, \"Attempts\" = \"Attempts\" + 1, \"Trouble\" = NULL WHERE \"Id\" = @p0", [id, OutboxState.Sent, _store.Clock.GetUtcNow()], cancellationToken);

    /// <summary>The channel did not take it: again, not before that instant.</summary>
    public Task AgainAsync(long id, DateTimeOffset dueAt, string trouble, CancellationToken cancellationToken) =>
        RunAsync("UPDATE", "SET \"DueAt\" = @p1, \"Attempts\" = \"Attempts\" + 1, \"Trouble\" = @p2 WHERE \"Id\" = @p0", [id, dueAt, trouble], cancellationToken);

    /// <summary>It is not tried any more until somebody says so.</summary>
    public Task ParkAsync(long id, string trouble, CancellationToken cancellationToken) =>
        RunAsync("UPDATE", "SET \"State\" = @p1, \"Attempts\" = \"Attempts\" + 1, \"Trouble\" = @p2 WHERE \"Id\" = @p0", [id, OutboxState.Parked, trouble], cancellationToken);

    /// <summary>A parked activity is tried again from now on.</summary>
    /// <returns>Whether it was parked.</returns>
    public async Task<bool> RetryAsync(long id, CancellationToken cancellationToken) => await RunAsync(
        "UPDATE", "SET \"State\" = @p1, \"Attempts\" = 0, \"DueAt\" = @p2 WHERE \"Id\" = @p0 AND \"State\" = @p3", [id, OutboxState.Waiting, _store.Clock.GetUtcNow(), OutboxState.Parked], cancellationToken) == 1;

    /// <summary>A parked activity is given up.</summary>
    /// <returns>Whether it was parked.</returns>
    public async Task<bool> DropAsync(long id, CancellationToken cancellationToken) =>
        await RunAsync("DELETE FROM", "WHERE \"Id\" = @p0 AND \"State\" = @p1", [id, OutboxState.Parked], cancellationToken) == 1;

    private static async Task<IReadOnlyList<OutboxMessage>> OpenAsync(CopilotContext context, IReadOnlyList<OutboxMessage> rows, CancellationToken cancellationToken)
    {
        var (ring, opened) = (new KeyRing(context), new List<OutboxMessage>(rows.Count));
        foreach (var row in rows)
        {
            // to somebody who was erased nothing is sent any more
            if (await ring.OpenAsync(row.Body, cancellationToken) is { } body)
            {
                opened.Add(row with { Body = body });
            }
        }

        return opened;
    }

    internal void OnAdded() => Added?.Invoke(this, EventArgs.Empty);

    private Task<int> RunAsync(string verb, string rest, object?[] values, CancellationToken cancellationToken) =>
        _commit.WriteAsync(to => to.RunAsync($"{verb} {_table} {rest}", values, CancellationToken.None), cancellationToken);
}
