using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Import.Overlays;

/// <summary>Records that were made here: the source's own row of one is the same record, and what is open still adds up.</summary>
public sealed class MadeBeforeAnImport
{
    [Fact]
    public async Task CashApplied_InvoicesStillOpenInTheExport_StaysApplied()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.ApplyAsync("Z-1", "I-1", 8000);

        await company.TakeAsync(MirroredCompany.Invoices);
        await company.TakeAsync(MirroredCompany.Payments);

        Assert.Equal((2000, 0), ((await company.InvoiceAsync("I-1")).OpenMinor, (await company.PaymentAsync("Z-1")).UnappliedMinor));
        Assert.Equal("Waiting:3", await company.StatesAsync());
    }

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-23")]
    public async Task CashApplied_BookedBySourceOnADayOfItsOwn_IsOneApplication(string day)
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.ApplyAsync("Z-1", "I-1", 8000);

        await company.TakeAsync(MirroredCompany.ApplicationHeader + $"I-1,Z-1,payment,{day},80.00\n");
        await company.TakeAsync(MirroredCompany.ApplicationHeader + $"I-1,Z-1,payment,{day},80.00\n");

        var applied = Assert.Single(await company.ReadAsync(context => context.Applications.ToListAsync()));
        Assert.Equal((8000L, day), (applied.AmountMinor, applied.AppliedOn.ToString("yyyy-MM-dd", null)));
        Assert.Equal((2000, 0), ((await company.InvoiceAsync("I-1")).OpenMinor, (await company.PaymentAsync("Z-1")).UnappliedMinor));
        Assert.Equal("Confirmed:3", await company.StatesAsync());
    }

    [Fact]
    public async Task CashApplied_SourceThatBookedLess_IsNamedAndCountsOnce()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.ApplyAsync("Z-1", "I-1", 8000);

        var report = await company.TakeAsync(MirroredCompany.ApplicationHeader + "I-1,Z-1,payment,2026-11-24,50.00\n");

        Assert.Equal(5000, Assert.Single(await company.ReadAsync(context => context.Applications.ToListAsync())).AmountMinor);
        Assert.Equal((5000, 3000), ((await company.InvoiceAsync("I-1")).OpenMinor, (await company.PaymentAsync("Z-1")).UnappliedMinor));
        Assert.Contains("amount EUR 80.00 became EUR 50.00", Assert.Single(report.Warnings, warning => warning.Text.Contains("moved on", StringComparison.Ordinal)).Examples[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CashApplied_SourceThatShowsItInTheOpenAmount_IsConfirmed()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.ApplyAsync("Z-1", "I-1", 8000);

        await company.TakeAsync(MirroredCompany.Invoices.Replace("100.00,100.00", "100.00,20.00", StringComparison.Ordinal));
        Assert.Equal("Waiting:1 Confirmed:2", await company.StatesAsync());
        await company.TakeAsync(MirroredCompany.Payments.Replace("80.00,80.00", "80.00,0.00", StringComparison.Ordinal));
        Assert.Equal("Confirmed:3", await company.StatesAsync());

        // the source's booking may come later still and is the one that is there already
        await company.TakeAsync(MirroredCompany.ApplicationHeader + "I-1,Z-1,payment,2026-11-25,80.00\n");
        Assert.Equal(2000, (await company.InvoiceAsync("I-1")).OpenMinor);
        Assert.Single(await company.ReadAsync(context => context.Applications.ToListAsync()));
    }

    [Fact]
    public async Task WrittenOff_SameExport_StaysClosed()
    {
        await using var company = await MirroredCompany.CreateAsync();
        var invoice = await company.InvoiceAsync("I-2");
        await company.RunAsync(new WriteOff(Target.Of(invoice), MirroredCompany.Eur(6000), "uncollectable"));

        await company.TakeAsync(MirroredCompany.Invoices);
        Assert.Equal((0L, (DateOnly?)Support.Confirmed.Day), ((await company.InvoiceAsync("I-2")).OpenMinor, (await company.InvoiceAsync("I-2")).ClosedOn));

        // settled there by a part payment: neither as before nor as ours
        var report = await company.TakeAsync(MirroredCompany.Invoices.Replace("60.00,60.00", "60.00,25.00", StringComparison.Ordinal));
        Assert.Equal((2500L, (DateOnly?)null), ((await company.InvoiceAsync("I-2")).OpenMinor, (await company.InvoiceAsync("I-2")).ClosedOn));
        Assert.True(report.Overtaken > 0);
        Assert.Contains(await company.OverlaysAsync(), row => row is { Record: "Application", State: OverlayState.Waiting });
    }

    [Fact]
    public async Task CorrectedAmount_OfAnInvoiceWithOurPayment_MovesWhatIsOpenAlong()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.ApplyAsync("Z-1", "I-1", 8000);

        await company.TakeAsync("invoice number,customer number,invoice date,due date,amount\nI-1,C-1,2026-10-01,2026-10-31,110.00\n");

        Assert.Equal(3000, (await company.InvoiceAsync("I-1")).OpenMinor);
        Assert.Equal("Waiting:3", await company.StatesAsync());
    }

    [Fact]
    public async Task CreditNote_UnderItsNumberInTheExport_IsMergedAndConfirmed()
    {
        await using var company = await MirroredCompany.CreateAsync();
        var invoice = await company.InvoiceAsync("I-2");
        await company.RunAsync(new IssueCreditNote(Target.Of(invoice), MirroredCompany.Eur(1000), MirroredCompany.Eur(6000), "damaged"));
        await company.TakeAsync(MirroredCompany.Invoices);
        Assert.Equal(5000, (await company.InvoiceAsync("I-2")).OpenMinor);

        var number = (await company.ReadAsync(context => context.CreditNotes.SingleAsync())).Number;
        await company.TakeAsync($"credit note number,customer number,invoice number,date,amount,open amount\n{number},C-2,I-2,2026-11-20,10.00,0.00\n");

        Assert.Single(await company.ReadAsync(context => context.CreditNotes.ToListAsync()));
        Assert.Contains(await company.OverlaysAsync(), row => row is { Record: "CreditNote", State: OverlayState.Confirmed });
    }

    [Fact]
    public async Task OrderMadeHere_UnderItsNumberInTheExport_IsMergedAndGoesOn()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.EnterAsync("C-1", 6);
        var made = await company.ReadAsync(context => context.Orders.OrderByDescending(row => row.Id).FirstAsync());
        await company.TakeAsync(MirroredCompany.Orders);
        Assert.Equal("Waiting:2", await company.StatesAsync());

        await company.TakeAsync(MirroredCompany.OrderHeader + $"{made.Number},C-1,2026-11-20,2026-12-02,confirmed,1,A,6,2.50\n");

        var merged = await company.OrderAsync(made.Number);
        Assert.Equal((made.Id, OrderStatus.Confirmed, 1500L), (merged.Id, merged.Status, merged.TotalMinor));
        Assert.Equal("Confirmed:2", await company.StatesAsync());
    }

    [Fact]
    public async Task OrderMadeHere_WithOtherUnitsInTheExport_IsNamed()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.EnterAsync("C-1", 6);
        var made = await company.ReadAsync(context => context.Orders.OrderByDescending(row => row.Id).FirstAsync());

        var report = await company.TakeAsync(MirroredCompany.OrderHeader + $"{made.Number},C-1,2026-11-20,2026-12-02,confirmed,1,A,5,2.50\n");

        Assert.Contains(Assert.Single(report.Warnings, warning => warning.Text.Contains("moved on", StringComparison.Ordinal)).Examples, example => example.Text.Contains("quantity 6 became 5", StringComparison.Ordinal));
        Assert.Equal(1250, (await company.OrderAsync(made.Number)).TotalMinor);
    }

    [Fact]
    public async Task NumberGivenHere_ToAnotherCustomersOrderInTheExport_MovesOursAside()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.EnterAsync("C-1", 6);
        var made = await company.ReadAsync(context => context.Orders.OrderByDescending(row => row.Id).FirstAsync());

        var report = await company.TakeAsync(MirroredCompany.OrderHeader + $"{made.Number},C-2,2026-11-20,2026-12-02,confirmed,1,B,3,5.00\n");

        var (ours, theirs) = (await company.OrderAsync(made.Number + "-C"), await company.OrderAsync(made.Number));
        Assert.Equal((made.Id, made.CustomerId, 1500L, 1500L), (ours.Id, ours.CustomerId, ours.TotalMinor, theirs.TotalMinor));
        Assert.NotEqual(ours.CustomerId, theirs.CustomerId);
        Assert.Contains(report.Warnings, warning => warning.Text.Contains("belongs to another document", StringComparison.Ordinal));
        Assert.All(await company.OverlaysAsync(), row => Assert.StartsWith(made.Number + "-C", row.Document, StringComparison.Ordinal));
    }
}
