using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Receivables.Actions;

public sealed class DisputesCreditsWriteOffs(SampleFixture sample)
{
    private static DateOnly Day => SampleFixture.Day;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dispute_OpenedAndSettled_StopsRemindersAndLetsThemGoOn()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var invoice = Open();
        var (disputes, open) = (await own.FigureAsync("disputes", "disputes"), await own.FigureAsync("aging", "total"));
        var opened = await own.ProposedAsync("open_dispute", ("invoice", invoice.Id), ("reason", "two cartons were missing"), ("amount", 50m));
        await own.RunAsync(opened);

        Assert.Equal(disputes + 1, await own.FigureAsync("disputes", "disputes"));
        Assert.Equal(open, await own.FigureAsync("aging", "total"));
        Assert.True((await own.InvoiceAsync(invoice.Id)).Disputed);
        Assert.Contains("disputed", (await own.OverdueRowsAsync(invoice.CustomerId)).Single(row => row["invoice"] == invoice.Number)["next_reminder"], StringComparison.Ordinal);
        Assert.Equal("AR-210", (await own.RefusedAsync("open_dispute", ("invoice", invoice.Id), ("reason", "again"))).Code);
        await own.AddUpAsync();

        await own.RunAsync(await own.ProposedAsync("settle_dispute", ("invoice", invoice.Id), ("reason", "found at the dock")));
        Assert.Equal(disputes, await own.FigureAsync("disputes", "disputes"));
        Assert.True((await own.InvoiceAsync(invoice.Id)).Disputed);
        Assert.Equal("AR-211", (await own.RefusedAsync("settle_dispute", ("invoice", invoice.Id))).Code);
        await own.AddUpAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Credit_Issued_LowersWhatIsOpenByExactlyThat(bool whole)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var invoice = Open();
        var amount = whole ? new Money(invoice.OpenMinor, invoice.Currency).Major : 12.34m;
        var open = await own.FigureAsync("aging", "total", ("customer", invoice.CustomerId));
        await own.RunAsync(await own.ProposedAsync("credit_note", ("invoice", invoice.Id), ("amount", amount), ("reason", "price correction"), ("currency", invoice.Currency)));

        Assert.Equal(open - amount, await own.FigureAsync("aging", "total", ("customer", invoice.CustomerId)));
        Assert.Equal(whole ? Day : null as DateOnly?, (await own.InvoiceAsync(invoice.Id)).ClosedOn);
        var note = await own.ReadAsync(context => context.CreditNotes.AsNoTracking().OrderByDescending(row => row.Id).FirstAsync(Token));
        var highest = sample.Records.CreditNotes.Max(row => int.Parse(row.Number[3..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(($"CN-{highest + 1}", invoice.Id, "price correction", 0L), (note.Number, note.InvoiceId!.Value, note.Reason, note.OpenMinor));
        await own.AddUpAsync();
    }

    [Fact]
    public async Task Credit_ThatIsTooMuchOrInAnotherCurrency_IsRefused()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var invoice = Open();

        Assert.Equal("AR-203", (await own.RefusedAsync("credit_note", ("invoice", invoice.Id), ("amount", new Money(invoice.OpenMinor, invoice.Currency).Major + 0.01m), ("reason", "x"))).Code);
        Assert.Equal("AR-204", (await own.RefusedAsync("credit_note", ("invoice", invoice.Id), ("amount", 1m), ("reason", "x"), ("currency", CurrencyCode.Of("JPY")))).Code);
        Assert.Equal("AR-202", (await own.RefusedAsync("credit_note", ("invoice", sample.Records.Invoices.First(row => row.OpenMinor == 0).Id), ("amount", 1m), ("reason", "x"))).Code);
        Assert.Equal("AR-205", (await own.RefusedAsync("credit_note", ("invoice", invoice.Id), ("amount", 1m), ("reason", "  "))).Code);
    }

    [Fact]
    public async Task DisputedInvoice_WrittenOff_IsClosedAndItsDisputeSettled()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var invoice = sample.Records.Invoices.First(row => row.OpenMinor > 0 && sample.Records.Disputes.Any(dispute => dispute.InvoiceId == row.Id && dispute.ClosedOn is null));
        var proposal = await own.ProposedAsync("propose_write_off", ("invoice", invoice.Id), ("reason", "older than the claim is worth"));
        Assert.Equal(["settle_dispute", "write_off"], proposal.Effects.Select(EffectJson.KindOf));
        await own.RunAsync(proposal);

        var after = await own.InvoiceAsync(invoice.Id);
        Assert.Equal((0L, Day), (after.OpenMinor, after.ClosedOn!.Value));
        Assert.False(await own.ReadAsync(context => context.Disputes.AnyAsync(row => row.InvoiceId == invoice.Id && row.ClosedOn == null, Token)));
        await own.AddUpAsync();
    }

    [Fact]
    public async Task InvoiceThatMoved_WrittenOff_StaysAsItIsAndSaysSo()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var invoice = Open();
        var proposal = await own.ProposedAsync("propose_write_off", ("invoice", invoice.Id));
        await own.RunAsync(await own.ProposedAsync("credit_note", ("invoice", invoice.Id), ("amount", 1m), ("reason", "first")));

        Assert.Contains("was changed since", await own.FailsAsync(proposal), StringComparison.Ordinal);
        Assert.Equal(invoice.OpenMinor - 100, (await own.InvoiceAsync(invoice.Id)).OpenMinor);
        await own.AddUpAsync();
    }

    private Invoice Open()
    {
        var disputed = sample.Records.Disputes.Where(row => row.ClosedOn is null).Select(row => row.InvoiceId).ToHashSet();
        return sample.Records.Invoices.First(row => row.OpenMinor > 20_000 && row.DueOn < Day.AddDays(-3) && row.Currency.Code == "EUR" && !row.RemindersOff && !disputed.Contains(row.Id)
            && sample.Records.Customers.Single(customer => customer.Id == row.CustomerId) is { RemindersOff: false, CollectionFlag: CollectionFlag.None });
    }
}
