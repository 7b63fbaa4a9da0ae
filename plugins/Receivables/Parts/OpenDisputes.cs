using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>What of the open items is disputed as of a day.</summary>
internal static class OpenDisputes
{
    /// <summary>Disputes open as of a day.</summary>
    public static IQueryable<Dispute> At(IReadSession read, DateOnly day) =>
        read.Disputes.Where(row => row.OpenedOn <= day && (row.ClosedOn == null || row.ClosedOn > day));

    /// <summary>Disputed amounts of the items per currency, each opening into its disputes. They stay in the totals and are named beside them.</summary>
    public static async Task<IReadOnlyList<Figure>> FiguresAsync(IReadSession read, IQueryable<OpenItem> items, DateOnly day, string filter, CancellationToken cancellationToken)
    {
        var rows = await read.ListAsync(
            from dispute in At(read, day)
            join item in items on dispute.InvoiceId equals item.Id
            orderby item.Number
            select new { item.Number, dispute.AmountMinor, item.BalanceMinor, item.Currency },
            cancellationToken);
        var text = new BridgeText("disputed amount, at most what is owed, of each open dispute", "receivables", $"{filter}, disputed");
        return
        [
            .. rows.GroupBy(row => row.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => Figures.Sum(
                Totals.Key("disputed", group.Key), $"Disputed in {group.Key}", group.Key, text,
                [.. group.Select(row => (row.Number, new Money(Math.Min(row.AmountMinor, row.BalanceMinor), row.Currency)))])),
        ];
    }
}
