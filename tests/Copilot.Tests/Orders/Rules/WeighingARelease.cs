using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using FsCheck;
using FsCheck.Fluent;
using Property = FsCheck.Check;

namespace Copilot.Tests.Orders.Rules;

public sealed class WeighingARelease
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    // what an invoice owes is a property of the invoice: all options bound to it name the same sum
    private static readonly Gen<ReleaseOption> AnyOption =
        from means in Gen.Elements(Enum.GetValues<ReleaseMeans>())
        from amount in Gen.Choose(0, 90_00)
        from invoice in Gen.Choose(0, 3)
        from days in Gen.Choose(0, 20)
        select new ReleaseOption(
            means, $"{means}-{amount}", "", Eur(amount), invoice == 0 ? null : $"INV-{invoice}", Eur(invoice * 30_00), means == ReleaseMeans.PromiseDue ? Today.AddDays(days) : null);

    private static readonly Arbitrary<(long Need, ReleaseOption[] Options, long Open)> Any = Arb.From(
        from need in Gen.Choose(-10_00, 200_00)
        from options in AnyOption.ArrayOf()
        from open in Gen.Choose(50_00, 400_00)
        select ((long)need, options.Take(7).ToArray(), (long)open));

    [Fact]
    public void AnyOptions_Weighed_EachCombinationReallyReleases() => Property.QuickThrowOnFailure(Prop.ForAll(Any, any =>
        Weigh(any).All(combination => ReleaseWeighing.Relief(combination.Options, Eur(any.Open)) >= Eur(any.Need)
            && combination.Left == ReleaseWeighing.Relief(combination.Options, Eur(any.Open)) - Eur(any.Need)
            && combination.Options.Distinct(ReferenceEqualityComparer.Instance).Count() == combination.Options.Count)));

    [Fact]
    public void AnyOptions_Weighed_NoFewerWouldDo() => Property.QuickThrowOnFailure(Prop.ForAll(Any, any =>
    {
        var found = Weigh(any);
        var fewest = Subsets(any.Options).Where(subset => subset.Count > 0 && ReleaseWeighing.Relief(subset, Eur(any.Open)) >= Eur(any.Need)).Select(subset => subset.Count).DefaultIfEmpty(0).Min();
        return any.Need <= 0 ? found.Count == 0 : found.Count == 0 ? fewest == 0 : found[0].Options.Count == fewest;
    }));

    [Fact]
    public void AnyOptions_Added_NeverRelieveMoreThanIsOpen() => Property.QuickThrowOnFailure(Prop.ForAll(Any, any =>
    {
        var bound = any.Options.Where(option => option.Invoice == "INV-1").ToList();
        return ReleaseWeighing.Relief(any.Options, Eur(any.Open)) <= Eur(any.Open) && ReleaseWeighing.Relief(bound, Eur(any.Open)) <= Eur(30_00);
    }));

    [Fact]
    public void CashAtHandBesideALargerPromise_Weighed_StandsBesideTheSingleStep()
    {
        ReleaseOption[] options = [Option(ReleaseMeans.ApplyCash, "PAY-1", 30_00), Option(ReleaseMeans.ApplyCash, "PAY-2", 30_00), Option(ReleaseMeans.PromiseDue, "INV-9", 80_00)];

        var found = ReleaseWeighing.Weigh(Eur(50_00), options, Eur(900_00));

        Assert.Equal(["INV-9", "PAY-1+PAY-2"], found.Select(combination => string.Join('+', combination.Options.Select(option => option.Document))));
    }

    [Fact]
    public void EquallyFewSteps_Weighed_WhatIsAtHandComesFirst()
    {
        ReleaseOption[] options = [Option(ReleaseMeans.SettleDispute, "INV-3", 90_00), Option(ReleaseMeans.ApplyCash, "PAY-1", 60_00)];

        Assert.Equal("PAY-1", ReleaseWeighing.Weigh(Eur(50_00), options, Eur(900_00))[0].Options[0].Document);
    }

    [Fact]
    public void AnyLines_FittedIntoTheRoom_AreNeverWorthMore() => Property.QuickThrowOnFailure(Prop.ForAll(
        Arb.From((from units in Gen.Choose(0, 50) from pack in Gen.Choose(1, 12) from price in Gen.Choose(0, 20_00) select (units, pack, price)).ArrayOf()),
        Arb.From(Gen.Choose(-50_00, 500_00)),
        (lines, room) =>
        {
            var asked = lines.Select((line, index) => (index + 1, $"SKU-{index}", line.units, line.pack, Eur(line.price))).ToList();
            var fit = PartialRelease.Fit(asked, Eur(room));
            return fit.Sum(line => line.Value.Minor) <= Math.Max(0, room)
                && fit.All(line => line.Units <= lines[line.LineNo - 1].units && (line.Units == lines[line.LineNo - 1].units || line.Units % lines[line.LineNo - 1].pack == 0));
        }));

    [Fact]
    public void RoomForACartonAndABit_Fitted_GoesInWholeCartons()
    {
        var fit = PartialRelease.Fit([(1, "LL-CDL-200", 24, 6, Eur(10_00)), (2, "LL-HND-250", 12, 12, Eur(1_00))], Eur(85_00));

        Assert.Equal([(1, 6), (2, 12)], fit.Select(line => (line.LineNo, line.Units)));
    }

    private static IReadOnlyList<ReleaseCombination> Weigh((long Need, ReleaseOption[] Options, long Open) any) => ReleaseWeighing.Weigh(Eur(any.Need), any.Options, Eur(any.Open));

    private static IEnumerable<List<ReleaseOption>> Subsets(ReleaseOption[] options) =>
        Enumerable.Range(0, 1 << options.Length).Select(mask => options.Where((_, index) => (mask >> index & 1) == 1).ToList());

    private static ReleaseOption Option(ReleaseMeans means, string document, long amount) =>
        new(means, document, "", Eur(amount), null, Eur(900_00), means == ReleaseMeans.PromiseDue ? Today.AddDays(3) : null);

    private static Money Eur(long minor) => new(minor, CurrencyCode.Eur);
}
