using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>What to know before a reminder goes out.</summary>
internal static class ReminderRemarks
{
    private const int Named = 6;

    /// <summary>The remarks on one customer's reminder.</summary>
    public static IEnumerable<Remark> Of(DebtorFile file, ReminderPlan plan, bool levelSaid)
    {
        foreach (var group in plan.Left.GroupBy(left => left.Reason))
        {
            yield return new Remark($"Left out: {Numbers([.. group.Select(left => left.Item.Invoice.Number)])} ({group.Key}).");
        }

        if (Cash(file, plan) is { Count: > 0 } cash)
        {
            yield return new Remark($"{Wording.List([.. cash.Select(money => money.ToString())])} of unapplied cash may pay some of it: it is shown in the mail; apply it first where it is clear what it is for.", Tone.Warning);
        }

        if (!levelSaid)
        {
            var most = plan.Items.MaxBy(item => item.Invoice.ReminderCount)!.Invoice;
            yield return new Remark(most.ReminderCount == 0
                ? $"Level {Words.Of(plan.Level)}: no reminder has gone out for {(plan.Items.Count == 1 ? "it" : "them")} yet."
                : $"Level {Words.Of(plan.Level)}: {most.Number} was reminded of {(most.ReminderCount == 1 ? "once" : $"{most.ReminderCount} times")}.");
        }
    }

    /// <summary>Remarks on the day and on what is known of payments.</summary>
    public static IEnumerable<Remark> OfTheDay(DateOnly today, Freshness freshness)
    {
        if (BusinessDays.OnOrAfter(today) is var workday && workday != today)
        {
            yield return new Remark($"{today:yyyy-MM-dd} is a {today.DayOfWeek}: confirm it on {workday:yyyy-MM-dd}, when somebody reads it.", Tone.Warning);
        }

        if (freshness.BankAsOf is null)
        {
            yield return new Remark("How fresh the payments are is not known: no bank feed has been loaded.", Tone.Warning);
        }
    }

    /// <summary>The fact that payments are known so far.</summary>
    public static Basis Bank(Freshness freshness) => Basis.Of("bank feed", "bank", [new("bank as of", freshness.BankAsOf is { } bank ? $"{bank.UtcDateTime:yyyy-MM-dd HH:mm}" : "not known")]);

    /// <summary>Why nothing goes out on payments that are not known.</summary>
    public static Fault? Stale(Freshness freshness) => freshness.BankIsStale
        ? new Fault("AR-230", $"The bank feed is from {freshness.BankAsOf!.Value.UtcDateTime:yyyy-MM-dd HH:mm} UTC, more than {Freshness.StaleAfterBusinessDays} working days old: nobody is reminded on payments that may be missing. Load the newest bank statement, then ask again.")
        : null;

    /// <summary>Numbers for a sentence: the first few and how many more.</summary>
    public static string Numbers(IReadOnlyList<string> numbers) => string.Join(", ", numbers.Take(Named)) + (numbers.Count > Named ? $" and {numbers.Count - Named} more" : "");

    private static List<Money> Cash(DebtorFile file, ReminderPlan plan) =>
    [
        .. file.Cash.Where(row => plan.Items.Any(item => item.Invoice.Currency == row.Open.Currency)).GroupBy(row => row.Open.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => group.Aggregate(Money.Zero(group.Key), (sum, row) => sum + row.Open)),
    ];
}
