using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Receivables.Actions;

public sealed class RemindersDrafted(SampleFixture sample)
{
    private static DateOnly Day => SampleFixture.Day;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryCustomer_Reminded_GetsExactlyWhatTheListOfOverdueInvoicesAllows()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var mailed = 0;
        foreach (var customer in sample.Records.Customers)
        {
            var overdue = await own.OverdueRowsAsync(customer.Id);
            var allowed = overdue.Where(row => row["next_reminder"] == "2026-11-20").ToList();
            var result = await own.ProposeAsync(Books.Collector, "receivables_draft_reminder", ("customer", customer.Id));
            if (!result.Ok)
            {
                Assert.True(allowed.Count == 0 || !sample.Records.Contacts.Any(row => row.CustomerId == customer.Id), result.Fault.ToString());
                Assert.All(overdue.Select(row => row["next_reminder"]), next => Assert.Contains(
                    next.StartsWith("no: ", StringComparison.Ordinal) ? next[4..].Split(':')[0].Split(" for ")[0] : next, result.Fault.Message.Replace("a bad-debt case", "bad debt", StringComparison.Ordinal), StringComparison.Ordinal));
                continue;
            }

            mailed++;
            var mail = Assert.IsType<SendMail>(Assert.Single(result.Value.Effects));
            Assert.Equal(allowed.Select(row => row["invoice"]).Order(StringComparer.Ordinal), mail.Invoices.Select(target => target.Document).Order(StringComparer.Ordinal));
            Assert.Equal(allowed.Count, mail.Body.Split('\n').Count(line => line.StartsWith("| INV-", StringComparison.Ordinal)));
            var records = sample.Records.Invoices.Where(row => allowed.Exists(shown => shown["invoice"] == row.Number)).ToList();
            Assert.All(records.GroupBy(row => row.Currency), group => Assert.Contains(
                $"**{Written(new Money(group.Sum(row => row.OpenMinor), group.Key), customer)}**", mail.Body, StringComparison.Ordinal));
            Assert.All(overdue.Where(row => row["disputed"].Length > 0), row => Assert.Contains($"\n- {row["invoice"]}, ", mail.Body, StringComparison.Ordinal));
            Assert.All(overdue.Except(allowed), row => Assert.Contains(result.Value.Remarks, remark => remark.Text.Contains(row["invoice"], StringComparison.Ordinal)));
            Assert.Equal(customer.Language, mail.Language);
            Assert.All(mail.To, recipient => Assert.Contains(sample.Records.Contacts, row => row.CustomerId == customer.Id && row.Email == recipient.Email));
            Assert.Equal(records.Max(row => Math.Min(row.ReminderCount, 2)), (int)mail.Level!.Value);
            Assert.EndsWith(".xlsx", Assert.Single(mail.Attachments).Name, StringComparison.Ordinal);
        }

        Assert.True(mailed >= 5, $"only {mailed} customers of the sample can be reminded");
    }

    [Fact]
    public async Task ManyReminders_DraftedAtOnce_AreThoseDraftedOneByOne()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var all = await own.ProposedAsync("draft_reminders");
        var mails = all.Effects.Cast<SendMail>().ToList();
        foreach (var mail in mails)
        {
            var single = await own.ProposedAsync("draft_reminder", ("customer", new Id<Customer>(mail.Customer.Key)));
            Assert.Equal(Bytes(mail), Bytes(single.Effects.Single()));
            Assert.Contains(single.Basis[0].Sha256, all.Basis.Select(basis => basis.Sha256));
        }

        Assert.Equal(mails.Count, mails.Select(mail => mail.Customer.Key).Distinct().Count());
        var open = mails.ConvertAll(mail => sample.Records.Invoices.Where(row => mail.Invoices.Any(target => target.Key == row.Id.Value)).Sum(row => InBase(new Money(row.OpenMinor, row.Currency))));
        Assert.Equal(open.OrderDescending(), open);
        Assert.Contains(all.Remarks, remark => remark.Text.Contains("left out (disputed: settle that first)", StringComparison.Ordinal));
        Assert.Contains(all.Remarks, remark => remark.Text.Contains("left out (with legal: no letters from here)", StringComparison.Ordinal));
        Assert.True(EffectJson.Write(all).Length < 2_000_000);
    }

    [Fact]
    public async Task ManyReminders_WithAFilter_AreThoseOfTheInvoicesNamed()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var some = await own.ProposedAsync("draft_reminders", ("min_days", 30), ("min_amount", 500m), ("level", ReminderLevel.Firm));
        foreach (var mail in some.Effects.Cast<SendMail>())
        {
            var records = sample.Records.Invoices.Where(row => mail.Invoices.Any(target => target.Key == row.Id.Value)).ToList();
            Assert.All(records, row => Assert.True(row.DueOn <= Day.AddDays(-30) && InBase(new Money(row.OpenMinor, row.Currency)) >= 499.99m));
            Assert.Equal(ReminderLevel.Firm, mail.Level);
            var single = await own.ProposedAsync("draft_reminder", ("customer", new Id<Customer>(mail.Customer.Key)), ("invoices", (IReadOnlyList<Id<Invoice>>)[.. records.Select(row => row.Id)]), ("level", ReminderLevel.Firm));
            Assert.Equal(Bytes(mail), Bytes(single.Effects.Single()));
        }

        Assert.Equal("AR-234", (await own.RefusedAsync("draft_reminders", ("min_amount", 100_000_000m))).Code);
        Assert.Equal("AR-103", (await own.RefusedAsync("draft_reminders", ("min_days", -1))).Code);
    }

    [Fact]
    public async Task StaleBankFeed_Reminding_StopsEveryReminderAndIsNamed()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        await own.ChangeAsync(async context => (await context.DataFeeds.SingleAsync(row => row.Source == "bank", Token)).AsOf = new DateTimeOffset(2026, 11, 13, 9, 0, 0, TimeSpan.Zero));

        foreach (var fault in new[] { await own.RefusedAsync("draft_reminder", ("customer", Customer().Id)), await own.RefusedAsync("draft_reminders") })
        {
            Assert.Equal("AR-230", fault.Code);
            Assert.Contains("2026-11-13 09:00", fault.Message, StringComparison.Ordinal);
        }

        Assert.Contains((await own.ProposedAsync("send_statement", ("customer", Customer().Id))).Remarks, remark => remark.Text.Contains("2026-11-13", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("off", "reminders are off for the customer")]
    [InlineData("legal", "with legal")]
    [InlineData("bad debt", "a bad-debt case")]
    [InlineData("contacts", "no contact with a mail address")]
    public async Task CustomerThatIsStopped_Reminded_IsNamedOnBothPaths(string stop, string words)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = Customer();
        await own.ChangeAsync(async context =>
        {
            var row = await context.Customers.SingleAsync(found => found.Id == customer.Id, Token);
            (row.RemindersOff, row.CollectionFlag) = (stop == "off", stop switch { "legal" => CollectionFlag.Legal, "bad debt" => CollectionFlag.BadDebt, _ => CollectionFlag.None });
            foreach (var contact in await context.Contacts.Where(found => found.CustomerId == customer.Id).ToListAsync(Token))
            {
                contact.Email = stop == "contacts" ? "not known" : contact.Email;
            }
        });

        var fault = await own.RefusedAsync("draft_reminder", ("customer", customer.Id));
        Assert.Equal("AR-231", fault.Code);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        var all = await own.ProposedAsync("draft_reminders");
        Assert.DoesNotContain(all.Effects.Cast<SendMail>(), mail => mail.Customer.Key == customer.Id.Value);
        Assert.Contains(all.Remarks, remark => remark.Text.Contains(words, StringComparison.Ordinal) && remark.Text.Contains(customer.Name, StringComparison.Ordinal));
        Assert.Equal(stop is "legal" or "bad debt" or "contacts", !(await own.ProposeAsync(Books.Collector, "receivables_send_statement", ("customer", customer.Id))).Ok);
    }

    [Theory]
    [InlineData("off", "reminders are off for the invoice")]
    [InlineData("lately", "last reminder 2026-11-12, next from 2026-11-23")]
    [InlineData("promised", "promised for 2026-11-25, next from 2026-11-26")]
    [InlineData("disputed", "disputed: settle that first")]
    [InlineData("not due", "due on 2026-12-01")]
    public async Task InvoiceThatIsStopped_Reminded_IsNamed(string stop, string words)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = Customer();
        var invoice = Named((await Proposed(own, customer)).Invoices[0].Document);
        await own.ChangeAsync(async context =>
        {
            var row = await context.Invoices.SingleAsync(found => found.Id == invoice.Id, Token);
            (row.RemindersOff, row.DueOn) = (stop == "off", stop == "not due" ? new DateOnly(2026, 12, 1) : row.DueOn);
            (row.LastRemindedOn, row.ReminderCount) = stop == "lately" ? (new DateOnly(2026, 11, 12), 2) : (row.LastRemindedOn, row.ReminderCount);
            if (stop == "promised")
            {
                context.PaymentPromises.Add(new PaymentPromise { CustomerId = customer.Id, InvoiceId = row.Id, MadeOn = Day.AddDays(-1), PromisedFor = new DateOnly(2026, 11, 25), Currency = row.Currency, AmountMinor = row.OpenMinor });
            }

            if (stop == "disputed")
            {
                context.Disputes.Add(new Dispute { InvoiceId = row.Id, Reason = "damaged", OpenedOn = Day.AddDays(-1), Currency = row.Currency, AmountMinor = row.OpenMinor });
            }
        });

        var fault = await own.RefusedAsync("draft_reminder", ("customer", customer.Id), ("invoices", (IReadOnlyList<Id<Invoice>>)[invoice.Id]));
        Assert.Equal("AR-233", fault.Code);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains(invoice.Number, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((await own.ProposedAsync("draft_reminders")).Effects.Cast<SendMail>(), mail => mail.Invoices.Any(target => target.Key == invoice.Id.Value));
    }

    [Theory]
    [InlineData(Language.En, "Final reminder from Lumen & Linden")]
    [InlineData(Language.De, "Letzte Mahnung von Lumen & Linden")]
    [InlineData(Language.Fr, "Dernier rappel de Lumen & Linden")]
    [InlineData(Language.Nl, "Laatste aanmaning van Lumen & Linden")]
    public async Task Reminder_InALanguageAndLevelThatWereSaid_IsWrittenSo(Language language, string subject)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var mail = (SendMail)(await own.ProposedAsync("draft_reminder", ("customer", Customer().Id), ("level", ReminderLevel.Final), ("language", language))).Effects.Single();

        Assert.StartsWith(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Equal((language, ReminderLevel.Final, MailPurpose.Reminder), (mail.Language, mail.Level!.Value, mail.Purpose));
    }

    [Fact]
    public async Task CashAndCreditsNotUsed_Reminding_AreShownInTheMailAndNamed()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var mail = await Proposed(own, Customer());
        var (customer, currency) = (Customer(), Named(mail.Invoices[0].Document).Currency);
        await own.ChangeAsync(context =>
        {
            context.Payments.Add(new Payment { Number = "PAY-99901", CustomerId = customer.Id, Payer = "x", ReceivedOn = Day.AddDays(-2), Currency = currency, AmountMinor = 12_345, UnappliedMinor = 12_345 });
            context.CreditNotes.Add(new CreditNote { Number = "CN-99901", CustomerId = customer.Id, IssuedOn = Day.AddDays(-3), Currency = currency, AmountMinor = 6_789, OpenMinor = 6_789, Reason = "return" });
            return Task.CompletedTask;
        });
        var proposal = await own.ProposedAsync("draft_reminder", ("customer", customer.Id));
        var body = ((SendMail)proposal.Effects.Single()).Body;

        Assert.Contains($"| PAY-99901 | {Day.AddDays(-2):dd}", body, StringComparison.Ordinal);
        Assert.Contains(Written(new Money(6_789, currency), customer), body, StringComparison.Ordinal);
        Assert.Contains(proposal.Remarks, remark => remark.Text.Contains("of unapplied cash may pay some of it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public async Task CashThatCoversAllThatIsOverdue_Reminding_StopsItOnEveryPath(long less, bool reminded)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = Customer();
        var invoice = Named((await Proposed(own, customer)).Invoices[0].Document);
        var overdue = sample.Records.Invoices.Where(row => row.CustomerId == customer.Id && row.Currency == invoice.Currency && row.OpenMinor > 0 && row.DueOn < Day).Sum(row => row.OpenMinor);
        await own.ChangeAsync(context =>
        {
            context.Payments.Add(new Payment { Number = "PAY-99901", CustomerId = customer.Id, Payer = "x", ReceivedOn = Day, Currency = invoice.Currency, AmountMinor = overdue + less, UnappliedMinor = overdue + less });
            return Task.CompletedTask;
        });

        var result = await own.ProposeAsync(Books.Collector, "receivables_draft_reminder", ("customer", customer.Id));
        var all = await own.ProposedAsync("draft_reminders");
        var page = await own.AnswerAsync(Books.Collector, "receivables_invoice", ("invoice", invoice.Id));

        Assert.Equal(reminded, result.Ok);
        Assert.Equal(reminded, all.Effects.Cast<SendMail>().Any(mail => mail.Customer.Key == customer.Id.Value));
        Assert.Equal(!reminded, (await own.OverdueRowsAsync(customer.Id)).Exists(row => row["next_reminder"] == "no: unapplied cash covers it: apply that first"));
        Assert.Equal(!reminded, page.Blocks.OfType<FactsBlock>().SelectMany(block => block.Facts).Any(fact => fact.Text?.Contains("unapplied cash covers it", StringComparison.Ordinal) == true));
        if (!reminded)
        {
            Assert.Contains("unapplied cash covers it: apply that first", result.Fault!.Message, StringComparison.Ordinal);
            Assert.Equal(["apply PAY-99901"], result.Fault.Suggestions);
            Assert.Contains(all.Remarks, remark => remark.Text.Contains("unapplied cash covers it", StringComparison.Ordinal) && remark.Text.Contains(invoice.Number, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Statement_Sent_HoldsTheWholeAccount()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        foreach (var customer in sample.Records.Customers.Where(row => row.CollectionFlag == CollectionFlag.None && sample.Records.Invoices.Any(invoice => invoice.CustomerId == row.Id && invoice.OpenMinor > 0)))
        {
            var mail = (SendMail)(await own.ProposedAsync("send_statement", ("customer", customer.Id))).Effects.Single();
            var open = sample.Records.Invoices.Where(row => row.CustomerId == customer.Id && row.OpenMinor > 0).ToList();
            Assert.All(open, row => Assert.Contains($"| {row.Number} |", mail.Body, StringComparison.Ordinal));
            Assert.All(open.GroupBy(row => row.Currency), group => Assert.Contains(Written(new Money(group.Sum(row => row.OpenMinor), group.Key), customer), mail.Body, StringComparison.Ordinal));
            Assert.Equal((MailPurpose.Statement, null), (mail.Purpose, mail.Level));
            Assert.Empty(mail.Invoices);
        }
    }

    [Fact]
    public async Task Invoice_SentAgain_HoldsItsLinesAndCallsItselfNoOriginal()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = Customer();
        var invoice = sample.Records.Invoices.First(row => row.CustomerId == customer.Id);
        var mail = (SendMail)(await own.ProposedAsync("send_copy", ("invoice", invoice.Id))).Effects.Single();

        Assert.Equal(sample.Records.InvoiceLines.Count(row => row.InvoiceId == invoice.Id), mail.Body.Split('\n').Count(line => line.StartsWith("| LL-", StringComparison.Ordinal)));
        Assert.Contains(Written(new Money(invoice.AmountMinor, invoice.Currency), customer), mail.Body, StringComparison.Ordinal);
        Assert.Equal(MailPurpose.InvoiceCopy, mail.Purpose);
    }

    [Fact]
    public async Task InvoicesOfOthersOrClosed_Named_AreRefused()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = Customer();
        var (other, closed) = (sample.Records.Invoices.First(row => row.CustomerId != customer.Id && row.OpenMinor > 0), sample.Records.Invoices.First(row => row.CustomerId == customer.Id && row.OpenMinor == 0));

        Assert.Equal("AR-208", (await own.RefusedAsync("draft_reminder", ("customer", customer.Id), ("invoices", (IReadOnlyList<Id<Invoice>>)[other.Id]))).Code);
        Assert.Equal("AR-202", (await own.RefusedAsync("draft_reminder", ("customer", customer.Id), ("invoices", (IReadOnlyList<Id<Invoice>>)[closed.Id]))).Code);
    }

    private Invoice Named(string number) => sample.Records.Invoices.Single(row => row.Number == number);

    private static async Task<SendMail> Proposed(OwnSample own, Customer customer) => (SendMail)(await own.ProposedAsync("draft_reminder", ("customer", customer.Id))).Effects.Single();

    // somebody of whom an undisputed invoice is overdue by weeks and was reminded of long enough ago
    private Customer Customer()
    {
        var disputed = sample.Records.Disputes.Where(row => row.ClosedOn is null).Select(row => row.InvoiceId).ToHashSet();
        var promised = sample.Records.PaymentPromises.Where(row => row.KeptOn is null && row.PromisedFor >= Day).Select(row => row.CustomerId).ToHashSet();
        return sample.Records.Customers.First(customer => customer is { RemindersOff: false, CollectionFlag: CollectionFlag.None } && !promised.Contains(customer.Id) && !sample.Records.Payments.Any(row => row.CustomerId == customer.Id && row.UnappliedMinor > 0)
            && sample.Records.Invoices.Any(row =>
            row.CustomerId == customer.Id && row.OpenMinor > 0 && row.DueOn < Day.AddDays(-4) && !row.RemindersOff && !disputed.Contains(row.Id) && (row.LastRemindedOn is null || row.LastRemindedOn < Day.AddDays(-14))));
    }

    private decimal InBase(Money money) => money.Currency == CurrencyCode.Eur ? money.Major : money.Convert(CurrencyCode.Eur, sample.Records.ExchangeRates.Where(row => row.Currency == money.Currency && row.Day <= Day).MaxBy(row => row.Day)!.BasePerUnit).Major;

    private static string Written(Money money, Customer customer) => Conversation.DraftCulture.Written(money, Conversation.DraftCulture.Of(new DraftReader(customer.Language, customer.Country)));

    private static byte[] Bytes(Effect effect) => EffectJson.Write(new Proposal("", "", [effect], []));
}
