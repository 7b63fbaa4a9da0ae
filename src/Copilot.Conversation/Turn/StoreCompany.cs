using System.Collections.Concurrent;
using Copilot.Core;
using Copilot.Data;

namespace Copilot.Conversation;

/// <summary>The company of a store.</summary>
public sealed class StoreCompany : ICompany
{
    /// <summary>On a database server other nodes write too: names are read again after this long.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly CompanyStore _store;
    private readonly TimeProvider _time;
    private readonly DateOnly? _today;
    private Known? _known;

    /// <summary>The company of that store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="time">The clock.</param>
    /// <param name="today">The business day, where it is set to another than the calendar's.</param>
    public StoreCompany(CompanyStore store, TimeProvider time, DateOnly? today) => (_store, _time, _today) = (store, time, today);

    /// <summary>Who may do what, for functions that tell it; nothing where there is no gate.</summary>
    public IWhoMay? WhoMay { get; init; }

    /// <summary>Opens the originals of invoices for a turn; a host without any leaves it out.</summary>
    public Func<IOriginals>? Originals { get; init; }

    /// <summary>The business day.</summary>
    public DateOnly Today => _today ?? DateOnly.FromDateTime(_time.GetLocalNow().DateTime);

    /// <inheritdoc/>
    public async ValueTask<CompanyNames> NamesAsync(CancellationToken cancellationToken) => (await KnownAsync(cancellationToken)).Names;

    /// <inheritdoc/>
    public async Task<Result<OpenTurn>> OpenAsync(string personKey, Language language, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        var found = await PersonAsync(known, personKey, cancellationToken);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var names = known.Names;
        var turn = new TurnContext(found.Value.Person, found.Value.Access, Today, _time.GetUtcNow(), names.Fiscal, names.BaseCurrency, language, names.Company);
        return new OpenTurn(turn, ReadAsync) { Names = names, Version = IsSqlite ? known.Stamp : null };
    }

    private async Task<(FunctionContext Context, IAsyncDisposable Session)> ReadAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var session = await _store.ReadAsync(turn.Access, cancellationToken);
        var context = new FunctionContext(session, turn) { Drafts = TemplateDrafts.Embedded, WhoMay = WhoMay };
        return (Originals is { } open ? context with { Originals = open() } : context, session);
    }

    private bool IsSqlite => _store.Options.Provider == StoreProvider.Sqlite;

    private async ValueTask<Known> KnownAsync(CancellationToken cancellationToken)
    {
        var stamp = _store.RecordsVersion() ?? _time.GetUtcNow().Ticks / Fresh.Ticks;
        if (_known is { } known && known.Stamp == stamp)
        {
            return known;
        }

        await using var session = await _store.ReadAsync(EveryName.Access, cancellationToken);
        return _known = new Known(stamp, await EveryName.ReadAsync(session, cancellationToken));
    }

    // what a person may see is never half a minute old: on a server, where the stamp is the clock's, it is read for each turn
    private async Task<Result<(Person Person, Access Access)>> PersonAsync(Known known, string key, CancellationToken cancellationToken)
    {
        if (!IsSqlite)
        {
            return await _store.FindPersonAsync(key, cancellationToken);
        }

        if (known.Staff.TryGetValue(key, out var staff))
        {
            return staff;
        }

        var found = await _store.FindPersonAsync(key, cancellationToken);
        return found.Ok ? known.Staff.GetOrAdd(key, found.Value) : found.Fault;
    }

    /// <summary>What was read while the records carried that stamp.</summary>
    private sealed record Known(long Stamp, CompanyNames Names)
    {
        public ConcurrentDictionary<string, (Person Person, Access Access)> Staff { get; } = new(StringComparer.Ordinal);
    }
}
