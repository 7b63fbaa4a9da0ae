using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>What of the open items is disputed as of a day.</summary>
internal static class OpenDisputes
{
    /// <summary>Disputes open as of a day.</summary>
    public static IQueryable<Dispute> At(IReadSession read, DateOnly day) => read.DisputesOpen(day);

    /// <summary>Disputed amounts of the items per currency, each opening into its disputes. They stay in the totals and are named beside them.</summary>
    public static async Task<IReadOnlyList<Figure>> FiguresAsync(IReadSession read, IQueryable<OpenItem> items, DateOnly day, string filter, CancellationToken cancellationToken)
    {
        var rows = At(read, day).Join(
            items, dispute => dispute.InvoiceId, item => item.Id,
            (dispute, item) => new Flow { Day = dispute.OpenedOn, Currency = item.Currency, Document = item.Number, Minor = dispute.AmountMinor < item.BalanceMinor ? dispute.AmountMinor : item.BalanceMinor });
        var text = new BridgeText("disputed amount, at most what is owed, of each open dispute", "receivables", $"{filter}, disputed");
        return await CurrencySums.ReadAsync(read, rows, "disputed", "Disputed", text, cancellationToken);
    }
}
