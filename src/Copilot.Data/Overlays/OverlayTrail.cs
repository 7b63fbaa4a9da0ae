using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Copilot.Data;

/// <summary>
/// Watches what one effect changes and notes each value beside what the source last said, in the effect's own transaction. Whatever an executor
/// does is seen, so that none has to remember it.
/// </summary>
internal sealed class OverlayTrail
{
    private readonly CompanyContext _context;
    private readonly List<Entity> _made = [];
    private readonly Dictionary<(Entity Record, string Field), (EntityEntry Entry, object? Before)> _changed = [];

    private OverlayTrail(CompanyContext context)
    {
        _context = context;
        context.SavingChanges += (_, _) => Note();
    }

    /// <summary>
    /// Begins to watch; nothing where the records are the copilot's own and an effect is final: the sample, and a company into which nothing was imported.
    /// An import that is under way is waited for, and waits for this.
    /// </summary>
    public static async Task<OverlayTrail?> BeginAsync(CompanyContext context, CancellationToken cancellationToken)
    {
        await OverlayLock.ShareAsync(context, cancellationToken);
        return await context.Companies.AnyAsync(company => !company.IsSample, cancellationToken) && await context.DataFeeds.AnyAsync(cancellationToken) ? new OverlayTrail(context) : null;
    }

    /// <summary>Adds what was changed and made; saved by the caller.</summary>
    /// <param name="effect">Key of the effect.</param>
    /// <param name="reason">What was confirmed, in a few words.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who confirmed it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>How many.</returns>
    public async Task<int> WriteAsync(string effect, string reason, DateTimeOffset at, Id<Person>? by, CancellationToken cancellationToken)
    {
        var words = new OverlayWords(_context);
        var rows = new List<Overlay>();
        foreach (var made in _made)
        {
            rows.Add(await words.MadeAsync(_context.Entry(made), cancellationToken));
        }

        foreach (var ((record, field), (entry, before)) in _changed.Where(pair => !_made.Contains(pair.Key.Record)))
        {
            if (OverlayText.Raw(entry.Property(field).Metadata, before) != OverlayText.Raw(entry.Property(field).Metadata, entry.Property(field).CurrentValue))
            {
                rows.Add(await words.ChangedAsync(_context.Entry(record), field, before, cancellationToken));
            }
        }

        foreach (var row in rows)
        {
            (row.Effect, row.Reason, row.At, row.ById, row.State) = (effect, reason, at, by, OverlayState.Waiting);
        }

        _context.AddRange(rows);
        return rows.Count;
    }

    private void Note()
    {
        _context.ChangeTracker.DetectChanges();
        foreach (var entry in _context.ChangeTracker.Entries<Entity>().Where(entry => OverlayFields.Mirrors(entry.Metadata.ClrType)))
        {
            if (entry.State == EntityState.Added)
            {
                _made.Add(entry.Entity);
            }
            else if (entry.State == EntityState.Modified)
            {
                foreach (var property in entry.Properties.Where(property => property.IsModified && OverlayFields.Mirrors(property.Metadata.Name)))
                {
                    _changed.TryAdd((entry.Entity, property.Metadata.Name), (entry, property.OriginalValue));
                }
            }
        }
    }
}
