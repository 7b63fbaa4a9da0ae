using System.Data.Common;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Both databases of a node, opened and up to date.</summary>
public sealed class CompanyStore : IAsyncDisposable
{
    private readonly StoreContexts _contexts;

    private CompanyStore(StoreContexts contexts, StoreOptions options, TimeProvider clock) => (_contexts, Options, Clock) = (contexts, options, clock);

    /// <summary>Where the records are kept.</summary>
    public StoreOptions Options { get; }

    /// <summary>The clock of the store.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Whether the ledger's triggers had been taken away before this start put them back.</summary>
    internal bool LedgerGuardWasMissing { get; private init; }

    /// <summary>Opens both databases, making or migrating them first where needed.</summary>
    public static async Task<Result<CompanyStore>> OpenAsync(StoreOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (options.Provider == StoreProvider.Postgres && string.IsNullOrWhiteSpace(options.CompanyConnection))
        {
            return DataFaults.NoConnection();
        }

        var made = Contexts(options);
        if (!made.Ok)
        {
            return made.Fault;
        }

        var contexts = made.Value;
        var prepared = await StoreOpener.PrepareAsync(contexts, options, cancellationToken);
        if (!prepared.Ok)
        {
            await contexts.DisposeAsync();
            return prepared.Fault;
        }

        return new CompanyStore(contexts, options, clock) { LedgerGuardWasMissing = prepared.Value };
    }

    /// <summary>A read-only session for one answer, showing what that access allows.</summary>
    public Task<ReadSession> ReadAsync(Access access, CancellationToken cancellationToken) => _contexts.ReadAsync(access, cancellationToken);

    /// <summary>A number that is another one as soon as business records were changed, by whomever; none where the database does not tell.</summary>
    public long? RecordsVersion() => _contexts.RecordsVersion();

    /// <summary>The company whose records these are; nothing in a store without one.</summary>
    public async Task<CompanyProfile?> ProfileAsync(CancellationToken cancellationToken)
    {
        await using var context = _contexts.Company();
        return await context.Companies.AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Why the databases cannot both be read: the company's records, and the inbox into which every message goes first.</summary>
    /// <returns>What is wrong; nothing where both can.</returns>
    public async Task<Exception?> ReadTroubleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var copilot = _contexts.Copilot();
            await copilot.Inbox.AnyAsync(cancellationToken);
            return await ProfileAsync(cancellationToken) is null ? new InvalidOperationException("The store holds no company.") : null;
        }
        catch (Exception trouble) when (trouble is DbException or InvalidOperationException or IOException or TimeoutException)
        {
            return trouble;
        }
    }

    /// <summary>One of the staff by short name, display name or mail address, with what they may see.</summary>
    public async Task<Result<(Person Person, Access Access)>> FindPersonAsync(string keyOrNameOrEmail, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Company();
        return await PersonFinder.FindAsync(context, keyOrNameOrEmail, cancellationToken);
    }

    /// <summary>All of the staff who are here, with what they may see.</summary>
    public async Task<IReadOnlyList<(Person Person, Access Access)>> StaffAsync(CancellationToken cancellationToken)
    {
        await using var context = _contexts.Company();
        return await PersonFinder.AllAsync(context, cancellationToken);
    }

    /// <summary>The roles that the company's staff hold or that see anything.</summary>
    public async Task<IReadOnlyCollection<string>> RolesAsync(CancellationToken cancellationToken)
    {
        await using var context = _contexts.Company();
        return await context.RoleVisibilities.Select(rule => rule.Role).Union(context.PersonRoles.Select(row => row.Role)).ToListAsync(cancellationToken);
    }

    /// <summary>This host's part in the turn of sending.</summary>
    internal SendingShift Shift() => new(token => _contexts.SendingLockAsync(Options, token));

    /// <summary>Takes what was deleted from the copilot's own records out of their files as well.</summary>
    internal async Task ScrubAsync(CancellationToken cancellationToken)
    {
        // SQLite overwrites what it deletes (secure_delete); what its log still holds goes when the log is cut off
        await using var context = _contexts.Copilot();
        await context.Database.ExecuteSqlRawAsync(Options.Provider == StoreProvider.Postgres ? "VACUUM" : "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _contexts.DisposeAsync();

    /// <summary>The business records, to read and write; only for import, the sample and the execution of effects.</summary>
    internal CompanyContext Company() => _contexts.Company();

    /// <summary>The copilot's own records, to read and write.</summary>
    internal CopilotContext Copilot() => _contexts.Copilot();

    /// <summary>A transaction in which many business records are written.</summary>
    internal Task<BulkWriter> BulkAsync(CancellationToken cancellationToken) => _contexts.BulkAsync(cancellationToken);

    private static Result<StoreContexts> Contexts(StoreOptions options)
    {
        try
        {
            return options.Provider switch
            {
                StoreProvider.Sqlite => new SqliteContexts(options),
                StoreProvider.Postgres => new PostgresContexts(options.CompanyConnection!, options.CopilotConnection ?? options.CompanyConnection!),
                _ => throw new NotSupportedException($"There is no store of kind {options.Provider}."),
            };
        }
        catch (ArgumentException problem) when (options.Provider == StoreProvider.Postgres)
        {
            // the reason names the keyword, never a value: a password stays out of it
            return DataFaults.BadConnection(problem.Message);
        }
    }
}
