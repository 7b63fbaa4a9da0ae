using Copilot.Core;

namespace Copilot.Plugins.Desk.Rules;

/// <summary>Records of the person's own to put into example questions, so that each works as it stands.</summary>
internal sealed class HelpSamples
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads one record for each blank that the entries have.</summary>
    public static async Task<HelpSamples> ReadAsync(IReadSession read, IEnumerable<HelpEntry> entries, CancellationToken cancellationToken)
    {
        var samples = new HelpSamples();
        foreach (var blank in entries.SelectMany(entry => entry.Blanks).Distinct(StringComparer.Ordinal))
        {
            if (await read.FirstOrDefaultAsync(Query(read, blank), cancellationToken) is { Length: > 0 } value)
            {
                samples._values[blank] = value;
            }
        }

        return samples;
    }

    /// <summary>The question with its blanks filled; nothing where the records hold nothing to fill one with.</summary>
    public string? Fill(HelpEntry entry) => entry.Blanks.All(_values.ContainsKey)
        ? entry.Blanks.Aggregate(entry.Question, (question, blank) => question.Replace($"{{{blank}}}", _values[blank], StringComparison.Ordinal))
        : null;

    private static IQueryable<string> Query(IReadSession read, string blank) => blank switch
    {
        "customer" => read.Customers.Where(row => row.Active && row.DuplicateOfId == null).OrderBy(row => row.Id).Select(row => row.Name),
        "order" => read.Orders.Where(row => row.Status != OrderStatus.Invoiced && row.Status != OrderStatus.Cancelled).OrderByDescending(row => row.OrderedOn).ThenBy(row => row.Id).Select(row => row.Number),
        "held" => from hold in read.OrderHolds where hold.Reason == HoldReason.Credit && hold.ReleasedOn == null join order in read.Orders on hold.OrderId equals order.Id orderby order.Id select order.Number,
        "invoice" => read.Invoices.Where(row => row.OpenMinor > 0).OrderBy(row => row.DueOn).ThenBy(row => row.Id).Select(row => row.Number),
        "payment" => read.Payments.Where(row => row.UnappliedMinor > 0).OrderBy(row => row.Id).Select(row => row.Number),
        "warehouse" => read.Warehouses.OrderBy(row => row.Id).Select(row => row.Name),
        "sku" => read.Products.OrderBy(row => row.Id).Select(row => row.Sku),
        "chargeback" => read.Chargebacks.Where(row => row.Status == ChargebackStatus.Open).OrderBy(row => row.DisputeUntil).ThenBy(row => row.Id).Select(row => row.Number),
        "opportunity" => read.Opportunities.Where(row => row.Stage != Stage.Won && row.Stage != Stage.Lost).OrderBy(row => row.Id).Select(row => row.Number),
        "account" => read.Accounts.OrderBy(row => row.Id).Select(row => row.Name),
        "rep" => from opportunity in read.Opportunities join person in read.People on opportunity.OwnerId equals person.Id orderby opportunity.Id select person.Name,
        "collector" => from customer in read.Customers join person in read.People on customer.CollectorId equals person.Id orderby customer.Id select person.Name,
        "message" => read.EdiMessages.OrderByDescending(row => row.Id).Select(row => row.Number),
        _ => throw new InvalidOperationException($"Nothing fills the blank {blank}."),
    };
}
