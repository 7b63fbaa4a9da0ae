namespace Copilot.Data;

/// <summary>Passes that are good for one use: whichever host of this store is shown one first takes it.</summary>
public sealed class PassStore
{
    private readonly GroupCommit _commit;
    private readonly string _table;

    internal PassStore(GroupCommit commit, string schema) => (_commit, _table) = (commit, schema + "\"UsedPasses\"");

    /// <summary>Uses a pass.</summary>
    /// <param name="id">Its own number.</param>
    /// <param name="endsAt">When it is over anyway.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether this was the first use.</returns>
    public async Task<bool> UseAsync(string id, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return await _commit.WriteAsync(
            to => to.RunAsync($"INSERT INTO {_table} (\"Id\", \"EndsAt\") VALUES (@p0, @p1) ON CONFLICT (\"Id\") DO NOTHING", [id, endsAt], CancellationToken.None), cancellationToken) == 1;
    }
}
