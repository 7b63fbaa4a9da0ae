using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>
/// What stands against the open invoices and is not taken off them: money that came in and is not applied, credit notes that are not used up.
/// </summary>
/// <param name="Cash">Unapplied cash per currency.</param>
/// <param name="Credits">Open credit notes per currency.</param>
internal sealed record OffsetFigures(IReadOnlyList<Figure> Cash, IReadOnlyList<Figure> Credits)
{
    /// <summary>The same as pieces left out of a figure of open invoices.</summary>
    public IReadOnlyList<LeftOut> LeftOut => [.. Cash.Select(figure => Left("unapplied cash, not taken off", figure)), .. Credits.Select(figure => Left("open credit notes, not taken off", figure))];

    /// <summary>Reads both as of a day; two grouped queries.</summary>
    public static async Task<OffsetFigures> ReadAsync(FunctionContext context, CustomerScope scope, OpenDay on, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var (day, filter) = (on.Day, new FilterWords($"on {on.Day:yyyy-MM-dd}").And(scope.Words).ToString());
        var applications = read.Applications;
        var payments = scope.Of(read.Payments, row => row.CustomerId).Where(row => row.ReceivedOn <= day);
        var cash = on.Current
            ? payments.Where(row => row.UnappliedMinor != 0).Select(row => new Flow { Day = row.ReceivedOn, Currency = row.Currency, Minor = row.UnappliedMinor, Document = row.Number })
            : payments.Select(row => new Flow
            {
                Day = row.ReceivedOn, Currency = row.Currency, Document = row.Number,
                Minor = row.AmountMinor - applications.Where(application => application.PaymentId == row.Id && application.AppliedOn <= day).Sum(application => application.AmountMinor),
            }).Where(row => row.Minor != 0);
        var notes = scope.Of(read.CreditNotes, row => row.CustomerId).Where(row => row.IssuedOn <= day);
        var credits = on.Current
            ? notes.Where(row => row.OpenMinor != 0).Select(row => new Flow { Day = row.IssuedOn, Currency = row.Currency, Minor = row.OpenMinor, Document = row.Number })
            : notes.Select(row => new Flow
            {
                Day = row.IssuedOn, Currency = row.Currency, Document = row.Number,
                Minor = row.AmountMinor - applications.Where(application => application.CreditNoteId == row.Id && application.AppliedOn <= day).Sum(application => application.AmountMinor),
            }).Where(row => row.Minor != 0);
        return new OffsetFigures(
            await CurrencySums.ReadAsync(read, cash, "cash", "Unapplied cash", new BridgeText("what of each payment is not yet applied to an invoice", "receivables", filter), cancellationToken),
            await CurrencySums.ReadAsync(read, credits, "credits", "Open credit notes", new BridgeText("what of each credit note is not yet applied to an invoice", "receivables", filter), cancellationToken));
    }

    /// <summary>Both as facts in the base currency; nothing where there is none.</summary>
    public IReadOnlyList<Fact> Facts(RateTable rates) =>
    [
        .. Cash.Count > 0 ? Totals.Facts(rates, "cash", "Unapplied cash (not taken off)", Cash).Take(1) : [],
        .. Credits.Count > 0 ? Totals.Facts(rates, "credits", "Open credit notes (not taken off)", Credits).Take(1) : [],
    ];

    private static LeftOut Left(string reason, Figure figure) => new(reason, CurrencySums.Count(figure), figure.Value);
}
