using System.Globalization;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Receivables.Actions;

/// <summary>Late interest in letters: to those whose terms agree one, and apart from what is to be paid.</summary>
public sealed class InterestTold(SampleFixture sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryReminder_OnEachLevel_TellsOfInterestToThoseWhoAgreedOneAlone()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var told = 0;
        foreach (var found in await own.RemindableAsync())
        {
            var customer = sample.Records.Customers.Single(row => row.Id.Value == found.Customer.Key);
            var culture = DraftCulture.Of(new DraftReader(customer.Language, customer.Country));
            foreach (var level in Enum.GetValues<ReminderLevel>())
            {
                var (proposal, mail) = await own.RemindAsync(found.Customer.Key, level);
                var sums = sample.Records.Invoices.Where(row => mail.Invoices.Any(target => target.Key == row.Id.Value))
                    .GroupBy(row => row.Currency).ToDictionary(group => group.Key, group => group.Sum(row => ByHand(row, customer.LateInterestPercent ?? 0)));
                var speaks = customer.LateInterestPercent is not null && level != ReminderLevel.Friendly && sums.Values.Any(sum => sum > 0);

                Assert.Equal(speaks, proposal.Remarks.Any(remark => remark.Text.StartsWith("The mail tells of late interest", StringComparison.Ordinal)));
                Assert.Equal(speaks, mail.Body.Contains($"{customer.LateInterestPercent?.ToString("0.##", culture)}%", StringComparison.Ordinal) || mail.Body.Contains($"{customer.LateInterestPercent?.ToString("0.##", culture)}\u00A0%", StringComparison.Ordinal));
                Assert.All(sums.Where(sum => speaks && sum.Value > 0), sum => Assert.Contains($" {DraftCulture.Written(new Money(sum.Value, sum.Key), culture)}", mail.Body, StringComparison.Ordinal));
                Assert.All(sample.Records.Invoices.Where(row => mail.Invoices.Any(target => target.Key == row.Id.Value)).GroupBy(row => row.Currency), group => Assert.Contains(
                    $"**{DraftCulture.Written(new Money(group.Sum(row => row.OpenMinor), group.Key), culture)}**", mail.Body, StringComparison.Ordinal));
                told += speaks ? 1 : 0;
            }
        }

        Assert.True(told >= 4, $"only {told} letters tell of interest");
    }

    [Fact]
    public async Task Workbook_OfALetterThatTells_HasTheInterestOfEachInvoiceAndAddsUp()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = await AgreedAsync(own);
        var (_, mail) = await own.RemindAsync(customer.Id.Value, ReminderLevel.Final, Language.En);
        var rows = mail.Sheets()["Open items"];
        var column = rows[0].ToList().IndexOf("Late interest");
        var shown = rows.Skip(1).Where(row => row.Count > column && row[column].Length > 0).ToDictionary(row => row[0], row => decimal.Parse(row[column], CultureInfo.InvariantCulture));

        Assert.True(column > 0);
        Assert.Equal(
            sample.Records.Invoices.Where(row => mail.Invoices.Any(target => target.Key == row.Id.Value)).Select(row => (row.Number, ByHand(row, customer.LateInterestPercent!.Value) / 100m)).Where(pair => pair.Item2 > 0).OrderBy(pair => pair.Number),
            shown.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key));
        Assert.Contains($"{DraftCulture.Written(Money.FromMajor(shown.Values.Sum(), customer.Currency), DraftCulture.Of(new DraftReader(Language.En, customer.Country)))}", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Late interest", (await own.RemindAsync(customer.Id.Value, ReminderLevel.Friendly, Language.En)).Mail.Sheets()["Open items"][0]);
    }

    [Fact]
    public async Task Statement_OfACustomerWhoAgreedOne_LeavesOutWhatIsDisputedOrNotDue()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var disputed = sample.Records.Disputes.Where(row => row.ClosedOn is null).Select(row => row.InvoiceId).ToHashSet();
        var counted = 0;
        foreach (var customer in sample.Records.Customers.Where(row => row is { LateInterestPercent: not null, CollectionFlag: CollectionFlag.None }))
        {
            var open = sample.Records.Invoices.Where(row => row.CustomerId == customer.Id && row.OpenMinor > 0).ToList();
            var sum = open.Where(row => row.DueOn < SampleFixture.Day && !disputed.Contains(row.Id)).Sum(row => ByHand(row, customer.LateInterestPercent!.Value));
            var proposal = await own.ProposedAsync("send_statement", ("customer", customer.Id));
            var written = DraftCulture.Written(new Money(sum, customer.Currency), DraftCulture.Of(new DraftReader(customer.Language, customer.Country)));

            Assert.Equal(sum > 0, proposal.Remarks.Any(remark => remark.Text.StartsWith("The mail tells of late interest", StringComparison.Ordinal)));
            Assert.Equal(sum > 0, sum > 0 && ((SendMail)proposal.Effects.Single()).Body.Contains($" {written}", StringComparison.Ordinal));
            counted += open.Exists(row => disputed.Contains(row.Id)) && sum > 0 ? 1 : 0;
        }

        Assert.True(counted > 0, "no statement has both interest and a dispute");
    }

    [Fact]
    public async Task TermsChanged_AfterTheProposal_AreAnotherFact()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = await AgreedAsync(own);
        var (before, _) = await own.RemindAsync(customer.Id.Value);
        await own.ChangeAsync(async context => (await context.Customers.SingleAsync(row => row.Id == customer.Id, Token)).LateInterestPercent = null);
        var (after, mail) = await own.RemindAsync(customer.Id.Value, ReminderLevel.Final, Language.En);

        Assert.NotEqual(before.Basis[0].Sha256, after.Basis[0].Sha256);
        Assert.Contains(new BasisFact("late interest", "none agreed"), after.Basis[0].Facts);
        Assert.DoesNotContain("interest", mail.Body, StringComparison.OrdinalIgnoreCase);
    }

    private static long ByHand(Invoice row, decimal percent) =>
        (long)Math.Round(row.OpenMinor * (double)percent * (SampleFixture.Day.DayNumber - row.DueOn.DayNumber) / 36_500, MidpointRounding.AwayFromZero);

    private async Task<Customer> AgreedAsync(OwnSample own)
    {
        var mails = await own.RemindableAsync();
        return sample.Records.Customers.First(row => row.LateInterestPercent is not null && mails.Any(mail => mail.Customer.Key == row.Id.Value));
    }
}
