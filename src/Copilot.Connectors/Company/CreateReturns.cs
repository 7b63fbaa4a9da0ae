using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Announces a return: a row for each article, under the next number.</summary>
internal sealed class CreateReturns(CompanyStore store) : CompanyExecutor<CreateReturn>(store)
{
    private const string Prefix = "RMA-";

    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(CreateReturn effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var order = await work.OrderAsync(effect.Order, cancellationToken);
        var by = await work.PersonAsync(cancellationToken);
        await work.AloneAsync<OrderReturn>(cancellationToken);
        var number = Prefix + await NextAsync(work, cancellationToken);
        foreach (var line in effect.Lines)
        {
            var product = await work.Records.Products.AsNoTracking().FirstOrDefaultAsync(row => row.Sku == line.Sku, cancellationToken)
                ?? throw new RecordMoved($"{line.Sku} is no longer an article here; nothing was done.");
            var announced = await work.Records.OrderReturns.Where(row => row.OrderId == order.Id && row.ProductId == product.Id).Select(row => row.Quantity).SumAsync(cancellationToken);
            if (line.Quantity + announced > await SentUnits.OfProductAsync(work, order.Id, product.Id, cancellationToken))
            {
                throw new RecordMoved($"More of {line.Sku} would come back than was sent with {order.Number}: another return was announced meanwhile. Nothing was done.");
            }

            work.Records.OrderReturns.Add(new OrderReturn { Number = number, OrderId = order.Id, ProductId = product.Id, Quantity = line.Quantity, Reason = effect.Reason, AnnouncedOn = work.Day, ById = by });
        }

        var goods = string.Join(", ", effect.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity:N0} × {line.Sku}")));
        work.Tell(order.Id, order.Status, $"{number} announced: {goods} come back, {effect.Reason}", by);
        return $"{number} is announced: {goods} from {order.Number}.";
    }

    private static async Task<string> NextAsync(CompanyWork work, CancellationToken cancellationToken)
    {
        var numbers = await work.Records.OrderReturns.AsNoTracking().Select(row => row.Number).Distinct().ToListAsync(cancellationToken);
        var last = numbers.Select(number => number.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(number[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0).DefaultIfEmpty().Max();
        return checked(last + 1).ToString(CultureInfo.InvariantCulture);
    }
}
