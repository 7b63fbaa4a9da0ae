using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Copilot.Data;

/// <summary>Keeps versions and folded names right on every save: a version is 1 when stored and moves only when a value really differs.</summary>
internal sealed class StampInterceptor : SaveChangesInterceptor
{
    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Stamp(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Stamp(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Stamp(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries<Entity>() ?? [])
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                FoldedNames.Fill(entry.Entity);
                entry.DetectChanges();
            }

            if (entry.State == EntityState.Added)
            {
                entry.Entity.Version = 1;
            }
            else if (entry.State == EntityState.Modified)
            {
                Move(entry);
            }
        }
    }

    private static void Move(EntityEntry<Entity> entry)
    {
        var version = entry.Property(row => row.Version);
        version.CurrentValue = version.OriginalValue;
        var changed = false;
        foreach (var property in entry.Properties.Where(property => property.IsModified))
        {
            property.IsModified = !Equals(property.OriginalValue, property.CurrentValue);
            changed |= property.IsModified;
        }

        if (changed)
        {
            version.CurrentValue = checked(version.OriginalValue + 1);
        }
        else
        {
            entry.State = EntityState.Unchanged;
        }
    }
}
