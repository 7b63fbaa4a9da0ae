using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>An order weighed against its customer's limit.</summary>
internal sealed class ReleaseCase
{
    public ReleaseCase(OrderFile file, Exposure exposure, Money limit, ReleaseAccount account)
    {
        (File, Exposure, Limit, Account) = (file, exposure, limit, account);
        var waiting = exposure.Waiting.FirstOrDefault(item => item.OrderId == file.Order.Id);
        Counted = waiting is null;
        OrderValue = waiting is null ? Money.Zero(exposure.Currency) : exposure.In(waiting.Amount) ?? Money.Zero(exposure.Currency);
        (NeedFigure, BeforeCashFigure) = (Need("need", "Over the limit with this order (negative: room left)", beforeCash: false), Need("before_cash", "The same before unapplied cash and open credit notes are taken off", beforeCash: true));
        Combinations = Weigh();
        Partial = PartialRelease.Fit(
            file.Lines.Select(line => (line.Line.LineNo, line.Product.Sku, line.ToShip, line.Product.PackSize, Price(line))),
            exposure.Headroom is { Minor: > 0 } room ? room : Money.Zero(exposure.Currency));
    }

    public OrderFile File { get; }

    public Exposure Exposure { get; }

    public Money Limit { get; }

    public ReleaseAccount Account { get; }

    /// <summary>Whether the exposure counts the order already.</summary>
    public bool Counted { get; }

    /// <summary>What the order adds to the exposure once released.</summary>
    public Money OrderValue { get; }

    /// <summary>Exposure + this order − limit; negative when there is room.</summary>
    public Figure NeedFigure { get; }

    /// <summary>The same before unapplied cash and open credit notes are taken off.</summary>
    public Figure BeforeCashFigure { get; }

    public Money NeedAmount => Money.FromMajor(NeedFigure.Value.Number, Exposure.Currency);

    public Money BeforeCash => Money.FromMajor(BeforeCashFigure.Value.Number, Exposure.Currency);

    /// <summary>Whether the order fits only because of cash and credits that are not applied yet.</summary>
    public bool RestsOnCash => NeedAmount.Minor <= 0 && BeforeCash.Minor > 0;

    /// <summary>The options that are weighed: cash and credits that the exposure takes off already bring it down no further.</summary>
    public IReadOnlyList<ReleaseOption> Weighed => RestsOnCash ? Account.Options : [.. Account.Options.Where(option => !option.TakenOff)];

    /// <summary>What the weighed options must cover.</summary>
    public Money ToCover => RestsOnCash ? BeforeCash : NeedAmount;

    public IReadOnlyList<ReleaseCombination> Combinations { get; }

    /// <summary>Lines that would fit into the room under the limit as it is, cash and credits applied.</summary>
    public IReadOnlyList<PartialLine> Partial { get; }

    private Money Price(OrderFileLine line) => Exposure.In(new Money(line.Line.UnitPriceMinor, File.Order.Currency)) ?? Money.Zero(Exposure.Currency);

    // the room left is the same count as on the account's page, whatever of the cash is applied
    private List<ReleaseCombination> Weigh() =>
    [
        .. ReleaseWeighing.Weigh(ToCover, Weighed, Exposure.OpenInvoices)
            .Select(row => row with { Left = ReleaseWeighing.Relief(row.Options.Where(option => !option.TakenOff), Exposure.OpenInvoices) - NeedAmount }),
    ];

    private Figure Need(string key, string label, bool beforeCash)
    {
        var text = new BridgeText("what of the order has not left, at its prices; nought when the exposure counts it already", "orders", $"order {File.Order.Number}");
        var putBack = beforeCash
            ? new[] { new BridgePart(1, Exposure.PartOf(ExposurePart.UnappliedCash, key)), new BridgePart(1, Exposure.PartOf(ExposurePart.OpenCredit, key)) }
            : [];
        return Figures.Total(
            key, label, beforeCash ? "exposure + unapplied cash + open credit notes + this order − credit limit" : "exposure + this order − credit limit",
            [
                new BridgePart(1, Exposure.Build($"{key}.exposure")),
                .. putBack,
                new BridgePart(1, Figures.Sum($"{key}.order", "This order", Exposure.Currency, text, Counted ? [] : [(File.Order.Number, OrderValue)])),
                new BridgePart(-1, Exposure.LimitFigure($"{key}.limit")!),
            ]);
    }
}
