using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data.Import;

/// <summary>Stores the records of one file inside one transaction: those referred to and not known yet, the kind's tables, sums, and how fresh the subject is.</summary>
internal sealed class RecordWriter(
    CompanyStore store, Staging stage, StagePlan plan, MappedFile file, References references, StageChecks checks, Findings findings, Func<Type, EntityTable> tables, DateOnly today)
{
    /// <summary>What became of changes that waited in the source.</summary>
    public OverlayCount Overlays { get; private set; } = new(0, 0, 0);

    /// <summary>Writes everything; the caller commits or rolls back.</summary>
    public async Task<IReadOnlyList<TableCount>> WriteAsync(CompanyContext context, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        var kind = file.Map.Kind;
        var overlays = new OverlayPass(context, stage, plan, tables, findings, file.Source.File.Name, store.Clock.GetUtcNow());
        await overlays.BeginAsync(cancellationToken);
        await StubsAsync(context, transaction, cancellationToken);
        var merge = new Merge(stage, plan, tables, references, checks, overlays);
        var counts = new List<TableCount>();
        for (var i = 0; i < kind.Targets.Count; i++)
        {
            if (plan.Writes(kind.Targets[i]))
            {
                counts.Add(await merge.RunAsync(kind.Targets[i], i, cancellationToken));
            }
        }

        // before the sums, which then add up what stands
        await overlays.LayOnAsync(cancellationToken);
        Overlays = overlays.Count;
        var settlements = new Settlements(stage, plan, kind, tables, today);
        foreach (var settlement in kind.Targets.SelectMany(target => target.Settlements))
        {
            if (settlement != Settlement.OpenAmounts || counts[0].Updated > 0)
            {
                await settlements.RunAsync(settlement, cancellationToken);
            }
        }

        await FinishStubsAsync(kind, cancellationToken);
        await FeedAsync(context, kind, cancellationToken);
        return counts;
    }

    private async Task StubsAsync(CompanyContext context, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        if (references.Stubs.Count == 0)
        {
            return;
        }

        // the caller owns context and transaction: the writer is not disposed
        BulkWriter writer = context switch
        {
            SqliteCompanyContext sqlite => new SqliteBulkWriter(sqlite, transaction),
            PostgresCompanyContext postgres => new PostgresBulkWriter(postgres, transaction),
            _ => throw new ArgumentOutOfRangeException(nameof(context)),
        };
        await writer.InsertAllAsync(references.Stubs.Select(stub => stub.Entity), cancellationToken);
        foreach (var chunk in references.Stubs.Chunk(500))
        {
            await stage.RunAsync($"INSERT INTO {Staging.Stubs} (temp, id) VALUES {string.Join(", ", chunk.Select(stub => $"({stub.Key}, {Id(stub.Entity)})"))}", cancellationToken);
        }

        // a record that this very file describes further down is not finished yet
        foreach (var own in file.Map.Kind.Targets.Select(target => target.Entity).Where(references.Made).Distinct())
        {
            await stage.RunAsync($"UPDATE {tables(own).Name} SET \"Version\" = 0 WHERE \"Id\" IN (SELECT id FROM {Staging.Stubs} WHERE temp IN ({string.Join(", ", references.Stubs.Where(stub => stub.Entity.GetType() == own).Select(stub => stub.Key))}))", cancellationToken);
        }
    }

    private async Task FinishStubsAsync(ImportKind kind, CancellationToken cancellationToken)
    {
        var described = new HashSet<int>();
        foreach (var own in kind.Targets.Select(target => target.Entity).Where(references.Made).Distinct())
        {
            var open = await stage.ListAsync($"SELECT \"Id\" FROM {tables(own).Name} WHERE \"Version\" = 0", row => row.GetInt32(0), cancellationToken);
            described.UnionWith(references.Stubs.Where(stub => stub.Entity.GetType() == own && !open.Contains(Id(stub.Entity))).Select(stub => stub.Key));
            await stage.RunAsync($"UPDATE {tables(own).Name} SET \"Version\" = 1 WHERE \"Version\" = 0", cancellationToken);
        }

        foreach (var stub in references.Stubs.Where(stub => !described.Contains(stub.Key)))
        {
            findings.Warn($"{Words.Of(stub.Target)} not known before: made from what the file says", stub.Line, Name(stub.Entity));
        }
    }

    // "as of" moves with every import, also one that finds nothing new: the records are known to be as the source has them
    private async Task FeedAsync(CompanyContext context, ImportKind kind, CancellationToken cancellationToken)
    {
        if (kind.Feed is not { } source)
        {
            return;
        }

        var now = store.Clock.GetUtcNow();
        var feed = await context.DataFeeds.FirstOrDefaultAsync(row => row.Source == source, cancellationToken);
        if (feed is null)
        {
            context.DataFeeds.Add(new DataFeed { Source = source, AsOf = now, Note = file.Source.File.Name });
            await context.SaveChangesAsync(cancellationToken);
        }
        else
        {
            await context.DataFeeds.Where(row => row.Source == source)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.AsOf, now).SetProperty(row => row.Note, file.Source.File.Name), cancellationToken);
        }
    }

    private static int Id(Entity entity) => entity switch
    {
        Customer customer => customer.Id.Value,
        Product product => product.Id.Value,
        Person person => person.Id.Value,
        Account account => account.Id.Value,
        Warehouse warehouse => warehouse.Id.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(entity)),
    };

    private static string Name(Entity entity) => entity switch
    {
        Customer customer => customer.Code,
        Product product => product.Sku,
        Person person => person.Name,
        Account account => account.Name,
        Warehouse warehouse => warehouse.Code,
        _ => throw new ArgumentOutOfRangeException(nameof(entity)),
    };
}
