using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>
/// Proposes to apply a payment: to what the list of unapplied cash suggests for it, no more and no less, or to the invoices that were named. What
/// is kept back for a reason that is no dispute yet is proposed as one.
/// </summary>
[Description("Applies a payment to invoices: to those suggested for it, or to those named. Not for looking at what came in (cash), not for a promise (record_promise).")]
internal sealed class ApplyPayment(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Payment> payment, IReadOnlyList<Id<Invoice>>? invoices, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        if (await read.FirstOrDefaultAsync(read.Payments.Where(row => row.Id == payment), cancellationToken) is not { } paid)
        {
            return ActionFaults.NoPayment;
        }

        if (paid.UnappliedMinor <= 0)
        {
            return new Fault("AR-216", $"All of {paid.Number} is applied: there is nothing left of it.");
        }

        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var reader = await CashReader.ReadAsync(context, new OpenDay(today, Current: today >= freshness.Day), cancellationToken);
        if (reader.Payments.FirstOrDefault(row => row.Number == paid.Number) is not { } cash)
        {
            return new Fault("AR-217", $"{paid.Number} is dated {paid.ReceivedOn:yyyy-MM-dd}, after {today:yyyy-MM-dd}: it can be applied once it is there.");
        }

        var suggested = invoices is { Count: > 0 } ? await NamedAsync(reader, cash, invoices, cancellationToken) : Suggested(reader, cash);
        return suggested.Ok ? await ProposeAsync(paid, suggested.Value, reader, named: invoices is { Count: > 0 }, cancellationToken) : suggested.Fault;
    }

    private static Result<CashSuggestion> Suggested(CashReader reader, CashPayment cash)
    {
        var suggestion = reader.Matcher().Match(reader.Payments).Single(row => row.Payment == cash);
        return suggestion.Lines.Any(line => !line.Item.IsCredit)
            ? suggestion
            : new Fault("AR-218", $"What {cash.Number} ({cash.Unapplied} of {cash.Payer}) is for cannot be told: {suggestion.Reason}. Name the invoices that it pays.");
    }

    private async Task<Result<CashSuggestion>> NamedAsync(CashReader reader, CashPayment cash, IReadOnlyList<Id<Invoice>> invoices, CancellationToken cancellationToken)
    {
        var rows = await context.Read.ListAsync(context.Read.Invoices.Where(row => invoices.Contains(row.Id)), cancellationToken);
        if (rows.Count < invoices.Distinct().Count())
        {
            return ActionFaults.NoInvoice;
        }

        var items = reader.Items.Where(item => !item.IsCredit && rows.Exists(row => row.Number == item.Number)).ToList();
        if (rows.Find(row => !items.Exists(item => item.Number == row.Number)) is { } closed)
        {
            return ActionFaults.Closed(closed, "pay");
        }

        if (items.Find(item => item.Currency != cash.Currency) is { } foreign)
        {
            return new Fault("AR-219", $"{foreign.Number} is in {foreign.Currency} and {cash.Number} in {cash.Currency}: agree on a rate with the customer and have the payment booked in {foreign.Currency}.");
        }

        int[] owners = [.. items.Select(item => item.Customer).Distinct()];
        if (owners.Length > 1 || (cash.Customer is { } payer && owners[0] != payer))
        {
            return new Fault("AR-220", $"{Wording.List([.. items.Select(item => item.Number)])} {(owners.Length > 1 ? "belong to several customers" : $"belong to another customer than {cash.Number}")}: name invoices of the one who paid.");
        }

        return new CashSuggestion(cash, owners[0], NamedCash.Lines(items, cash), 1, "the invoices were named");
    }

    private async Task<Result<Proposal>> ProposeAsync(Payment paid, CashSuggestion suggestion, CashReader reader, bool named, CancellationToken cancellationToken)
    {
        var books = await CashBooks.ReadAsync(context, paid, suggestion, reader, cancellationToken);
        var effects = CashEffects.Of(books, suggestion);
        var numbers = Sets.Numbers([.. suggestion.Lines.Select(line => line.Item)]);
        return new Proposal($"Apply {paid.Number} of {books.Payer?.Name ?? paid.Payer} to {numbers}", Reason(suggestion), effects, [books.Basis])
        {
            Remarks = [.. CashRemarks.Of(books, suggestion, named)],
        };
    }

    private static string Reason(CashSuggestion suggestion) => char.ToUpperInvariant(suggestion.Reason[0]) + suggestion.Reason[1..] + ".";
}
