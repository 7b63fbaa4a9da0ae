namespace Copilot.Data;

/// <summary>
/// How long conversations are kept. Messages, replies, transcripts and files go when they are older than a company wants them; what waits to be
/// answered or sent, and where a person is reached, stays. The ledger is not a conversation and is never touched.
/// </summary>
public sealed class Retention
{
    // a statement deletes this many at most, so that nobody's turn waits long behind it
    private const int Batch = 500;

    private readonly CompanyStore _store;
    private readonly GroupCommit _commit;
    private readonly string _schema;

    internal Retention(CompanyStore store, GroupCommit commit, string schema) => (_store, _commit, _schema) = (store, commit, schema);

    /// <summary>Deletes what is older than an instant, and passes that are over.</summary>
    /// <param name="before">What was written before it goes; none keeps all conversations.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    /// <returns>How many rows went.</returns>
    public async Task<long> PruneAsync(DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var gone = await DeleteAsync("UsedPasses", "Id", "\"EndsAt\" < @p0", _store.Clock.GetUtcNow(), cancellationToken);
        if (before is not { } instant)
        {
            return gone;
        }

        gone += await DeleteAsync("Transcripts", "Id", "\"WrittenAt\" < @p0", instant, cancellationToken);
        gone += await DeleteAsync("Uploads", "Id", "\"TakenAt\" < @p0", instant, cancellationToken);
        gone += await DeleteAsync("Inbox", "Id", "\"ReceivedAt\" < @p0 AND \"DoneAt\" IS NOT NULL", instant, cancellationToken);
        gone += await DeleteAsync("Outbox", "Id", "\"SentAt\" < @p0", instant, cancellationToken);

        // the page makes a conversation each time it is opened: of those the one in which somebody sat last is where they are reached
        gone += await DeleteAsync(
            "Conversations", "Id",
            $"\"LastAt\" < @p0 AND (\"Reference\" IS NULL OR (\"Name\" LIKE 'directline:%' AND EXISTS (SELECT 1 FROM {_schema}\"Conversations\" AS newer WHERE newer.\"PersonKey\" = \"Conversations\".\"PersonKey\" "
            + "AND newer.\"Name\" LIKE 'directline:%' AND newer.\"Reference\" IS NOT NULL AND newer.\"Id\" > \"Conversations\".\"Id\")))", instant, cancellationToken);

        // where a person is reached is kept; what was talked about is not
        await _commit.WriteAsync(to => to.RunAsync($"UPDATE {_schema}\"Conversations\" SET \"State\" = NULL WHERE \"LastAt\" < @p0 AND \"State\" IS NOT NULL", [instant], CancellationToken.None), cancellationToken);
        return gone;
    }

    private async Task<long> DeleteAsync(string table, string key, string which, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var gone = 0L;
        int deleted;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            deleted = await _commit.WriteAsync(
                to => to.RunAsync($"DELETE FROM {_schema}\"{table}\" WHERE \"{key}\" IN (SELECT \"{key}\" FROM {_schema}\"{table}\" WHERE {which} LIMIT {Batch})", [instant], CancellationToken.None), cancellationToken);
            gone += deleted;
        }
        while (deleted == Batch);
        return gone;
    }
}
