using System.Runtime.CompilerServices;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data;

/// <summary>
/// One read-only connection with one snapshot for one answer, showing what one person may see. Made by <see cref="CompanyStore.ReadAsync"/>;
/// disposed at the end of the turn. One query at a time, also while rows are streamed.
/// </summary>
public sealed partial class ReadSession : IReadSession, IAsyncDisposable
{
    private readonly CompanyContext _context;
    private readonly IDbContextTransaction _snapshot;
    private readonly VisibleRows _rows;
    private readonly string _region;
    private readonly Id<Person> _person;
    private bool _streaming;

    internal ReadSession(CompanyContext context, IDbContextTransaction snapshot, Access access)
    {
        (_context, _snapshot, _rows) = (context, snapshot, new VisibleRows(context, access));
        (_region, _person) = (access.Region, access.PersonId);
    }

    /// <summary>The context behind it; for tests that try to write through it.</summary>
    internal CompanyContext Context => _context;

    /// <inheritdoc/>
    public ReadMemory Memory { get; } = new();

    /// <inheritdoc/>
    public Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Alone(query).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Alone(query).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Alone(query).CountAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Alone(query).AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<long> SumAsync(IQueryable<long> query, CancellationToken cancellationToken) => Alone(query).SumAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<T> StreamAsync<T>(IQueryable<T> query) => Stream(Alone(query), CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _snapshot.DisposeAsync();
        await _context.DisposeAsync();
    }

    private async IAsyncEnumerable<T> Stream<T>(IQueryable<T> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _ = Alone(query);
        _streaming = true;
        try
        {
            await foreach (var row in query.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                yield return row;
            }
        }
        finally
        {
            _streaming = false;
        }
    }

    // PostgreSQL has one result open on a connection; SQLite would allow more, and code would then work on one database alone
    private IQueryable<T> Alone<T>(IQueryable<T> query) => _streaming
        ? throw new InvalidOperationException("Rows are still being streamed in this session: read what else is needed before, or after.")
        : query;
}
