using System.Globalization;
using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Benchmarks.Cash;

/// <summary>Payments against a <see cref="CashScenario"/>, each with what it is truly for; half of them clean, half of them not.</summary>
internal sealed class CashCases
{
    private readonly CashScenario _scenario;
    private readonly Random _random;
    private readonly Dictionary<int, Queue<CashItem>> _unused;
    private readonly Dictionary<string, CashItem> _byNumber;
    private readonly List<LabelledPayment> _made = [];
    private readonly int[] _customers;

    private CashCases(CashScenario scenario)
    {
        (_scenario, _random) = (scenario, scenario.Chance);
        _unused = scenario.Items.Where(item => !item.IsCredit).GroupBy(item => item.Customer).ToDictionary(group => group.Key, group => new Queue<CashItem>(group));
        _byNumber = scenario.Items.ToDictionary(item => item.Number, StringComparer.Ordinal);
        _customers = [.. _unused.Keys.Order()];
    }

    /// <summary>That many payments.</summary>
    public static IReadOnlyList<LabelledPayment> Make(CashScenario scenario, int count)
    {
        var cases = new CashCases(scenario);
        Action[] clean = [cases.Remittance, cases.OneNumber, cases.SeveralNumbers, cases.Discounted, cases.AmountAlone, cases.WithCredit];
        Action[] dirty =
        [
            cases.RemittanceSlip, cases.OtherSpelling, cases.NumberSlip, cases.CutOff, cases.Combination, cases.KeptBackDispute, cases.StatedDeduction, cases.LateDiscount,
            cases.BankCharges, cases.ShortWithoutReason, cases.Overpaid, cases.StrangerNamesInvoice, cases.SimilarName, cases.SecondPaymentNamed, cases.SecondPaymentSilent,
            cases.OnAccount, cases.OtherCurrency, cases.SameAmounts, cases.OtherNumbersAround, cases.ByPurchaseOrder, cases.Suffixes, cases.ForAnother, cases.WrongInvoiceNamed,
            cases.PaidTwice, cases.Stranger,
        ];
        for (var i = 0; cases._made.Count < count; i++)
        {
            (i % 2 == 0 ? clean[i / 2 % clean.Length] : dirty[i / 2 % dirty.Length])();
        }

        return cases._made;
    }

    private void Remittance() => Add("remittance, exact", true, Take(1 + _random.Next(12)), advice: true);

    private void OneNumber() => Add("reference, one number", true, Take(1), reference: items => $"Payment {items[0].Number} thank you");

    private void SeveralNumbers() => Add("reference, several numbers", true, Take(2 + _random.Next(4)), reference: items => string.Join(" ", items.Select(item => item.Number)));

    private void Discounted()
    {
        if (Find(item => item.DiscountDays > 0 && item.IssuedOn > CashScenario.Today.AddDays(-100)) is { } item)
        {
            var discount = EarlyPayment.OfTerms(item, item.OpenMinor);
            Add("reference, discount in time", true, [item], item.OpenMinor - discount, items => $"Rg {items[0].Number} abzgl Skonto", received: item.IssuedOn.AddDays(9), paid: [item.OpenMinor - discount]);
        }
    }

    private void AmountAlone()
    {
        if (Find(item => !_scenario.Terms[item.Customer].SameAmount && _scenario.Items.Count(other => other.Customer == item.Customer && other.OpenMinor == item.OpenMinor) == 1) is { } item)
        {
            Add("amount alone", true, [item], reference: _ => "payment, thank you");
        }
    }

    private void WithCredit()
    {
        var items = Take(2);
        var credit = _scenario.Items.Find(item => item.IsCredit && item.Customer == items[0].Customer && _made.TrueForAll(made => !made.Truth.ContainsKey(item.Number)));
        if (credit is not null && items.Sum(item => item.OpenMinor) + credit.OpenMinor > 0)
        {
            Add("remittance with a credit note", true, [.. items, credit], advice: true);
        }
    }

    private void RemittanceSlip() => Add("remittance, slip", false, Take(1 + _random.Next(3)), advice: true, spell: Slip);

    private void OtherSpelling() => Add("other spelling", false, Take(2), advice: true, spell: number => new[] { $"RE{number[4..]}", $"000{number[4..]}", $"Inv.No: {number[4..]}", $"inv {number[4..]}" }[_random.Next(4)]);

    private void NumberSlip() => Add("reference, slip", false, Take(1), reference: items => $"Invoice {Slip(items[0].Number)}");

    private void CutOff() => Add("reference cut off", false, Take(3), reference: items => $"{items[0].Number},{items[1].Number},{items[2].Number[..5]}");

    private void Combination() => Add("several, nothing named", false, Take(2 + _random.Next(3)), reference: _ => "Sammelzahlung");

    private void KeptBackDispute()
    {
        if (Find(item => item.DisputedMinor > 0) is { } item)
        {
            Add("dispute kept back", false, [item], item.OpenMinor - item.DisputedMinor, items => items[0].Number, paid: [item.OpenMinor - item.DisputedMinor]);
        }
    }

    private void StatedDeduction()
    {
        var item = Take(1)[0];
        Add("deduction stated", false, [item], item.OpenMinor - 400, advice: true, paid: [item.OpenMinor - 400], deduction: 400);
    }

    private void LateDiscount()
    {
        if (Find(item => item.DiscountDays > 0 && item.IssuedOn < CashScenario.Today.AddDays(-40)) is { } item)
        {
            var paid = item.OpenMinor - EarlyPayment.OfTerms(item, item.OpenMinor);
            Add("discount too late", false, [item], paid, items => items[0].Number, received: item.IssuedOn.AddDays(35), paid: [paid]);
        }
    }

    private void BankCharges()
    {
        if (Find(item => item.OpenMinor > 300_000) is { } item)
        {
            Add("bank charges", false, [item], item.OpenMinor - 1_250, items => items[0].Number, paid: [item.OpenMinor - 1_250]);
        }
    }

    private void ShortWithoutReason()
    {
        var item = Take(1)[0];
        Add("short, no reason", false, [item], item.OpenMinor * 6 / 10, items => items[0].Number, paid: [item.OpenMinor * 6 / 10]);
    }

    private void Overpaid()
    {
        var item = Take(1)[0];
        Add("overpaid", false, [item], item.OpenMinor + 777, items => items[0].Number, paid: [item.OpenMinor]);
    }

    private void StrangerNamesInvoice() => Add("unknown payer names invoice", false, Take(1), reference: items => $"INVOICE {items[0].Number}", payer: "TREASURY CENTRE EUROPE", known: false);

    private void SimilarName()
    {
        var items = Take(1);
        var name = _scenario.Customers[items[0].Customer - 1].Name.ToUpperInvariant();
        Add("payer's name cut or misspelt", false, items, reference: _ => "", payer: _random.Next(2) == 0 ? name[..Math.Min(name.Length, 22)] : name.Remove(4, 1), known: false);
    }

    private void SecondPaymentNamed()
    {
        var settled = _scenario.Settled[_random.Next(_scenario.Settled.Count)];
        Nothing("second payment, named", settled.Customer, settled.Currency, settled.AmountMinor, $"Re {settled.Number}");
    }

    private void SecondPaymentSilent()
    {
        var settled = _scenario.Settled[_random.Next(_scenario.Settled.Count)];
        Nothing("second payment, silent", settled.Customer, settled.Currency, settled.AmountMinor, "");
    }

    private void OnAccount()
    {
        var customer = _customers[_random.Next(_customers.Length)];
        Nothing("on account", customer, _scenario.Terms[customer].Currency, 100_000 * (1 + _random.Next(9)), "a conto");
    }

    private void OtherCurrency()
    {
        var item = Take(1)[0];
        Nothing("other currency", item.Customer, CurrencyCode.Of(item.Currency.Code == "USD" ? "EUR" : "USD"), item.OpenMinor, item.Number);
    }

    private void SameAmounts()
    {
        if (Find(item => _scenario.Terms[item.Customer].SameAmount) is { } item)
        {
            Add("same amounts, nothing named", false, [item], reference: _ => "monthly fee");
        }
    }

    private void OtherNumbersAround() => Add("other numbers around", false, Take(1), reference: items => string.Create(CultureInfo.InvariantCulture, $"CUST {items[0].Customer:0000} {items[0].IssuedOn:yyyy-MM-dd} TEL 0{_random.Next(10_000, 99_999)}"));

    private void ByPurchaseOrder() => Add("named by purchase order", false, Take(1), reference: items => $"PO {items[0].OtherNumbers[1]}");

    private void Suffixes() => Add("suffixes", false, Take(3), reference: items => $"{items[0].Number}{string.Concat(items.Skip(1).Select(item => "/" + item.Number[^(items[0].Number[4..7] == item.Number[4..7] ? 3 : 6)..]))}");

    private void ForAnother()
    {
        var item = Take(1)[0];
        var payer = _customers[_random.Next(_customers.Length)];
        _made.Add(new LabelledPayment(Payment(payer, _scenario.Customers[payer - 1].Name, item.Currency, item.OpenMinor, $"for {item.Number}", []), "for another customer", false, new Dictionary<string, long> { [item.Number] = item.OpenMinor }));
    }

    private void WrongInvoiceNamed()
    {
        // where both are of one amount the payer's word is right
        List<CashItem> items;
        do
        {
            items = Take(2);
        }
        while (items[0].OpenMinor == items[1].OpenMinor);

        _made.Add(new LabelledPayment(
            Payment(items[0].Customer, _scenario.Customers[items[0].Customer - 1].Name, items[0].Currency, items[0].OpenMinor, items[^1].Number, []), "wrong invoice named", false, new Dictionary<string, long> { [items[0].Number] = items[0].OpenMinor }));
    }

    private void PaidTwice()
    {
        var items = Take(1);
        Add("paid twice, first", false, items, reference: list => list[0].Number);
        Nothing("paid twice, second", items[0].Customer, items[0].Currency, items[0].OpenMinor, items[0].Number, CashScenario.Today);
    }

    private void Stranger() => _made.Add(new LabelledPayment(Payment(null, "MISTAKEN TRANSFER", CurrencyCode.Eur, 12_345 + _random.Next(900_000), "rent", []), "stranger", false, new Dictionary<string, long>()));

    private void Nothing(string kind, int customer, CurrencyCode currency, long amount, string reference, DateOnly? received = null) =>
        _made.Add(new LabelledPayment(Payment(customer, _scenario.Customers[customer - 1].Name, currency, amount, reference, [], received), kind, false, new Dictionary<string, long>()));

    private void Add(
        string kind, bool clean, IReadOnlyList<CashItem> items, long? amount = null, Func<IReadOnlyList<CashItem>, string>? reference = null, bool advice = false,
        Func<string, string>? spell = null, DateOnly? received = null, IReadOnlyList<long>? paid = null, long deduction = 0, string? payer = null, bool known = true)
    {
        var shares = paid ?? [.. items.Select(item => item.OpenMinor)];
        var lines = advice ? items.Select((item, i) => new CashAdvice(spell?.Invoke(item.Number) ?? item.Number, shares[i], deduction, deduction > 0 ? "freight" : null)) : [];
        var customer = _scenario.Customers[items[0].Customer - 1];
        var payment = Payment(
            known && _random.Next(3) > 0 ? customer.Id : null, payer ?? (customer.Id % 7 == 0 ? CashScenario.Alias(customer) : customer.Name.ToUpperInvariant()),
            items[0].Currency, amount ?? shares.Sum(), reference?.Invoke(items) ?? "", [.. lines], received);
        _made.Add(new LabelledPayment(payment, kind, clean, items.Select((item, i) => (item.Number, Share: shares[i])).ToDictionary(pair => pair.Number, pair => pair.Share)));
    }

    private CashPayment Payment(int? customer, string payer, CurrencyCode currency, long amount, string reference, IReadOnlyList<CashAdvice> lines, DateOnly? received = null) =>
        new($"PAY-{50_000 + _made.Count}", customer, payer, received ?? CashScenario.Today.AddDays(-1 - _random.Next(5)), currency, amount, reference, lines);

    // items of one customer that no payment has used yet
    private List<CashItem> Take(int count)
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var queue = _unused[_customers[_random.Next(_customers.Length)]];
            if (queue.Count >= count)
            {
                return [.. Enumerable.Range(0, count).Select(_ => queue.Dequeue())];
            }
        }

        throw new InvalidOperationException("The ledger is too small for so many payments.");
    }

    private CashItem? Find(Func<CashItem, bool> wanted)
    {
        for (var attempt = 0; attempt < 2_000; attempt++)
        {
            if (_unused[_customers[_random.Next(_customers.Length)]] is { Count: > 0 } queue && wanted(queue.Peek()))
            {
                return queue.Dequeue();
            }
        }

        return null;
    }

    // a slip that hits another open invoice of the same customer and amount is no slip any more: the payer's word is right
    private string Slip(string number)
    {
        var meant = _byNumber[number];
        while (true)
        {
            var position = 4 + _random.Next(number.Length - 5);
            var slip = _random.Next(2) == 0 && number[position] != number[position + 1]
                ? $"{number[..position]}{number[position + 1]}{number[position]}{number[(position + 2)..]}"
                : $"{number[..position]}{(char)('0' + ((number[position] - '0' + 1 + _random.Next(9)) % 10))}{number[(position + 1)..]}";
            if (!_byNumber.TryGetValue(slip, out var hit) || hit.Customer != meant.Customer || hit.OpenMinor != meant.OpenMinor)
            {
                return slip;
            }
        }
    }
}
