using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Receivables.Actions;

public sealed class NotesOfCollectors(SampleFixture sample)
{
    private static DateOnly Day => SampleFixture.Day;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RemindersSwitchedOff_ForAnInvoice_AreOffOnEveryPathAndComeBackByTheInverse()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var late = Late();
        var proposal = await own.ProposedAsync("set_reminders", ("invoice", late.Id), ("on", false));
        await own.RunAsync(proposal);

        Assert.True((await own.InvoiceAsync(late.Id)).RemindersOff);
        Assert.Contains("reminders are off for the invoice", (await own.OverdueRowsAsync(late.CustomerId)).Single(row => row["invoice"] == late.Number)["next_reminder"], StringComparison.Ordinal);
        Assert.Contains("on already", (await own.RefusedAsync("set_reminders", ("invoice", sample.Records.Invoices.First(row => !row.RemindersOff && row.Id != late.Id).Id), ("on", true))).Message, StringComparison.Ordinal);

        var back = proposal.Effects[0].Inverse([Target.Of(await own.InvoiceAsync(late.Id))])!;
        await own.RunAsync(new Proposal("Undo", "undo", [back], []));
        Assert.False((await own.InvoiceAsync(late.Id)).RemindersOff);
    }

    [Fact]
    public async Task RemindersOfACustomer_SwitchedOffTwice_AreRefusedTheSecondTime()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = sample.Records.Customers.First(row => !row.RemindersOff);
        await own.RunAsync(await own.ProposedAsync("set_reminders", ("customer", customer.Id), ("on", false)));

        Assert.True(await own.ReadAsync(context => context.Customers.AnyAsync(row => row.Id == customer.Id && row.RemindersOff, Token)));
        Assert.Equal("AR-209", (await own.RefusedAsync("set_reminders", ("customer", customer.Id), ("on", false))).Code);
        Assert.Equal("AR-207", (await own.RefusedAsync("set_reminders", ("on", false))).Code);
        var other = sample.Records.Invoices.First(row => row.CustomerId != customer.Id);
        Assert.Equal("AR-208", (await own.RefusedAsync("set_reminders", ("customer", customer.Id), ("invoice", other.Id), ("on", false))).Code);
    }

    [Theory]
    [InlineData("Spoke to accounts, it is in the next payment run", "reached")]
    [InlineData("left a message on the voicemail", "no_answer")]
    [InlineData("Niemand erreicht", "no_answer")]
    [InlineData("They will pay on Tuesday", "promised")]
    [InlineData("a promis de payer vendredi", "promised")]
    [InlineData("Heeft beloofd morgen te betalen", "promised")]
    [InlineData("wants a copy of the invoice", "copy_wanted")]
    [InlineData("Ware ist beschädigt, reklamiert", "disputed")]
    public async Task Call_Noted_IsKeptWithHowItEnded(string note, string outcome)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var customer = sample.Records.Customers[3];
        await own.RunAsync(await own.ProposedAsync("log_call", ("customer", customer.Id), ("note", note)));

        var kept = await own.ReadAsync(context => context.ContactLogs.AsNoTracking().OrderByDescending(row => row.Id).FirstAsync(Token));
        Assert.Equal((customer.Id, "call", outcome, note), (kept.CustomerId, kept.Kind, kept.Outcome, kept.Text));
        Assert.Equal(Books.Collector, await own.ReadAsync(context => context.People.Where(row => row.Id == kept.ById).Select(row => row.Key).SingleAsync(Token)));
    }

    [Fact]
    public void OutcomeOfACall_Corrected_TakesTheWordsShown()
    {
        var call = new LogCall(new Target(TargetKind.Customer, 1, "Trendhaus", 1), "said nothing", CallOutcome.Reached);

        Assert.Equal(CallOutcome.NoAnswer, ((LogCall)call.With("outcome", "No answer").Value).Outcome);
        Assert.Equal("GA-007", call.With("outcome", "happy").Fault!.Code);
        Assert.Equal("GA-002", call.With("note", "  ").Fault!.Code);
    }

    [Fact]
    public async Task Promise_Noted_StopsRemindersUntilTheDayAfter()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var late = Late();
        await own.RunAsync(await own.ProposedAsync("record_promise", ("customer", late.CustomerId), ("amount", 100m), ("date", Day.AddDays(11))));

        var promises = await own.AnswerAsync(Books.Collector, "receivables_promises", ("customer", late.CustomerId));
        Assert.Contains(promises.Table("promises").Rows, line => line.Cells.Any(cell => Answers.Text(cell) == "2026-12-01") && line.Cells.Any(cell => Answers.Text(cell) == "EUR 100.00"));
        var row = (await own.OverdueRowsAsync(late.CustomerId)).Single(row => row["invoice"] == late.Number);
        Assert.Equal("2026-12-02", row["next_reminder"]);
        await own.AddUpAsync();
    }

    [Fact]
    public async Task PromiseOfAnInvoice_Noted_StopsRemindersOfThatInvoiceAlone()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var late = Late();
        var proposal = await own.ProposedAsync("record_promise", ("customer", late.CustomerId), ("amount", 100m), ("date", Day.AddDays(11)), ("invoice", late.Id));
        Assert.Contains($"EUR 100.00 of {late.Number}", proposal.Title, StringComparison.Ordinal);
        var before = (await own.OverdueRowsAsync(late.CustomerId)).Where(row => row["invoice"] != late.Number).Select(row => (row["invoice"], row["next_reminder"])).ToList();
        await own.RunAsync(proposal);

        var rows = await own.OverdueRowsAsync(late.CustomerId);
        Assert.Equal("2026-12-02", rows.Single(row => row["invoice"] == late.Number)["next_reminder"]);
        Assert.Equal(before, rows.Where(row => row["invoice"] != late.Number).Select(row => (row["invoice"], row["next_reminder"])));
        Assert.Equal("AR-203", (await own.RefusedAsync("record_promise", ("customer", late.CustomerId), ("amount", (late.OpenMinor / 100m) + 1), ("date", Day.AddDays(11)), ("invoice", late.Id))).Code);
        var other = sample.Records.Invoices.First(row => row.CustomerId != late.CustomerId && row.OpenMinor > 0);
        Assert.Equal("AR-208", (await own.RefusedAsync("record_promise", ("customer", late.CustomerId), ("amount", 1m), ("date", Day.AddDays(11)), ("invoice", other.Id))).Code);
        await own.AddUpAsync();
    }

    [Fact]
    public async Task Promise_TakenBack_LeavesTheAccountAsItWas()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var late = Late();
        var before = await own.AnswerAsync(Books.Collector, "receivables_promises", ("customer", late.CustomerId));
        var noted = await own.ProposedAsync("record_promise", ("customer", late.CustomerId), ("amount", 100m), ("date", Day.AddDays(11)));
        await own.RunAsync(noted);
        var back = noted.Effects[0].Inverse([])!;
        var proposal = new Proposal("Take back", "Take back", [back], []);
        await own.RunAsync(proposal);

        var after = await own.AnswerAsync(Books.Collector, "receivables_promises", ("customer", late.CustomerId));
        Assert.Equal(before.Table("promises").Rows.Count, after.Table("promises").Rows.Count);
        Assert.Contains("taken back meanwhile", await own.FailsAsync(proposal), StringComparison.Ordinal);
        await own.AddUpAsync();
    }

    [Theory]
    [InlineData("amount", "AR-203")]
    [InlineData("past", "AR-212")]
    [InlineData("far", "AR-212")]
    [InlineData("currency", "AR-215")]
    [InlineData("nothing", "AR-203")]
    public async Task Promise_ThatCannotBe_IsRefusedAndSaysWhy(string what, string code)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var late = Late();
        var amount = what switch { "amount" => 100_000_000m, "nothing" => 0m, _ => 10m };
        var date = what switch { "past" => Day.AddDays(-1), "far" => Day.AddDays(400), _ => Day.AddDays(7) };
        var fault = await own.RefusedAsync("record_promise", ("customer", late.CustomerId), ("amount", amount), ("date", date), ("currency", what == "currency" ? CurrencyCode.Of("PLN") : null));

        Assert.Equal(code, fault.Code);
    }

    private Invoice Late()
    {
        var disputed = sample.Records.Disputes.Where(row => row.ClosedOn is null).Select(row => row.InvoiceId).ToHashSet();
        var promised = sample.Records.PaymentPromises.Where(row => row.KeptOn is null && row.PromisedFor >= Day).Select(row => row.CustomerId).ToHashSet();
        return sample.Records.Invoices.First(row => row.OpenMinor > 20_000 && row.DueOn < Day.AddDays(-3) && row.Currency.Code == "EUR" && !row.RemindersOff && !disputed.Contains(row.Id)
            && !sample.Records.Payments.Any(payment => payment.CustomerId == row.CustomerId && payment.UnappliedMinor > 0) && !promised.Contains(row.CustomerId) && sample.Records.Customers.Single(customer => customer.Id == row.CustomerId) is { RemindersOff: false, CollectionFlag: CollectionFlag.None });
    }
}
