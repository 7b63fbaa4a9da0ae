using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>How fresh the records behind an answer are.</summary>
/// <param name="AsOf">When the subject's records were last brought in line with their source; the turn's instant where nothing is known.</param>
/// <param name="BankAsOf">The same of the bank feed, where there is one.</param>
/// <param name="BankIsStale">Whether the bank feed is older than <see cref="StaleAfterBusinessDays"/> working days: payments may be missing.</param>
internal sealed record Freshness(DateTimeOffset AsOf, DateTimeOffset? BankAsOf, bool BankIsStale)
{
    /// <summary>A bank feed older than this is stale: nobody should be chased on it.</summary>
    public const int StaleAfterBusinessDays = 2;

    /// <summary>The day of <see cref="AsOf"/>.</summary>
    public DateOnly Day => DateOnly.FromDateTime(AsOf.UtcDateTime);

    /// <summary>Reads the feed of a subject and of the bank.</summary>
    public static async Task<Freshness> ReadAsync(FunctionContext context, string source, CancellationToken cancellationToken)
    {
        var bank = (await context.Read.FeedsAsync(cancellationToken)).GetValueOrDefault("bank")?.AsOf;
        var stale = bank is { } at && BusinessDays.Between(DateOnly.FromDateTime(at.UtcDateTime), context.Turn.Today) > StaleAfterBusinessDays;
        return new Freshness(await context.AsOfAsync(source, cancellationToken), bank, stale);
    }

    /// <summary>Warns of a stale bank feed; adds nothing while it is fresh.</summary>
    public AnswerBuilder Warn(AnswerBuilder answer) => BankIsStale
        ? answer.Say($"The bank feed is from {BankAsOf:yyyy-MM-dd HH:mm} UTC, more than {StaleAfterBusinessDays} working days old: payments since then are not in these figures. Load the newest bank statement before chasing anyone.", Tone.Warning)
        : answer;

    /// <summary>The line that names the day of the data.</summary>
    public Fact Fact => new("Data as of", $"{AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC" + (BankAsOf is { } bank ? $", bank {bank.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : ""));
}
