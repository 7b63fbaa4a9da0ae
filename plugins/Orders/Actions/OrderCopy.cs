using Copilot.Core;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>An order as it would be: copies of the records with something changed, so that the same checks look at it.</summary>
internal static class OrderCopy
{
    /// <summary>The file with one line changed and its total with it.</summary>
    public static OrderFile With(OrderFile file, OrderLine changed)
    {
        var lines = file.Lines.Select(line => line.Line.Id == changed.Id ? line with { Line = changed } : line).ToList();
        return file with { Lines = lines, Order = Of(file.Order, checked(file.Order.TotalMinor + changed.AmountMinor - file.Lines.Single(line => line.Line.Id == changed.Id).Line.AmountMinor)) };
    }

    /// <summary>The line with another quantity and price.</summary>
    public static OrderLine Of(OrderLine line, int quantity, Money price) => new()
    {
        Id = line.Id, OrderId = line.OrderId, LineNo = line.LineNo, ProductId = line.ProductId, Quantity = quantity, UnitPriceMinor = price.Minor, AmountMinor = (price * quantity).Minor, Cancelled = line.Cancelled, Version = line.Version,
    };

    private static Order Of(Order order, long totalMinor) => new()
    {
        Id = order.Id, Number = order.Number, CustomerId = order.CustomerId, CustomerPo = order.CustomerPo, Channel = order.Channel, WarehouseId = order.WarehouseId, ShipToId = order.ShipToId, OrderedOn = order.OrderedOn,
        RequestedOn = order.RequestedOn, PromisedOn = order.PromisedOn, DeliveredOn = order.DeliveredOn, CancelledOn = order.CancelledOn, Status = order.Status, Currency = order.Currency, TotalMinor = totalMinor,
        PaymentTermsDays = order.PaymentTermsDays, Note = order.Note, Version = order.Version,
    };
}
