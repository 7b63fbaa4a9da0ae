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
        NeedFigure = Need();
        NetNeed = exposure.Total + OrderValue - limit;
        Combinations = ReleaseWeighing.Weigh(NeedAmount, account.Options, exposure.OpenInvoices);
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

    /// <summary>By how much the open items must come down, before any cash or credit is applied; negative when there is room.</summary>
    public Figure NeedFigure { get; }

    public Money NeedAmount => Money.FromMajor(NeedFigure.Value.Number, Exposure.Currency);

    /// <summary>The same once all cash and credits at hand are applied.</summary>
    public Money NetNeed { get; }

    public IReadOnlyList<ReleaseCombination> Combinations { get; }

    /// <summary>Lines that would fit into the room under the limit as it is, cash and credits applied.</summary>
    public IReadOnlyList<PartialLine> Partial { get; }

    private Money Price(OrderFileLine line) => Exposure.In(new Money(line.Line.UnitPriceMinor, File.Order.Currency)) ?? Money.Zero(Exposure.Currency);

    private Figure Need()
    {
        var text = new BridgeText("what of the order has not left, at its prices; nought when the exposure counts it already", "orders", $"order {File.Order.Number}");
        return Figures.Total(
            "need", "Over the limit with this order, before cash and credits are applied", "exposure + unapplied cash + open credit notes + this order − credit limit",
            [
                new BridgePart(1, Exposure.Build("need.exposure")),
                new BridgePart(1, Exposure.PartOf(ExposurePart.UnappliedCash, "need")),
                new BridgePart(1, Exposure.PartOf(ExposurePart.OpenCredit, "need")),
                new BridgePart(1, Figures.Sum("need.order", "This order", Exposure.Currency, text, Counted ? [] : [(File.Order.Number, OrderValue)])),
                new BridgePart(-1, Exposure.LimitFigure("need.limit")!),
            ]);
    }
}
