using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>Which invoices a customer is reminded of, how firmly, and what is left out and why. It decides; it writes nothing.</summary>
/// <param name="Items">What it is reminded of, oldest due first.</param>
/// <param name="Left">What was asked for and is left out.</param>
/// <param name="Level">How firm.</param>
/// <param name="Stop">Why the customer gets no letter at all; none where it gets one.</param>
internal sealed record ReminderPlan(IReadOnlyList<DebtorItem> Items, IReadOnlyList<LeftOutItem> Left, ReminderLevel Level, string? Stop)
{
    /// <summary>
    /// Plans it. Weekends count as the working day after them. The level, unless said, is that of the invoice that was reminded of most often: a letter
    /// never sounds milder than the one before it.
    /// </summary>
    /// <param name="file">The customer's account.</param>
    /// <param name="wanted">The invoices asked for; all that are overdue where none were named.</param>
    /// <param name="level">The level asked for.</param>
    /// <param name="today">The business day.</param>
    public static ReminderPlan Of(DebtorFile file, IReadOnlySet<Id<Invoice>>? wanted, ReminderLevel? level, DateOnly today)
    {
        var workday = BusinessDays.OnOrAfter(today);
        var asked = file.Items.Where(item => wanted is null ? item.Overdue : wanted.Contains(item.Invoice.Id)).ToList();
        var (items, left) = (new List<DebtorItem>(), new List<LeftOutItem>());
        foreach (var item in asked)
        {
            if (WhyNot(item, workday) is { } why)
            {
                left.Add(why);
            }
            else
            {
                items.Add(item);
            }
        }

        var next = items.Count == 0 ? ReminderLevel.Friendly : items.Max(item => ReminderRules.NextLevel(item.Invoice.ReminderCount));
        return new ReminderPlan(items, left, level ?? next, WholeStop(file));
    }

    /// <summary>Why a customer gets no letter, whatever is owed.</summary>
    public static string? WholeStop(DebtorFile file) => file.Customer switch
    {
        { CollectionFlag: CollectionFlag.Legal } => "with legal: no letters from here",
        { CollectionFlag: CollectionFlag.BadDebt } => "a bad-debt case: no letters from here",
        { RemindersOff: true } => "reminders are off for the customer",
        _ when file.Recipients.Count == 0 => "no contact with a mail address is known",
        _ => null,
    };

    private static LeftOutItem? WhyNot(DebtorItem item, DateOnly workday)
    {
        var standing = item.Row.Reminder;
        return !item.Overdue ? new LeftOutItem(item, "not overdue", $"due on {item.Invoice.DueOn:yyyy-MM-dd}")
            : item.Open.Minor <= 0 ? new LeftOutItem(item, "nothing is owed", "it is in the customer's favour")
            : standing.AllowedFrom is not { } from ? new LeftOutItem(item, standing.Reason, standing.Reason)
            : from > workday || item.Row.PromisedFor is not null ? new LeftOutItem(item, item.Row.PromisedFor is not null ? "promised for a day that has not passed" : "reminded of a short while ago", $"{standing.Reason}, next from {from:yyyy-MM-dd}")
            : null;
    }
}

/// <summary>An invoice that is left out of a reminder.</summary>
/// <param name="Item">The invoice.</param>
/// <param name="Group">Why, in the same words for all alike.</param>
/// <param name="Reason">Why, for this one.</param>
internal sealed record LeftOutItem(DebtorItem Item, string Group, string Reason);
