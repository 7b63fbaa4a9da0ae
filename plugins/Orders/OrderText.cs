using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Wording that the functions about orders share.</summary>
internal static class OrderText
{
    /// <summary>"on hold".</summary>
    public static string Plain<TEnum>(TEnum value)
        where TEnum : struct, Enum => Wording.Plain(Words.Of(value));

    /// <summary>What a check is called.</summary>
    public static string Name(Check check) => check switch
    {
        Check.DuplicatePo => "duplicate PO",
        Check.ShipTo => "ship-to",
        Check.MinimumOrder => "minimum order value",
        Check.Requirements => "special requirements",
        _ => Plain(check),
    };

    /// <summary>The subject whose rule on amounts an answer about an order and its money follows: where either of the two hides them, they are hidden.</summary>
    public static Area AmountsArea(this FunctionContext context) => context.Turn.Access.HidesAmounts(Area.Receivables) ? Area.Receivables : Area.Orders;

    /// <summary>A text for a cell: amounts in it are hidden from those who may not see them.</summary>
    public static string Text(this FunctionContext context, FormattableString text) =>
        text.ToString(context.Turn.Access.HidesAmounts(context.AmountsArea()) ? AmountFormat.Hiding : AmountFormat.Showing);

    /// <summary>The filter of orders in words.</summary>
    public static async Task<string> WordsAsync(this OrderFilter filter, FunctionContext context, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var customer = filter.Customer is { } id ? await context.CustomerAsync(id, cancellationToken) : null;
        var warehouse = filter.Warehouse is { } site ? await read.FirstOrDefaultAsync(read.Warehouses.Where(row => row.Id == site).Select(row => row.Code), cancellationToken) : null;
        var sku = filter.Sku is { } product ? await read.FirstOrDefaultAsync(read.Products.Where(row => row.Id == product).Select(row => row.Sku), cancellationToken) : null;
        var late = filter.Late switch { true => "late", false => "not late", null => null };
        return new FilterWords(filter.Status is { } status ? Plain(status) : "all")
            .And(late)
            .And(customer is null ? null : $"customer {customer.Name}")
            .And(filter.Po is { } po ? $"PO {po}" : null)
            .And(filter.Channel is { } channel ? $"channel {Plain(channel)}" : null)
            .And(warehouse is null ? null : $"warehouse {warehouse}")
            .And(filter.Region is { } region ? $"region {region}" : null)
            .And(sku is null ? null : $"product {sku}")
            .And(filter.HoldReason is { } reason ? $"held for {Plain(reason)}" : null)
            .And(filter.MinValue is { } minimum ? $"worth {minimum} or more" : null)
            .And(filter is { MinValue: null, Currency: { } currency } ? $"in {currency}" : null)
            .And(filter.Days is { } days ? filter.ByDueDay ? $"due {days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd} by the day promised, else requested" : $"ordered {days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd}" : null)
            .ToString();
    }
}
