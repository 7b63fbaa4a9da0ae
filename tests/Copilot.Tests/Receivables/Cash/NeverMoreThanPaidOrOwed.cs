using Copilot.Benchmarks.Cash;
using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Cash;

/// <summary>Whatever comes in: no suggestion, nor all of them together, gives out more than was paid or takes more than is owed.</summary>
public sealed class NeverMoreThanPaidOrOwed
{
    [Fact]
    public void GeneratedLedgers_Matched_StayWithinWhatWasPaidAndIsOwed() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var scenario = new CashScenario(seed, 1_500);
            var payments = CashCases.Make(scenario, 150).Select(label => label.Payment).Concat(Wild(scenario, seed)).ToArray();
            var suggestions = scenario.Matcher().Match(payments);
            return suggestions.Count == payments.Length && Faults(suggestions).ToArray() is var faults && faults.Length == 0 ? true : throw new InvalidOperationException(string.Join("; ", Faults(suggestions)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void SuggestionThatTakesTooMuch_GivenOut_Throws()
    {
        var item = new CashItem("INV-1", 1, CurrencyCode.Eur, 1_000, CashScenario.Today, CashScenario.Today);
        var payment = new CashPayment("PAY-1", 1, "", CashScenario.Today, CurrencyCode.Eur, 5_000, "", []);
        var ledger = new CashLedger([item], []);

        Assert.Throws<InvalidOperationException>(() => ledger.Take(new CashSuggestion(payment, 1, [new CashLine(item, 1_001)], 1, "")));
        Assert.NotEmpty(Faults([new CashSuggestion(payment, 1, [new CashLine(item, 1_001)], 1, "")]));
    }

    // payments that make no sense: random amounts, random numbers, advice that adds up to something else
    private static IEnumerable<CashPayment> Wild(CashScenario scenario, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var items = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => scenario.Items[random.Next(scenario.Items.Count)]).ToArray();
            var lines = random.Next(2) == 0 ? [] : items.Select(item => new CashAdvice(item.Number, random.Next(3) == 0 ? item.OpenMinor : random.Next(-5_000, 200_000), random.Next(2_000), null));
            yield return new CashPayment(
                $"PAY-W{i}", random.Next(3) == 0 ? null : items[0].Customer, "WHOEVER", CashScenario.Today.AddDays(-random.Next(200)), items[0].Currency,
                random.Next(4) == 0 ? Math.Max(1, items.Sum(item => item.OpenMinor)) : 1 + random.Next(500_000), string.Join(" ", items.Select(item => item.Number)), [.. lines]);
        }
    }

    private static IEnumerable<string> Faults(IReadOnlyList<CashSuggestion> suggestions)
    {
        foreach (var suggestion in suggestions)
        {
            if (suggestion.AppliedMinor > suggestion.Payment.UnappliedMinor || (suggestion.Lines.Count > 0 && suggestion.AppliedMinor < 0))
            {
                yield return $"{suggestion.Payment.Number} applies {suggestion.AppliedMinor} of {suggestion.Payment.UnappliedMinor}: {suggestion.Reason}";
            }

            foreach (var line in suggestion.Lines.Where(line => line.Item.Currency != suggestion.Payment.Currency || line.PaidMinor == 0 || line.DiscountMinor < 0 || line.DeductionMinor < 0))
            {
                yield return $"{suggestion.Payment.Number} on {line.Item.Number}: {line}";
            }
        }

        foreach (var item in suggestions.SelectMany(suggestion => suggestion.Lines).GroupBy(line => line.Item, ReferenceEqualityComparer.Instance))
        {
            var (open, taken) = (((CashItem)item.Key!).OpenMinor, item.Sum(line => line.PaidMinor + line.DiscountMinor));
            if (Math.Abs(taken) > Math.Abs(open) || Math.Sign(taken) != Math.Sign(open) || item.Any(line => Math.Sign(line.PaidMinor) != Math.Sign(open)))
            {
                yield return $"{item.First().Item.Number}: {taken} taken of {open}";
            }
        }
    }
}
