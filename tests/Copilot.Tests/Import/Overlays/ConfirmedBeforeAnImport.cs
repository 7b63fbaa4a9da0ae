using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Import.Overlays;

/// <summary>What was confirmed here stands on top of what is imported later, until the source shows it or has moved on.</summary>
public sealed class ConfirmedBeforeAnImport
{
    private static readonly DateOnly Ours = new(2026, 12, 12);

    [Fact]
    public async Task SameExportAgain_Imported_KeepsOursAndMovesNoVersion()
    {
        await using var company = await MirroredCompany.CreateAsync();
        Assert.Contains("waits in the ERP", await company.PromiseAsync("S-1", Ours), StringComparison.Ordinal);
        var before = await company.Import.ContentAsync();

        var report = await company.TakeAsync(MirroredCompany.Orders);

        Assert.Equal(before, await company.Import.ContentAsync());
        Assert.Equal((0, 0, 1), (report.Confirmed, report.Overtaken, report.StillWaiting));
        var row = Assert.Single(await company.OverlaysAsync());
        Assert.Equal(("S-1", "PromisedOn", "2026-11-30", "2026-12-12", OverlayState.Waiting), (row.Document, row.Field, row.BeforeText, row.AfterText, row.State));
    }

    [Fact]
    public async Task SourceWithOurValue_Imported_IsConfirmedAndLaterGoesOnByItself()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.PromiseAsync("S-1", Ours);

        var report = await company.TakeAsync(MirroredCompany.Orders.Replace("2026-11-30", "2026-12-12", StringComparison.Ordinal));
        Assert.Equal((1, 0, 0), (report.Confirmed, report.Overtaken, report.StillWaiting));
        Assert.Contains(report.LedgerFacts, fact => fact is { Key: "changes made here", Value: "1 confirmed, 0 overtaken, 0 waiting" });

        await company.TakeAsync(MirroredCompany.Orders);
        Assert.Equal(new DateOnly(2026, 11, 30), (await company.OrderAsync("S-1")).PromisedOn);
        Assert.Equal("orders.csv", Assert.Single(await company.OverlaysAsync()).SettledBy);
    }

    [Fact]
    public async Task SourceWithAThirdValue_Imported_IsTakenAndNamed()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.PromiseAsync("S-1", Ours);

        var report = await company.TakeAsync(MirroredCompany.Orders.Replace("2026-11-30", "2026-12-24", StringComparison.Ordinal));

        Assert.Equal(new DateOnly(2026, 12, 24), (await company.OrderAsync("S-1")).PromisedOn);
        var warning = Assert.Single(report.Warnings, warning => warning.Text.StartsWith("the source has moved on", StringComparison.Ordinal));
        Assert.Equal("S-1: promised on 2026-12-12 (P-1/1); the source: 2026-12-24", Assert.Single(warning.Examples).Text);
        var row = Assert.Single(await company.OverlaysAsync());
        Assert.Equal((OverlayState.Overtaken, "2026-12-24"), (row.State, row.SourceText));
    }

    [Fact]
    public async Task DryRun_OfWhatWouldSettle_SettlesNothing()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.PromiseAsync("S-1", Ours);
        var before = await company.Import.ContentAsync();

        await company.Import.TakeTextAsync("orders.csv", MirroredCompany.Orders.Replace("2026-11-30", "2026-12-24", StringComparison.Ordinal), request => request with { DryRun = true });

        Assert.Equal(before, await company.Import.ContentAsync());
    }

    [Fact]
    public async Task TwoChangesOfOneField_SourceWithTheFirst_KeepsTheSecondWaiting()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.PromiseAsync("S-1", Ours);
        await company.PromiseAsync("S-1", Ours.AddDays(3));

        await company.TakeAsync(MirroredCompany.Orders.Replace("2026-11-30", "2026-12-12", StringComparison.Ordinal));

        Assert.Equal(Ours.AddDays(3), (await company.OrderAsync("S-1")).PromisedOn);
        Assert.Equal([OverlayState.Confirmed, OverlayState.Waiting], (await company.OverlaysAsync()).Select(row => row.State));
    }

    [Fact]
    public async Task HeldOrder_SourceStillConfirmed_StaysHeldAndItsHoldStands()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.HoldAsync("S-1");

        await company.TakeAsync(MirroredCompany.Orders);

        Assert.Equal(OrderStatus.OnHold, (await company.OrderAsync("S-1")).Status);
        Assert.Null(Assert.Single(await company.ReadAsync(context => context.OrderHolds.ToListAsync())).ReleasedOn);
        Assert.Equal("Waiting:2", await company.StatesAsync());
    }

    [Fact]
    public async Task HeldOrder_SourceThatPicksIt_IsOvertakenAsAWhole()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.HoldAsync("S-1");

        var report = await company.TakeAsync(MirroredCompany.Orders.Replace("2026-11-30,confirmed", "2026-11-30,picking", StringComparison.Ordinal));

        Assert.Equal(OrderStatus.Picking, (await company.OrderAsync("S-1")).Status);
        Assert.NotNull(Assert.Single(await company.ReadAsync(context => context.OrderHolds.ToListAsync())).ReleasedOn);
        Assert.Equal("Overtaken:2", await company.StatesAsync());
        Assert.Equal(2, report.Overtaken);
    }

    [Fact]
    public async Task HoldReleasedAgain_SameExport_LeavesNothingToHandOver()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.HoldAsync("S-1");
        await company.ReleaseAsync("S-1");

        await company.TakeAsync(MirroredCompany.Orders);

        Assert.Equal(OrderStatus.Confirmed, (await company.OrderAsync("S-1")).Status);
        Assert.DoesNotContain(await company.OverlaysAsync(), row => row is { Record: "Order", State: OverlayState.Waiting });
    }

    [Fact]
    public async Task CancelledOrder_SourceThatShowsIt_IsConfirmedWithItsLines()
    {
        await using var company = await MirroredCompany.CreateAsync();
        var order = await company.OrderAsync("S-1");
        await company.RunAsync(new CancelOrder(Target.Of(order), order.Status, "keyed twice", MirroredCompany.Eur(4500)));
        await company.TakeAsync(MirroredCompany.Orders);
        Assert.Equal([10, 4], await company.ReadAsync(context => context.OrderLines.Where(row => row.OrderId == order.Id).OrderBy(row => row.LineNo).Select(row => row.Cancelled).ToListAsync()));
        Assert.DoesNotContain("Confirmed", await company.StatesAsync(), StringComparison.Ordinal);

        await company.TakeAsync(MirroredCompany.Orders.Replace("2026-11-30,confirmed", "2026-11-30,cancelled", StringComparison.Ordinal));

        Assert.Equal("Confirmed:4", await company.StatesAsync());
        Assert.Equal((OrderStatus.Cancelled, (DateOnly?)Support.Confirmed.Day), await company.ReadAsync(async context => await context.Orders.Where(row => row.Id == order.Id).Select(row => ValueTuple.Create(row.Status, row.CancelledOn)).SingleAsync()));
    }

    [Fact]
    public async Task ChangedLine_SameExport_KeepsLineAndTotal()
    {
        await using var company = await MirroredCompany.CreateAsync();
        var order = await company.OrderAsync("S-1");
        await company.RunAsync(new ChangeOrderLine(Target.Of(order), 1, "A", 10, 12, MirroredCompany.Eur(250), MirroredCompany.Eur(250), MirroredCompany.Eur(4500), MirroredCompany.Eur(5000)));

        await company.TakeAsync(MirroredCompany.Orders);
        Assert.Equal(5000, (await company.OrderAsync("S-1")).TotalMinor);
        await company.TakeAsync(MirroredCompany.Orders.Replace(",1,A,10,", ",1,A,12,", StringComparison.Ordinal));

        Assert.Equal(5000, (await company.OrderAsync("S-1")).TotalMinor);
        Assert.Equal("Confirmed:3", await company.StatesAsync());
    }

    [Fact]
    public async Task NothingImported_EffectRun_IsFinal()
    {
        await using var company = await MirroredCompany.CreateAsync(taken: false);
        await using (var context = company.Store.Company())
        {
            context.Customers.Add(new Customer { Code = "C-1", Name = "One", Currency = CurrencyCode.Eur });
            context.Products.Add(new Product { Sku = "A", Name = "A" });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain("ERP", await company.EnterAsync("C-1", 3), StringComparison.Ordinal);

        Assert.Empty(await company.OverlaysAsync());
    }
}
