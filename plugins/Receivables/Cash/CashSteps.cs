namespace Copilot.Plugins.Receivables.Cash;

/// <summary>The lines of a suggestion as steps on the books: credit notes first, then the payment for what they leave.</summary>
internal static class CashSteps
{
    /// <summary>
    /// The steps, in the order of the lines. The credit notes are given to the invoices one after the other; what an invoice takes in all is what
    /// its line says, and what the payment gives in all is what the lines add up to.
    /// </summary>
    public static IReadOnlyList<CashStep> Of(IReadOnlyList<CashLine> lines)
    {
        var steps = new List<CashStep>();
        var invoices = lines.Where(line => !line.Item.IsCredit).ToList();
        var needed = invoices.ConvertAll(line => line.PaidMinor);
        foreach (var credit in lines.Where(line => line.Item.IsCredit))
        {
            var left = -credit.PaidMinor;
            for (var at = 0; at < invoices.Count && left > 0; at++)
            {
                var used = Math.Min(left, needed[at]);
                if (used > 0)
                {
                    steps.Add(new CashStep(invoices[at], credit, used));
                    (left, needed[at]) = (left - used, needed[at] - used);
                }
            }
        }

        steps.AddRange(invoices.Select((line, at) => new CashStep(line, null, needed[at])).Where(step => step.Minor > 0));
        return steps;
    }
}

/// <summary>One step.</summary>
/// <param name="Invoice">The line of the invoice.</param>
/// <param name="Credit">The line of the credit note that is used; none where the payment is.</param>
/// <param name="Minor">How much of it.</param>
internal sealed record CashStep(CashLine Invoice, CashLine? Credit, long Minor);
