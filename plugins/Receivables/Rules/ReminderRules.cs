using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>Whether an invoice may be reminded of, defined once for every path: lists, worklist and drafted reminders.</summary>
internal static class ReminderRules
{
    /// <summary>Days that lie between two reminders of one invoice, at least.</summary>
    public const int MinimumIntervalDays = 7;

    /// <summary>Days that lie after so many reminders of an invoice: the firmer the last one was, the longer the customer has to answer it.</summary>
    public static int IntervalDays(int reminders) => reminders switch { <= 1 => MinimumIntervalDays, 2 => 10, _ => 14 };

    /// <summary>The level of the next reminder of an invoice: the first is friendly, the second firm, every later one final.</summary>
    public static ReminderLevel NextLevel(int reminders) => reminders switch { <= 0 => ReminderLevel.Friendly, 1 => ReminderLevel.Firm, _ => ReminderLevel.Final };

    /// <summary>The day by which a reminder asks for the money: a working day, later the firmer it is.</summary>
    public static DateOnly PayBy(ReminderLevel level, DateOnly today) => BusinessDays.OnOrAfter(today.AddDays(level == ReminderLevel.Final ? 10 : 7));

    /// <summary>
    /// The first day on which the next reminder is allowed, a working day, not before the day after the due day, the interval since the last
    /// reminder and the day after a promise that still stands; never while it is disputed, switched off, a legal or bad-debt case, or covered by unapplied cash.
    /// </summary>
    public static ReminderStanding For(ReminderFacts facts, DateOnly today)
    {
        var stop = facts switch
        {
            { Flag: CollectionFlag.Legal } => "with legal: no letters from here",
            { Flag: CollectionFlag.BadDebt } => "bad debt: no letters from here",
            { CustomerOff: true } => "reminders are off for the customer",
            { InvoiceOff: true } => "reminders are off for the invoice",
            { Disputed: true } => "disputed: settle that first",
            { CashCovers: true } => "unapplied cash covers it: apply that first",
            _ => null,
        };
        if (stop is not null)
        {
            return new ReminderStanding(null, stop);
        }

        var earliest = facts.DueOn.AddDays(1);
        var reason = "due";
        if (facts.LastRemindedOn is { } last && last.AddDays(IntervalDays(facts.ReminderCount)) > earliest)
        {
            (earliest, reason) = (last.AddDays(IntervalDays(facts.ReminderCount)), $"last reminder {last:yyyy-MM-dd}");
        }

        if (facts.PromisedFor is { } promised && promised.AddDays(1) > earliest)
        {
            (earliest, reason) = (promised.AddDays(1), $"promised for {promised:yyyy-MM-dd}");
        }

        return new ReminderStanding(BusinessDays.OnOrAfter(earliest > today ? earliest : today), reason);
    }
}

/// <summary>What decides about a reminder.</summary>
/// <param name="DueOn">Due date.</param>
/// <param name="LastRemindedOn">Day of the last reminder.</param>
/// <param name="InvoiceOff">Not to be reminded of.</param>
/// <param name="CustomerOff">The customer is not to be reminded.</param>
/// <param name="Flag">Legal or bad-debt case.</param>
/// <param name="Disputed">A dispute is open.</param>
/// <param name="PromisedFor">Day of a promise that still stands.</param>
internal sealed record ReminderFacts(DateOnly DueOn, DateOnly? LastRemindedOn, bool InvoiceOff, bool CustomerOff, CollectionFlag Flag, bool Disputed, DateOnly? PromisedFor)
{
    /// <summary>Payments of the customer that are not applied yet cover all that is overdue.</summary>
    public bool CashCovers { get; init; }

    /// <summary>Reminders sent.</summary>
    public int ReminderCount { get; init; }
}

/// <summary>When the next reminder is allowed.</summary>
/// <param name="AllowedFrom">The first day; none while something stops it.</param>
/// <param name="Reason">Why that day, or what stops it.</param>
internal sealed record ReminderStanding(DateOnly? AllowedFrom, string Reason)
{
    /// <summary>The day, or what stops it, for a cell.</summary>
    public string Words => AllowedFrom is { } day ? $"{day:yyyy-MM-dd}" : $"no: {Reason}";
}
