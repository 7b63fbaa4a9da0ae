using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Reminders;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>
/// Proposes a reminder to every customer with something overdue that may be reminded of: one mail a customer, the same that a reminder of these
/// invoices alone would be.
/// </summary>
[Description("Drafts reminders to all customers with overdue invoices in one go, one mail each to confirm or take out; by least days late, least amount of an invoice, region, currency, level. Not for one customer (draft_reminder).")]
internal sealed class DraftReminders(FunctionContext context)
{
    private const int MostMails = 200;

    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(int? minDays, decimal? minAmount, Region? region, ReminderLevel? level, CurrencyCode? currency, CancellationToken cancellationToken)
    {
        var wanted = new OverdueFilter(minDays, minAmount, currency);
        if (wanted.Check() is { } impossible)
        {
            return impossible;
        }

        var (turn, freshness) = (context.Turn, await Freshness.ReadAsync(context, "receivables", cancellationToken));
        if (ReminderRemarks.Stale(freshness) is { } stale)
        {
            return stale;
        }

        var scoped = await CustomerScope.ReadAsync(context, null, region, null, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var rates = await context.RatesAsync(turn.Today, cancellationToken);
        if (wanted.Apply(scoped.Value.Of(OpenItems.At(context.Read, new OpenDay(turn.Today, Current: true)), item => item.CustomerId), turn.Today, rates) is not { } query)
        {
            return wanted.NoRate(rates);
        }

        var found = (await context.Read.ListAsync(query.Select(item => new { item.CustomerId, item.Id }), cancellationToken)).ToLookup(row => row.CustomerId, row => row.Id);
        var files = await DebtorFiles.ReadAsync(context, [.. found.Select(group => group.Key)], cancellationToken);
        var cases = files.Values.Select(file => new Case(file, ReminderPlan.Of(file, found[file.Customer.Id].ToHashSet(), level, turn.Today), rates)).ToList();
        var mailed = cases.Where(row => row.Plan is { Stop: null, Items.Count: > 0 }).OrderByDescending(row => row.BaseMinor).ThenBy(row => row.File.Customer.Name, StringComparer.Ordinal).ToList();
        return mailed.Count == 0 ? Nothing(cases, wanted, scoped.Value) : await ProposeAsync(mailed, cases, level, freshness, cancellationToken);
    }

    private async Task<Proposal> ProposeAsync(List<Case> mailed, List<Case> all, ReminderLevel? level, Freshness freshness, CancellationToken cancellationToken)
    {
        var payTo = await PayTo.ReadAsync(context, cancellationToken);
        var sent = mailed.Take(MostMails).ToList();
        var (effects, originals) = (new List<Effect>(), new List<Original>());
        foreach (var row in sent)
        {
            var (mail, found) = await Letters.ReminderAsync(context, row.File, row.Plan, null, freshness, payTo, cancellationToken);
            effects.Add(mail);
            originals.AddRange(found);
        }

        var currencies = sent.SelectMany(row => LetterValues.CurrenciesOf(row.File, row.Plan.Items, offsetsAlone: false)).Distinct().ToList();
        var totals = sent.SelectMany(row => row.Plan.Items).GroupBy(item => item.Invoice.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => group.Aggregate(Money.Zero(group.Key), (sum, item) => sum + item.Open).ToString()).ToList();
        return new Proposal(
            $"Remind {Wording.Count(sent.Count, "customer")} of {Wording.Count(sent.Sum(row => row.Plan.Items.Count), "invoice")}", $"{Wording.List(totals)} is overdue and may be reminded of.",
            effects, [.. sent.Select(row => row.File.Basis), ReminderRemarks.Bank(freshness), .. payTo.RestsOn(currencies)])
        {
            Remarks =
            [
                .. Left(all).Select(text => new Remark(text)),
                .. mailed.Count > MostMails ? new[] { new Remark($"{Wording.Count(mailed.Count - MostMails, "customer")} with less is left for a second round: one proposal holds {MostMails} mails.", Tone.Warning) } : [],
                .. sent.Where(row => row.File.Cash.Any(cash => row.Plan.Items.Any(item => item.Invoice.Currency == cash.Open.Currency))).Select(row => row.File.Customer.Name).ToList() is { Count: > 0 } names
                    ? new[] { new Remark($"Unapplied cash may pay some of what {ReminderRemarks.Numbers(names)} owe{(names.Count == 1 ? "s" : "")}: it is shown in the mail; apply it first where it is clear what it is for.", Tone.Warning) } : [],
                .. await OthersAsync(sent, cancellationToken),
                .. level is null ? new[] { new Remark($"Levels: {string.Join(", ", sent.GroupBy(row => row.Plan.Level).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Words.Of(group.Key)}"))}, by how often each was reminded.") } : [],
                .. Interest(sent), .. payTo.Remarks(currencies), .. Enclosures.Remarks(originals), .. ReminderRemarks.OfTheDay(context.Turn.Today, freshness),
            ],
        };
    }

    // a collector may chase everybody's customers, and should know that they do
    private async Task<IEnumerable<Remark>> OthersAsync(IReadOnlyList<Case> sent, CancellationToken cancellationToken)
    {
        if (!context.Turn.Access.Roles.Contains("collector"))
        {
            return [];
        }

        var others = sent.Where(row => row.File.Customer.CollectorId is { } collector && collector != context.Turn.Asker.Id).ToLookup(row => row.File.Customer.CollectorId!.Value, row => row.File.Customer.Name);
        var names = await context.PeopleAsync(others.Select(group => (Id<Person>?)group.Key), cancellationToken);
        return others.Select(group => new Remark($"{ReminderRemarks.Numbers([.. group])} {(group.Count() == 1 ? "is" : "are")} collected by {names.GetValueOrDefault(group.Key, "somebody else")}: leave out what they see to themselves.", Tone.Warning))
            .OrderBy(remark => remark.Text, StringComparer.Ordinal);
    }

    private static IEnumerable<Remark> Interest(IReadOnlyList<Case> sent)
    {
        var told = sent.Where(row => LetterInterest.Of(row.File, row.Plan.Level) is var interest && row.Plan.Items.Any(item => interest.On(item).Minor > 0)).Select(row => row.File.Customer.Name).ToList();
        if (told.Count > 0)
        {
            yield return new Remark($"The mail{(told.Count == 1 ? "" : "s")} to {ReminderRemarks.Numbers(told)} tell{(told.Count == 1 ? "s" : "")} of late interest, as the terms agreed there say. It is not booked, and in no total to pay.");
        }
    }

    /// <summary>Who was left out and why: customers as a whole, then single invoices.</summary>
    private static IEnumerable<string> Left(IReadOnlyCollection<Case> cases) => cases.Where(row => row.Plan.Stop is not null).GroupBy(row => row.Plan.Stop!).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{Wording.Count(group.Count(), "customer")} left out ({group.Key}): {ReminderRemarks.Numbers([.. group.Select(row => row.File.Customer.Name).Order(StringComparer.Ordinal)])}.")
        .Concat(cases.Where(row => row.Plan.Stop is null).SelectMany(row => row.Plan.Left).GroupBy(left => left.Group).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{Wording.Count(group.Count(), "invoice")} left out ({group.Key}): {ReminderRemarks.Numbers([.. group.Select(left => left.Item.Invoice.Number).Order(StringComparer.Ordinal)])}."));

    private Fault Nothing(IReadOnlyCollection<Case> cases, OverdueFilter wanted, CustomerScope scope) => cases.Count == 0
        ? new Fault("AR-234", $"Nobody is to be reminded: nothing is {wanted.Words(context.Turn.Today, scope.Words, context.Turn.BaseCurrency)}.")
        : new Fault("AR-235", $"Nobody can be reminded now. {string.Join(' ', Left(cases))}");

    private sealed record Case(DebtorFile File, ReminderPlan Plan, RateTable Rates)
    {
        /// <summary>What is reminded of, in the base currency, to order by.</summary>
        public long BaseMinor => Plan.Items.Sum(item => Rates.Convert(item.Open)?.Minor ?? 0);
    }
}
