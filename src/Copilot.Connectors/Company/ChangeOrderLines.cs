using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Gives a line of an order another quantity or price; the line's amount and the order's total follow.</summary>
internal sealed class ChangeOrderLines(CompanyStore store) : CompanyExecutor<ChangeOrderLine>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(ChangeOrderLine effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var order = await work.OrderAsync(effect.Order, cancellationToken);
        var line = await work.Records.OrderLines.FirstOrDefaultAsync(row => row.OrderId == order.Id && row.LineNo == effect.LineNo, cancellationToken)
            ?? throw new RecordMoved($"Line {effect.LineNo} of {order.Number} is no longer there; nothing was done.");
        var price = new Money(line.UnitPriceMinor, order.Currency);
        if (line.Quantity != effect.QuantityBefore || price != effect.PriceBefore)
        {
            throw new RecordMoved($"Line {effect.LineNo} of {order.Number} was changed since this was proposed; nothing was done. Ask for it anew to see it as it is now.");
        }

        var gone = Math.Max(await SentUnits.ForLineAsync(work, line.Id, cancellationToken) + line.Cancelled, await SentUnits.InvoicedAsync(work, line.Id, cancellationToken));
        if (effect.QuantityAfter < gone)
        {
            throw new RecordMoved(string.Create(CultureInfo.InvariantCulture, $"{gone:N0} units of {effect.Sku} on {order.Number} have shipped or been invoiced meanwhile; nothing was done."));
        }

        var amount = (effect.PriceAfter * effect.QuantityAfter).Minor;
        var total = checked(order.TotalMinor + amount - line.AmountMinor);
        if (total != effect.TotalAfter.Minor)
        {
            throw new RecordMoved($"{order.Number} would be worth another amount than was confirmed; nothing was done. Ask for it anew to see it as it is now.");
        }

        (line.Quantity, line.UnitPriceMinor, line.AmountMinor, order.TotalMinor) = (effect.QuantityAfter, effect.PriceAfter.Minor, amount, total);
        work.Tell(
            order.Id, order.Status, string.Create(CultureInfo.InvariantCulture, $"Line {effect.LineNo}, {effect.Sku}: {effect.QuantityBefore:N0} at {effect.PriceBefore} became {effect.QuantityAfter:N0} at {effect.PriceAfter}"),
            await work.PersonAsync(cancellationToken));
        return string.Create(CultureInfo.InvariantCulture, $"{order.Number} has {effect.QuantityAfter:N0} units of {effect.Sku} at {effect.PriceAfter} and is worth {effect.TotalAfter}.");
    }
}
