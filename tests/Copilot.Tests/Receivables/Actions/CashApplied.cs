using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;
using Copilot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Receivables.Actions;

public sealed class CashApplied(SampleFixture sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPaymentWithASuggestion_Applied_TakesExactlyWhatTheListSuggests()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var seen = 0;
        foreach (var payment in sample.Records.Payments.Where(row => row.UnappliedMinor > 0).OrderBy(row => row.Number, StringComparer.Ordinal))
        {
            var list = await own.AnswerAsync(Books.Collector, "receivables_cash", ("limit", 100));
            var (row, lines) = (Row(list.Table("payments"), payment.Number), list.Has("lines") ? Rows(list.Table("lines")).Where(line => line["payment"] == payment.Number).ToList() : []);
            if (row["suggestion"] == "none")
            {
                Assert.Equal("AR-218", (await own.RefusedAsync("apply_cash", ("payment", payment.Id))).Code);
                continue;
            }

            seen++;
            var proposal = await own.ProposedAsync("apply_cash", ("payment", payment.Id));
            var cash = proposal.Effects.OfType<ApplyCash>().ToList();
            var applied = cash.Aggregate(Money.Zero(payment.Currency), (sum, effect) => sum + effect.Applied);
            Assert.Equal(row["apply"], applied.ToString());
            Assert.Equal(row["stays"], (new Money(payment.UnappliedMinor, payment.Currency) - applied) is { Minor: > 0 } left ? left.ToString() : "");
            Assert.All(lines.Where(line => line["document"].StartsWith("INV", StringComparison.Ordinal)), line => Assert.Equal(
                line["apply"], Taken(proposal, line["document"], payment.Currency).ToString()));
            Assert.Equal(lines.Select(line => line["discount"]).Where(text => text.Length > 0).Order(), cash.Where(effect => effect.Discount.Minor > 0).Select(effect => effect.Discount.ToString()).Order());
            await own.RunAsync(proposal);
            Assert.Equal((await own.PaymentAsync(payment.Id)).UnappliedMinor, payment.UnappliedMinor - applied.Minor);
        }

        Assert.True(seen >= 3, $"only {seen} payments of the sample have a suggestion");
        await own.AddUpAsync();
    }

    [Fact]
    public async Task PaymentOfNobody_Applied_IsPutOnTheAccountOfTheInvoice()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var payment = sample.Records.Payments.First(row => row is { UnappliedMinor: > 0, CustomerId: null });
        var invoice = sample.Records.Invoices.First(row => row.Currency == payment.Currency && row.OpenMinor > payment.UnappliedMinor);
        var proposal = await own.ProposedAsync("apply_cash", ("payment", payment.Id), ("invoices", Ids(invoice)));
        await own.RunAsync(proposal);

        Assert.Equal(invoice.CustomerId, (await own.PaymentAsync(payment.Id)).CustomerId);
        Assert.Contains(proposal.Remarks, remark => remark.Text.Contains("is put on the account of", StringComparison.Ordinal));
        await own.AddUpAsync();
    }

    [Fact]
    public async Task PaymentOfMoreThanTheNamedInvoice_Applied_LeavesTheRestOnAccount()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var (payment, invoice) = Pair((paid, owed) => paid > owed);
        var proposal = await own.ProposedAsync("apply_cash", ("payment", payment.Id), ("invoices", Ids(invoice)));
        var cash = Assert.IsType<ApplyCash>(Assert.Single(proposal.Effects));
        Assert.Equal(new Money(invoice.OpenMinor, invoice.Currency), cash.Applied + cash.Discount);
        Assert.Contains(proposal.Remarks, remark => remark.Text.Contains("stays unapplied, on the account of", StringComparison.Ordinal));
        await own.RunAsync(proposal);

        Assert.Equal(SampleFixture.Day, (await own.InvoiceAsync(invoice.Id)).ClosedOn);
        await own.AddUpAsync();
    }

    [Fact]
    public async Task Deduction_ThatThePayerNames_BecomesADispute()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var (payment, invoice) = Pair((paid, owed) => paid < owed);
        await own.ChangeAsync(async context =>
        {
            await context.RemittanceLines.Where(row => row.PaymentId == payment.Id).ExecuteDeleteAsync(Token);
            (await context.Payments.SingleAsync(row => row.Id == payment.Id, Token)).Reference = "see advice";
            context.RemittanceLines.Add(new RemittanceLine { PaymentId = payment.Id, InvoiceNumber = invoice.Number, AmountMinor = payment.UnappliedMinor, DeductionMinor = invoice.OpenMinor - payment.UnappliedMinor, DeductionReason = "goods damaged" });
        });
        var proposal = await own.ProposedAsync("apply_cash", ("payment", payment.Id));
        Assert.Equal(["apply_cash", "open_dispute"], proposal.Effects.Select(EffectJson.KindOf));
        await own.RunAsync(proposal);

        var dispute = await own.ReadAsync(context => context.Disputes.AsNoTracking().SingleAsync(row => row.InvoiceId == invoice.Id && row.ClosedOn == null, Token));
        Assert.Equal(("goods damaged", invoice.OpenMinor - payment.UnappliedMinor), (dispute.Reason, dispute.AmountMinor));
        Assert.Equal(dispute.AmountMinor, (await own.InvoiceAsync(invoice.Id)).OpenMinor);
        await own.AddUpAsync();
    }

    [Fact]
    public async Task PromiseForAnInvoice_PaidByCashOfBefore_IsKeptOnTheDayItCame()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var (payment, invoice) = Pair((paid, owed) => paid > owed);
        await own.ChangeAsync(context =>
        {
            context.PaymentPromises.Add(new PaymentPromise
            {
                CustomerId = invoice.CustomerId, InvoiceId = invoice.Id, MadeOn = payment.ReceivedOn.AddDays(-2), PromisedFor = payment.ReceivedOn.AddDays(1), Currency = invoice.Currency, AmountMinor = invoice.OpenMinor / 2,
            });
            return Task.CompletedTask;
        });
        await own.RunAsync(await own.ProposedAsync("apply_cash", ("payment", payment.Id), ("invoices", Ids(invoice))));

        Assert.Equal(payment.ReceivedOn, await own.ReadAsync(context => context.PaymentPromises.OrderByDescending(row => row.Id).Select(row => row.KeptOn).FirstAsync(Token)));
        await own.AddUpAsync();
    }

    [Fact]
    public async Task PaymentThatCannotPayThat_Asked_IsRefusedAndSaysWhy()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var payment = sample.Records.Payments.First(row => row is { UnappliedMinor: > 0, CustomerId: not null });
        var foreign = sample.Records.Invoices.First(row => row.OpenMinor > 0 && row.Currency != payment.Currency);
        var other = sample.Records.Invoices.First(row => row.OpenMinor > 0 && row.Currency == payment.Currency && row.CustomerId != payment.CustomerId
            && sample.Records.Customers.Single(customer => customer.Id == row.CustomerId).DuplicateOfId is null && sample.Records.Customers.Single(customer => customer.Id == payment.CustomerId).DuplicateOfId != row.CustomerId);

        Assert.Equal("AR-219", (await own.RefusedAsync("apply_cash", ("payment", payment.Id), ("invoices", Ids(foreign)))).Code);
        Assert.Equal("AR-220", (await own.RefusedAsync("apply_cash", ("payment", payment.Id), ("invoices", Ids(other)))).Code);
        Assert.Equal("AR-202", (await own.RefusedAsync("apply_cash", ("payment", payment.Id), ("invoices", Ids(sample.Records.Invoices.First(row => row.OpenMinor == 0))))).Code);
        Assert.Equal("AR-216", (await own.RefusedAsync("apply_cash", ("payment", sample.Records.Payments.First(row => row.UnappliedMinor == 0).Id))).Code);
    }

    [Fact]
    public void StepsOfAnyLines_AddedUp_AreTheLines() => Prop.ForAll(
        Gen.Choose(1, 100_000).NonEmptyListOf().Zip(Gen.Choose(1, 30_000).ListOf()).ToArbitrary(),
        pair =>
        {
            var (owed, credits) = pair;
            var day = SampleFixture.Day;
            CashLine[] lines =
            [
                .. owed.Select((minor, at) => new CashLine(new CashItem($"INV-{at}", 1, CurrencyCode.Eur, minor, day, day), minor)),
                .. credits.Select((minor, at) => new CashLine(new CashItem($"CN-{at}", 1, CurrencyCode.Eur, -minor, day, day), -minor)),
            ];
            var steps = CashSteps.Of(lines);
            var used = steps.Where(step => step.Credit is not null).Sum(step => step.Minor);
            return steps.All(step => step.Minor > 0)
                && steps.GroupBy(step => step.Invoice.Item.Number).All(group => group.Sum(step => step.Minor) == group.First().Invoice.PaidMinor)
                && steps.Where(step => step.Credit is not null).GroupBy(step => step.Credit!.Item.Number).All(group => group.Sum(step => step.Minor) <= -group.First().Credit!.PaidMinor)
                && used == Math.Min(owed.Sum(minor => (long)minor), credits.Sum(minor => (long)minor))
                && steps.Where(step => step.Credit is null).Sum(step => step.Minor) == owed.Sum(minor => (long)minor) - used;
        }).QuickCheckThrowOnFailure();

    private (Payment Payment, Invoice Invoice) Pair(Func<long, long, bool> fits)
    {
        var disputed = sample.Records.Disputes.Where(row => row.ClosedOn is null).Select(row => row.InvoiceId).ToHashSet();
        return (from payment in sample.Records.Payments
                where payment is { UnappliedMinor: > 0, CustomerId: not null }
                from invoice in sample.Records.Invoices
                where invoice.CustomerId == payment.CustomerId && invoice.Currency == payment.Currency && invoice.OpenMinor > 0 && !disputed.Contains(invoice.Id) && fits(payment.UnappliedMinor, invoice.OpenMinor)
                select (payment, invoice)).First();
    }

    private static IReadOnlyList<Id<Invoice>> Ids(params Invoice[] invoices) => [.. invoices.Select(row => row.Id)];

    private static Money Taken(Proposal proposal, string invoice, CurrencyCode currency) => proposal.Effects.Select(effect => effect switch
    {
        ApplyCash cash when cash.Invoice.Document == invoice => cash.Applied,
        ApplyCredit credit when credit.Invoice.Document == invoice => credit.Applied,
        _ => Money.Zero(currency),
    }).Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);

    private static Dictionary<string, string> Row(TableBlock table, string payment) => Rows(table).Single(row => row["payment"] == payment);

    private static IEnumerable<Dictionary<string, string>> Rows(TableBlock table) =>
        table.Rows.Select(row => table.Columns.Zip(row.Cells).ToDictionary(pair => pair.First.Key, pair => Answers.Text(pair.Second)));
}
