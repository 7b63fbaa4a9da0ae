using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>Late interest as a letter tells it: only to a customer whose terms agree one, never in a friendly reminder. It is told, not booked.</summary>
/// <param name="Percent">Percent a year; none where nothing is told.</param>
internal sealed record LetterInterest(decimal? Percent)
{
    /// <summary>Nothing is told.</summary>
    public static readonly LetterInterest None = new(Percent: null);

    /// <summary>What a reminder tells.</summary>
    public static LetterInterest Of(DebtorFile file, ReminderLevel level) => level == ReminderLevel.Friendly ? None : Of(file);

    /// <summary>What a statement tells.</summary>
    public static LetterInterest Of(DebtorFile file) => new(file.Customer.LateInterestPercent is > 0 and var percent ? percent : null);

    /// <summary>The interest on an invoice.</summary>
    public Money On(DebtorItem item) => LateInterest.On(item.Open, Percent, item.Row.DaysLate, item.Row.Disputed is not null);

    /// <summary>The interest on invoices of one currency: the sum of theirs.</summary>
    public Money On(IEnumerable<DebtorItem> items, CurrencyCode currency) => items.Aggregate(Money.Zero(currency), (sum, item) => sum + On(item));

    /// <summary>What to know before a letter tells of it; nothing where it tells nothing.</summary>
    public IEnumerable<Remark> Remarks(DebtorFile file, IReadOnlyList<DebtorItem> items, DateOnly today)
    {
        var sums = items.GroupBy(item => item.Invoice.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => On(group, group.Key)).Where(sum => sum.Minor > 0).ToList();
        if (sums.Count > 0)
        {
            yield return new Remark(FormattableString.Invariant(
                $"The mail tells of late interest: {Percent:0.##} % a year, as agreed in the terms of {file.Customer.Name}, {Wording.List(sums.ConvertAll(sum => sum.ToString()))} up to {today:yyyy-MM-dd}. It is not booked, and not in the total to pay."));
        }
    }
}
