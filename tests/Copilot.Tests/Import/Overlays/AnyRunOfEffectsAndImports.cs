using System.Globalization;
using Copilot.Core;
using Copilot.Data.Import;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Import.Overlays;

/// <summary>Effects and imports in any order: what was confirmed is in the record, or shown by the source, or overtaken and named; never gone.</summary>
public sealed class AnyRunOfEffectsAndImports
{
    private const int Steps = 30;

    private readonly Dictionary<string, OverlayState> _states = new(StringComparer.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    [InlineData(77)]
    [InlineData(4711)]
    [InlineData(90210)]
    [InlineData(31337)]
    public async Task EffectsAndImports_InAnyOrder_LoseNothingSilently(int seed)
    {
        var random = new Random(seed);
        await using var company = await MirroredCompany.CreateAsync();
        for (var step = 0; step < Steps; step++)
        {
            if (random.Next(2) == 0)
            {
                await ActAsync(company, random);
                await CheckAsync(company, null, $"seed {seed}, step {step}");
            }
            else
            {
                await CheckAsync(company, await company.TakeAsync(Export(random)), $"seed {seed}, step {step}");
            }
        }

        Assert.Equal(3, _states.Values.Distinct().Count());
    }

    private static async Task ActAsync(MirroredCompany company, Random random)
    {
        var number = random.Next(2) == 0 ? "S-1" : "S-2";
        var (order, invoice, payment) = (await company.OrderAsync(number), await company.InvoiceAsync("I-1"), await company.PaymentAsync("Z-1"));
        var held = await company.ReadAsync(context => context.OrderHolds.AnyAsync(row => row.OrderId == order.Id && row.Reason == HoldReason.Price && row.ReleasedOn == null));
        switch (random.Next(5))
        {
            case 0:
                await company.PromiseAsync(number, new DateOnly(2026, 12, random.Next(1, 28)));
                break;
            case 1 when !held:
                await company.HoldAsync(number);
                break;
            case 1:
                await company.ReleaseAsync(number);
                break;
            case 2 when Math.Min(invoice.OpenMinor, payment.UnappliedMinor) is > 0 and var most:
                await company.ApplyAsync("Z-1", "I-1", Math.Min(most, random.Next(1, 40) * 100));
                break;
            case 3:
                await company.EnterAsync("C-1", random.Next(1, 9));
                break;
            default:
                var line = await company.ReadAsync(context => context.OrderLines.SingleAsync(row => row.OrderId == order.Id && row.LineNo == 1));
                var (now, then) = (MirroredCompany.Eur(order.TotalMinor), MirroredCompany.Eur(order.TotalMinor - line.AmountMinor + (line.UnitPriceMinor * (line.Quantity + 1))));
                await company.RunAsync(new ChangeOrderLine(Copilot.Core.Target.Of(order), 1, "A", line.Quantity, line.Quantity + 1, MirroredCompany.Eur(line.UnitPriceMinor), MirroredCompany.Eur(line.UnitPriceMinor), now, then));
                break;
        }
    }

    // the source's own world: as at first, as ours might be, or something of its own
    private static string Export(Random random)
    {
        string[] statuses = ["confirmed", "confirmed", "on_hold", "picking"];
        string Row(string number, string customer, int first) => string.Create(
            CultureInfo.InvariantCulture, $"{number},{customer},2026-11-02,2026-{(random.Next(3) == 0 ? $"12-{random.Next(1, 28):00}" : "11-30")},{statuses[random.Next(4)]},1,A,{first + random.Next(3)},2.50\n");
        return random.Next(4) switch
        {
            0 => MirroredCompany.InvoiceHeader + $"I-1,C-1,2026-10-01,2026-10-31,100.00,{(random.Next(2) == 0 ? 100 : random.Next(0, 101))}.00\n",
            1 => MirroredCompany.Payments,
            2 => MirroredCompany.OrderHeader + Row("S-2", "C-2", 8),
            _ => MirroredCompany.OrderHeader + Row("S-1", "C-1", 10) + Row("S-2", "C-2", 8),
        };
    }

    private async Task CheckAsync(MirroredCompany company, FileReport? report, string where)
    {
        var rows = await company.OverlaysAsync();
        var overtaken = 0;
        foreach (var row in rows)
        {
            var key = $"{row.Id.Value}";
            overtaken += row.State == OverlayState.Overtaken && _states.GetValueOrDefault(key) == OverlayState.Waiting ? 1 : 0;
            Assert.True(_states.GetValueOrDefault(key) == OverlayState.Waiting || _states[key] == row.State, $"{where}: {row.Document} {row.Field} went from {_states.GetValueOrDefault(key)} to {row.State}");
            _states[key] = row.State;
        }

        var named = report?.Warnings.Where(warning => warning.Text.StartsWith("the source has moved on", StringComparison.Ordinal)).Sum(warning => warning.Count) ?? 0;
        Assert.True(overtaken == named && overtaken == (report?.Overtaken ?? 0), $"{where}: {overtaken} overtaken, {named} named");
        foreach (var chain in rows.Where(row => row.Field.Length > 0).GroupBy(row => (row.Record, row.RecordKey, row.Field)))
        {
            if (chain.LastOrDefault(row => row.State != OverlayState.Confirmed) is { State: OverlayState.Waiting } last && !Copilot.Data.OverlayFields.IsEndingDay(chain.Key.Field))
            {
                Assert.True(await ValueAsync(company, chain.Key.Record, chain.Key.RecordKey, chain.Key.Field) == last.After, $"{where}: {last.Document} {last.Field} is no longer {last.After}");
            }
        }

        foreach (var made in rows.Where(row => row.Field.Length == 0))
        {
            Assert.True(await ValueAsync(company, made.Record, made.RecordKey, "Id") is not null, $"{where}: {made.Document} is gone");
        }

        await using var context = company.Store.Company();
        Assert.All(await context.Invoices.ToListAsync(), invoice => Assert.True(invoice.OpenMinor >= 0 && (invoice.ClosedOn is null || invoice.OpenMinor == 0), $"{where}: {invoice.Number} {invoice.OpenMinor} {invoice.ClosedOn}"));
        var lines = (await context.OrderLines.ToListAsync()).ToLookup(line => line.OrderId);
        Assert.All(await context.Orders.ToListAsync(), order => Assert.True(order.TotalMinor == lines[order.Id].Sum(line => line.AmountMinor), $"{where}: {order.Number} is worth {order.TotalMinor}"));
    }

    private static async Task<string?> ValueAsync(MirroredCompany company, string record, int key, string field)
    {
        var table = await company.ReadAsync(context => Task.FromResult(context.Model.GetEntityTypes().Single(type => type.ClrType.Name == record).GetTableName()));
        return (await company.Import.RowsAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT CAST(\"{field}\" AS TEXT) FROM \"{table}\" WHERE Id = {key}"))) is [[var value, ..], ..] ? value as string : null;
    }
}
