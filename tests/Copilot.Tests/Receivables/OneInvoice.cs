using Copilot.Core;
using Copilot.Plugins.Receivables;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

public sealed class OneInvoice(SampleFixture sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryKindOfInvoice_Asked_AddsUpToWhatIsOpen()
    {
        var applied = sample.Records.Applications.ToLookup(row => row.InvoiceId);
        var invoices = sample.Records.Invoices.GroupBy(row => (row.OpenMinor == 0, row.Disputed, applied[row.Id].Select(application => application.Kind).Distinct().Count())).Select(group => group.First()).ToList();
        Assert.True(invoices.Count >= 5);
        await using var turn = await sample.AskAsync("hannah.price");
        foreach (var invoice in invoices)
        {
            var answer = await new InvoicePage(turn.Context).AnswerAsync(invoice.Id, Token).SoundAsync();

            Assert.Equal(invoice.OpenMinor / 100m, answer.Number("open"));
            Assert.Equal(invoice.AmountMinor / 100m, answer.Number("amount"));
            Assert.Equal((invoice.AmountMinor - applied[invoice.Id].Sum(row => row.AmountMinor)) / 100m, answer.Number("open"));
            Assert.Equal(applied[invoice.Id].Count(), answer.Has("applied") ? answer.Table("applied").TotalRows : 0);
            Assert.Equal(sample.Records.InvoiceLines.Count(row => row.InvoiceId == invoice.Id), answer.Table("lines").TotalRows);
            Assert.Contains(invoice.Number, answer.Evidence[0].Records);
            Assert.DoesNotContain("do not agree", answer.Said(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DisputedInvoice_Asked_NamesTheDisputeAndStopsReminders()
    {
        var dispute = sample.Records.Disputes.First(row => row.ClosedOn is null && sample.Records.Invoices.Single(invoice => invoice.Id == row.InvoiceId) is { OpenMinor: > 0, RemindersOff: false });
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await new InvoicePage(turn.Context).AnswerAsync(dispute.InvoiceId, Token).SoundAsync();

        Assert.Contains($"Disputed since {dispute.OpenedOn:yyyy-MM-dd}", answer.Said(), StringComparison.Ordinal);
        Assert.Contains("disputed: settle that first", answer.Blocks.OfType<FactsBlock>().SelectMany(block => block.Facts).Single(fact => fact.Label == "Next reminder").Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvoiceOfAnotherRegion_AskedByARepresentative_IsNotShown()
    {
        var uk = sample.Records.Customers.First(row => row.Region == "UK");
        await using var turn = await sample.AskAsync("jonas.weber");

        Assert.Equal("AR-107", (await new InvoicePage(turn.Context).AnswerAsync(sample.Records.Invoices.First(row => row.CustomerId == uk.Id).Id, Token)).Fault?.Code);
    }
}
