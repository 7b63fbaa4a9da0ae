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

        var requirements = await context.RequirementsAsync(file.Order.CustomerId, cancellationToken);
        var (findings, notChecked) = await context.FindingsAsync(file, requirements, null, cancellationToken);
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

    private static IEnumerable<string?> Next(OrderFile file, IReadOnlyList<Finding> findings) =>
    [
        findings.Any(finding => finding.Check == Check.Credit) || file.OpenHolds.Any(hold => hold.Reason == HoldReason.Credit) ? $"What would release {file.Order.Number}?" : null,
        findings.Select(finding => finding.Sku).OfType<string>().Select(sku => $"Stock of {sku}").FirstOrDefault(),
        $"Show {file.Order.Number}",
        file.Customer is { } customer ? $"Which orders of {customer.Name} are open?" : null,
    ];
}
