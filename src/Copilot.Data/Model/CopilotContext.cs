using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data;

/// <summary>The copilot's own records. One sealed context for each database derives from it, because migrations belong to a context.</summary>
internal abstract class CopilotContext(DbContextOptions options, StoreProvider provider) : DbContext(options)
{
    /// <summary>The ledger; written through the gate's Ledger alone.</summary>
    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    /// <summary>Conversations.</summary>
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    /// <summary>What came from channels; written through <see cref="MessageStore"/> alone.</summary>
    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    /// <summary>What goes to channels; written through <see cref="MessageStore"/> alone.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>What clients of this host's own channel read.</summary>
    public DbSet<TranscriptRow> Transcripts => Set<TranscriptRow>();

    /// <summary>Passes that were used.</summary>
    public DbSet<UsedPassRow> UsedPasses => Set<UsedPassRow>();

    /// <summary>Files that people gave.</summary>
    public DbSet<UploadRow> Uploads => Set<UploadRow>();

    /// <summary>Proposals; written through the gate alone.</summary>
    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    /// <summary>Effects of proposals; written through the gate alone.</summary>
    public DbSet<ProposalEffectRow> ProposalEffects => Set<ProposalEffectRow>();

    /// <summary>What was shown to whom; written through the gate alone.</summary>
    public DbSet<PresentationRow> Presentations => Set<PresentationRow>();

    /// <summary>Who agreed to a proposal that needs more than one; written through the gate alone.</summary>
    public DbSet<ApprovalRow> Approvals => Set<ApprovalRow>();

    /// <summary>Whom else a proposal was given to; written through the gate alone.</summary>
    public DbSet<AskedRow> Asked => Set<AskedRow>();

    /// <summary>The keys under which text of people is sealed.</summary>
    public DbSet<PersonKeyRow> PersonKeys => Set<PersonKeyRow>();

    /// <summary>Who is away until when; written through the gate alone.</summary>
    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    /// <summary>Standing approvals; written through the gate alone.</summary>
    public DbSet<StandingRow> Standing => Set<StandingRow>();

    /// <summary>How often they were used; written through the gate alone.</summary>
    public DbSet<StandingUseRow> StandingUses => Set<StandingUseRow>();

    /// <summary>Settings of people and of the house.</summary>
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <summary>This connection for statements written by hand, in the transaction that runs on it.</summary>
    public WriteTo Writer() => new(Database.GetDbConnection(), provider == StoreProvider.Postgres ? StoreSchemas.Copilot + "." : "") { Transaction = Database.CurrentTransaction?.GetDbTransaction() };

    /// <summary>Keeps others from adding to the ledger until the running transaction ends, so that two entries cannot follow the same one.</summary>
    public async Task ClaimLedgerAsync(CancellationToken cancellationToken)
    {
        using var to = Writer();
        await LedgerChain.ClaimAsync(to, cancellationToken);
    }

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
            entry.HasIndex(row => row.Subject);
        });
        modelBuilder.Entity<ConversationRow>().HasIndex(row => row.Name).IsUnique();
        modelBuilder.Entity<InboxRow>(message =>
        {
            message.HasIndex(row => new { row.Conversation, row.ActivityId }).IsUnique();
            message.HasIndex(row => row.DoneAt);
        });
        modelBuilder.Entity<OutboxRow>(message =>
        {
            message.HasIndex(row => new { row.State, row.DueAt });
            message.HasIndex(row => row.Conversation);
        });
        modelBuilder.Entity<TranscriptRow>(entry =>
        {
            entry.HasIndex(row => new { row.Conversation, row.Id });
            entry.HasIndex(row => row.WrittenAt);
        });
        modelBuilder.Entity<UploadRow>().HasIndex(row => row.Conversation);
        modelBuilder.Entity<ProposalRow>(proposal =>
        {
            proposal.HasIndex(row => new { row.State, row.ExpiresAt });
            proposal.HasIndex(row => row.Requester);
            proposal.HasIndex(row => row.Standing);
        });
        modelBuilder.Entity<ProposalEffectRow>(effect =>
        {
            effect.HasKey(row => new { row.ProposalId, row.Ordinal });
            effect.HasIndex(row => row.State);
            effect.HasIndex(row => new { row.ConfirmedBy, row.Rule, row.ConfirmedOn });
        });
        modelBuilder.Entity<PresentationRow>(shown =>
        {
            shown.HasKey(row => new { row.ProposalId, row.PersonKey });
            shown.Property(row => row.Page).HasDefaultValue(1);
            shown.Property(row => row.Pages).HasDefaultValue(1);
        });
        modelBuilder.Entity<ApprovalRow>().HasKey(row => new { row.ProposalId, row.PersonKey });
        modelBuilder.Entity<AskedRow>(asked =>
        {
            asked.HasKey(row => new { row.ProposalId, row.PersonKey });
            asked.HasIndex(row => row.PersonKey);
        });
        modelBuilder.Entity<PersonKeyRow>().HasIndex(row => row.Subject).IsUnique();
        modelBuilder.Entity<AbsenceRow>(absence =>
        {
            absence.HasKey(row => row.PersonKey);
            absence.HasIndex(row => row.Until);
        });
        modelBuilder.Entity<StandingRow>().HasIndex(row => row.GrantKey).IsUnique();
        modelBuilder.Entity<StandingUseRow>().HasKey(row => new { row.StandingId, row.Day });
        modelBuilder.Entity<SettingRow>().HasKey(row => new { row.PersonKey, row.Name });
        if (provider == StoreProvider.Postgres)
        {
            modelBuilder.HasDefaultSchema(StoreSchemas.Copilot);
        }
    }
}
