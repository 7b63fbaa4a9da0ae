using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>What is wrong with one order, and how to mend it.</summary>
[Description("Checks one order before it goes on: price, pack size and minimum, stock and remaining shelf life, discontinued products, ship-to, credit, payment terms, duplicate PO, special requirements. "
    + "Not for the order's details (orders_show), nor for what would release a credit hold (orders_release_options).")]
internal sealed class CheckOrder(FunctionContext context)
{
    /// <summary>Answers with the findings, those that block first.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Order> order, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        var requirements = await RequirementsAsync(file, cancellationToken);
        var (findings, notChecked) = await FindingsAsync(file, requirements, cancellationToken);
        findings = [.. findings.OrderByDescending(finding => finding.Blocks)];
        var number = file.Order.Number;
        var answer = new AnswerBuilder(context, context.AmountsArea(), $"Check of {number}");
        Say(answer, file, findings);
        foreach (var hold in file.OpenHolds)
        {
            answer.Say($"It is held for {OrderText.Plain(hold.Reason)} since {hold.PlacedOn}; {await HoldRelease.WhoAsync(context, hold.Reason, cancellationToken)} may release it.", Tone.Warning);
        }

        foreach (var note in notChecked)
        {
            answer.Say($"{note}", Tone.Note);
        }

        var text = new BridgeText("one for each thing that is wrong", "orders", $"order {number}");
        var checks = Enum.GetValues<Check>().Length - notChecked.Count;
        return answer
            .Facts(
                new Fact(Figures.Count("findings", "Findings", text, [.. findings.Select(finding => $"{OrderText.Name(finding.Check)}: {finding.Where}")])),
                new Fact(Figures.Count("blocking", "Findings that block", text, [.. findings.Where(finding => finding.Blocks).Select(finding => $"{OrderText.Name(finding.Check)}: {finding.Where}")])),
                new Fact("Checked", $"{checks} of {Enum.GetValues<Check>().Length}: {Wording.List([.. Enum.GetValues<Check>().Select(OrderText.Name)])}"))
            .Table(new Grid<Finding>("findings", "What is wrong")
                .Text("check", "What", row => OrderText.Name(row.Check))
                .Text("where", "Where", row => row.Where)
                .Text("expected", "Expected", row => context.Text(row.Expected))
                .Text("found", "Found", row => context.Text(row.Found))
                .Text("mend", "How to mend", row => context.Text(row.Mend))
                .Text("blocks", "Blocks", row => row.Blocks ? "yes" : "no")
                .Toned(row => row.Blocks ? Tone.Warning : Tone.Note)
                .Show(findings, findings.Count, $"Nothing is wrong with {number}."))
            .TableIfAny(Checklist.Of(requirements, file.CustomerName))
            .Evidence(Sources.Of("orders", $"order {number}, its lines, prices and stock", 1, await context.AsOfAsync("orders", cancellationToken), [number]))
            .Next(Next(file, findings))
            .Build();
    }

    private static void Say(AnswerBuilder answer, OrderFile file, IReadOnlyList<Finding> findings)
    {
        var blocking = findings.Count(finding => finding.Blocks);
        if (findings.Count == 0)
        {
            answer.Say($"{file.Order.Number} of {file.CustomerName} over {file.Total}: nothing is wrong.", Tone.Good);
            return;
        }

        var blocks = (findings.Count, blocking) switch
        {
            (1, 0) => "it does not block the order",
            (1, 1) => "it blocks the order",
            (_, 0) => "none blocks the order",
            (_, 1) => "1 of them blocks the order",
            _ => $"{blocking} of them block the order",
        };
        answer.Say($"{file.Order.Number} of {file.CustomerName} over {file.Total}: {Wording.Count(findings.Count, "finding")}, {blocks}.", Tone.Warning);
        answer.Say($"First: {OrderText.Name(findings[0].Check)}, {findings[0].Where}: expected {findings[0].Expected}, found {findings[0].Found}.");
    }

    private async Task<(IReadOnlyList<Finding> Findings, IReadOnlyList<string> NotChecked)> FindingsAsync(OrderFile file, IReadOnlyList<CustomerRequirement> requirements, CancellationToken cancellationToken)
    {
        var (order, read) = (file.Order, context.Read);
        var products = file.Lines.Select(line => line.Line.ProductId).Distinct().ToList();
        var prices = await read.ListAsync(
            read.Prices.Where(price => products.Contains(price.ProductId) && price.Currency == order.Currency && (price.CustomerId == null || price.CustomerId == order.CustomerId)), cancellationToken);
        var findings = file.Lines.SelectMany(line => LineChecks.Of(order, line.Line, line.Product, prices)).ToList();
        findings.AddRange(await StockAsync(file, products, cancellationToken));
        findings.AddRange(new[] { HeaderChecks.ShipTo(order, file.ShipTo, file.CustomerName), HeaderChecks.DuplicatePo(order, await SamePoAsync(order, cancellationToken)) }.OfType<Finding>());
        var notChecked = new List<string>();
        if (file.Customer is { } customer)
        {
            findings.AddRange(new[] { HeaderChecks.PaymentTerms(order, customer), HeaderChecks.MinimumOrder(order, customer) }.OfType<Finding>());
            findings.AddRange(HeaderChecks.Requirements(customer, [.. requirements.Select(row => row.Kind)]));
        }

        if (!context.Turn.MaySeeExposure())
        {
            notChecked.Add("Credit was not checked: receivables are not among what you may see. A collector or the controller can say.");
        }
        else if (order.Status is not (OrderStatus.Invoiced or OrderStatus.Cancelled) && await context.ExposuresAsync(order.CustomerId, cancellationToken) is [var exposure])
        {
            var waiting = exposure.Waiting.Where(item => item.OrderId == order.Id && item.Reason != ExposureWaitReason.ShippedShort).Select(item => (Money?)item.Amount).FirstOrDefault();
            findings.AddRange(new[] { HeaderChecks.Credit(order, exposure, waiting ?? Money.Zero(order.Currency)) }.OfType<Finding>());
        }

        return (findings, notChecked);
    }

    private async Task<IEnumerable<Finding>> StockAsync(OrderFile file, IReadOnlyList<Id<Product>> products, CancellationToken cancellationToken)
    {
        var order = file.Order;
        if (order.Status is not (OrderStatus.Unconfirmed or OrderStatus.Confirmed or OrderStatus.OnHold or OrderStatus.Backordered))
        {
            return [];
        }

        var batches = (await context.BatchesAsync(products, cancellationToken)).ToLookup(batch => batch.ProductId);
        var due = Lateness.DueOn(order.PromisedOn, order.RequestedOn) ?? context.Turn.Today;
        var delivery = due > context.Turn.Today ? due : context.Turn.Today;
        var minimum = file.Customer?.MinimumShelfLifeDays ?? 0;
        return file.Lines
            .GroupBy(line => line.Line.ProductId)
            .Select(group => StockChecks.Of(
                LineChecks.Where(group.First().Line, group.First().Product), group.First().Product.Sku, group.Sum(line => line.ToShip), order.Status == OrderStatus.Confirmed, file.Warehouse, [.. batches[group.Key]], minimum, delivery))
            .OfType<Finding>();
    }

    private async Task<IReadOnlyList<string>> SamePoAsync(Order order, CancellationToken cancellationToken) => string.IsNullOrEmpty(order.CustomerPo)
        ? []
        : await context.Read.ListAsync(
            context.Read.Orders.Where(row => row.CustomerId == order.CustomerId && row.CustomerPo == order.CustomerPo && row.Id != order.Id && row.Status != OrderStatus.Cancelled)
                .OrderBy(row => row.Number).Select(row => row.Number),
            cancellationToken);

    private async Task<IReadOnlyList<CustomerRequirement>> RequirementsAsync(OrderFile file, CancellationToken cancellationToken)
    {
        var id = file.Order.CustomerId;
        return await context.Read.ListAsync(context.Read.CustomerRequirements.Where(row => row.CustomerId == id).OrderBy(row => row.Kind).ThenBy(row => row.Id), cancellationToken);
    }

    private static IEnumerable<string?> Next(OrderFile file, IReadOnlyList<Finding> findings) =>
    [
        findings.Any(finding => finding.Check == Check.Credit) || file.OpenHolds.Any(hold => hold.Reason == HoldReason.Credit) ? $"What would release {file.Order.Number}?" : null,
        findings.Select(finding => finding.Sku).OfType<string>().Select(sku => $"Stock of {sku}").FirstOrDefault(),
        $"Show {file.Order.Number}",
        file.Customer is { } customer ? $"Which orders of {customer.Name} are open?" : null,
    ];
}
