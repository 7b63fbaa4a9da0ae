using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using FsCheck;
using FsCheck.Fluent;
using Property = FsCheck.Check;

namespace Copilot.Tests.Orders.Rules;

public sealed class SharingOutBackorders
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Gen<SiteBatch> AnyBatch =
        from site in Gen.Choose(1, 3)
        from product in Gen.Choose(1, 3)
        from number in Gen.Choose(1, 9)
        from days in Gen.Choose(-30, 300)
        from onHand in Gen.Choose(0, 60)
        from allocated in Gen.Choose(0, 70)
        select new SiteBatch(new(site), $"S{site}", new(product), $"B{number}", Today.AddDays(days), onHand, allocated);

    private static readonly Gen<OpenLine> AnyLine =
        from order in Gen.Choose(1, 20)
        from customer in Gen.Choose(1, 4)
        from site in Gen.Choose(1, 3)
        from due in Gen.Choose(-20, 40)
        from line in Gen.Choose(1, 9)
        from product in Gen.Choose(1, 3)
        from units in Gen.Choose(1, 80)
        select new OpenLine(new(order), $"SO-{order}", new(customer), OrderStatus.Backordered, new(site), Today.AddDays(-30), Today.AddDays(due), line, new(product), units, new Money(5_00, CurrencyCode.Eur));

    private static readonly Arbitrary<(OpenLine[] Lines, SiteBatch[] Stock)> Any = Arb.From(
        from lines in AnyLine.ArrayOf()
        from stock in AnyBatch.ArrayOf()
        select (lines, stock));

    [Fact]
    public void AnyLinesAndStock_SharedOut_NoBatchGivesMoreThanItHasFree() => Property.QuickThrowOnFailure(Prop.ForAll(Any, any =>
    {
        var given = new Dictionary<SiteBatch, int>(ReferenceEqualityComparer.Instance);
        foreach (var share in Share(any).SelectMany(line => line.Shares))
        {
            given[share.Batch] = given.GetValueOrDefault(share.Batch) + share.Units;
        }

        return given.All(pair => pair.Value <= pair.Key.Free);
    }));

    [Fact]
    public void AnyLinesAndStock_SharedOut_LinesGetTheirProductFreshEnoughAndNoMoreThanTheyNeed() => Property.QuickThrowOnFailure(Prop.ForAll(Any, any =>
        Share(any).All(line => line.Units <= line.Line.ToShip && line.Missing >= 0
            && line.Shares.All(share => share.Units > 0 && share.Batch.ProductId == line.Line.ProductId
                && share.Batch.RemainingDays(line.Line.DueOn > Today ? line.Line.DueOn!.Value : Today) >= Minimum(line.Line.CustomerId)))));

    [Fact]
    public void AnyLinesAndStock_SharedOut_NothingFitIsLeftWhileALineOfItWaits() => Property.QuickThrowOnFailure(Prop.ForAll(Any, any =>
    {
        var shared = Share(any);
        var given = any.Stock.Select(batch => (batch, units: shared.SelectMany(line => line.Shares).Where(share => ReferenceEquals(share.Batch, batch)).Sum(share => share.Units))).ToList();
        return shared.Where(line => line.Missing > 0).All(line => given
            .Where(pair => pair.batch.ProductId == line.Line.ProductId && pair.batch.RemainingDays(line.Line.DueOn > Today ? line.Line.DueOn!.Value : Today) >= Minimum(line.Line.CustomerId))
            .All(pair => pair.units == pair.batch.Free));
    }));

    [Fact]
    public void TwoOrdersForTheLastUnits_SharedOut_TheEarlierDayGetsThem()
    {
        var batch = new SiteBatch(new(1), "VEN", new(1), "B1", Today.AddDays(300), 10, 0);
        var later = new OpenLine(new(1), "SO-1", new(1), OrderStatus.Backordered, new(1), Today.AddDays(-30), Today.AddDays(9), 1, new(1), 10, new Money(1, CurrencyCode.Eur));
        var earlier = later with { OrderId = new(2), OrderNumber = "SO-2", DueOn = Today.AddDays(2) };

        var shared = BackorderFill.Share([later, earlier], [batch], _ => 0, Today);

        Assert.Equal(["SO-2: 10", "SO-1: 0"], shared.Select(line => $"{line.Line.OrderNumber}: {line.Units}"));
    }

    private static IReadOnlyList<FilledLine> Share((OpenLine[] Lines, SiteBatch[] Stock) any) => BackorderFill.Share(any.Lines, any.Stock, Minimum, Today);

    private static int Minimum(Id<Customer> customer) => customer.Value * 40;
}
