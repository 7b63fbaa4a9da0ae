namespace Copilot.Core;

/// <summary>An order is entered.</summary>
/// <param name="Customer">Who orders.</param>
/// <param name="PurchaseOrder">The customer's own number; none where they gave none.</param>
/// <param name="OrderedOn">The day it is entered.</param>
/// <param name="RequestedOn">The day they want it; none where they named none.</param>
/// <param name="PaymentTermsDays">When it is due after invoicing.</param>
/// <param name="ShipTo">The address; none where the customer has none on file.</param>
/// <param name="ShipToText">The same in words.</param>
/// <param name="Warehouse">The site it leaves from; none where none is known.</param>
/// <param name="WarehouseCode">The same by its code.</param>
/// <param name="Lines">What is ordered, priced.</param>
/// <param name="Total">What it is worth.</param>
public sealed record CreateOrder(
    Target Customer,
    string? PurchaseOrder,
    DateOnly OrderedOn,
    DateOnly? RequestedOn,
    int PaymentTermsDays,
    Id<ShipTo>? ShipTo,
    string ShipToText,
    Id<Warehouse>? Warehouse,
    string WarehouseCode,
    IReadOnlyList<PricedLine> Lines,
    Money Total) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.OrderChange;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Customer];

    /// <inheritdoc/>
    public override Money? Amount() => Total;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Enter an order of {Customer.Document}",
        [
            new("Purchase order", "", PurchaseOrder ?? "none given"), new("Wanted for", "", RequestedOn is null ? "no day given" : Edits.Plain(RequestedOn)),
            new("Ship to", "", ShipToText), new("From", "", WarehouseCode), new("Payment terms", "", $"{EffectWords.Units(PaymentTermsDays)} days"),
            .. Lines.Select(line => new Change($"{EffectWords.Units(line.Quantity)} × {line.Sku} at {line.Price}", "", (line.Price * line.Quantity).ToString())),
            new("Order value", "", Total.ToString()),
        ]);

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("date", "Wanted for", Edits.Plain(RequestedOn), EditKind.Day)];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        if (field != "date")
        {
            return EffectFaults.NotEditable(field);
        }

        var day = Edits.Day("The day", value);
        return day.Ok ? this with { RequestedOn = day.Value } : day.Fault;
    }
}

/// <summary>A line of an order with its price.</summary>
/// <param name="Product">The article's key.</param>
/// <param name="Sku">The article.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Price">Price of a unit.</param>
public sealed record PricedLine(Id<Product> Product, string Sku, int Quantity, Money Price);
