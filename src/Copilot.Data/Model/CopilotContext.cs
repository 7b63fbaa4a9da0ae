using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The copilot's own records. One sealed context for each database derives from it, because migrations belong to a context.</summary>
internal abstract class CopilotContext(DbContextOptions options, StoreProvider provider) : DbContext(options)
{
    /// <summary>The ledger; written through the gate's Ledger alone.</summary>
    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    /// <summary>Conversations.</summary>
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    /// <summary>Their turns.</summary>
    public DbSet<TurnRow> Turns => Set<TurnRow>();

    /// <summary>Settings of people and of the house.</summary>
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <summary>Keeps others from adding to the ledger until the running transaction ends, so that two entries cannot follow the same one.</summary>
    public abstract Task ClaimLedgerAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoreConventions.Apply(configurationBuilder, [], provider);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LedgerRow>(entry =>
        {
            entry.HasKey(row => row.Sequence);
            entry.Property(row => row.Sequence).ValueGeneratedNever();
            entry.HasIndex(row => row.Hash).IsUnique();
        });
        modelBuilder.Entity<ConversationRow>().HasIndex(row => row.Name).IsUnique();
        modelBuilder.Entity<TurnRow>(turn =>
        {
            turn.HasOne<ConversationRow>().WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Cascade);
            turn.HasIndex(row => new { row.ConversationId, row.Ordinal }).IsUnique();
        });
        modelBuilder.Entity<SettingRow>().HasKey(row => new { row.PersonKey, row.Name });
        if (provider == StoreProvider.Postgres)
        {
            modelBuilder.HasDefaultSchema(StoreSchemas.Copilot);
        }
    }
}
