using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>A line of an order from which goods are still to go.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Status">How far the order is.</param>
/// <param name="WarehouseId">Its site.</param>
/// <param name="OrderedOn">Day of the order.</param>
/// <param name="DueOn">Delivery day promised, else requested.</param>
/// <param name="LineNo">The line.</param>
/// <param name="ProductId">The product.</param>
/// <param name="ToShip">Units still to go.</param>
/// <param name="UnitPrice">Price of one.</param>
internal sealed record OpenLine(
    Id<Order> OrderId, string OrderNumber, Id<Customer> CustomerId, OrderStatus Status, Id<Warehouse>? WarehouseId, DateOnly OrderedOn, DateOnly? DueOn,
    int LineNo, Id<Product> ProductId, int ToShip, Money UnitPrice)
{
    /// <summary>What is still to go, at the order's price.</summary>
    public Money Value => UnitPrice * ToShip;

    /// <summary>Days past the day due; nought before it.</summary>
    public int DaysLate(DateOnly today) => DueOn is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;
}
