using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Reminders;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Rules;

public sealed class PlanningReminders
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void AnyAccount_Planned_RemindsOfWhatMayBeAndNamesTheRest() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ListOf().Zip(Gen.Choose(0, 6)).ToArbitrary(),
        pair =>
        {
            var today = Today.AddDays(pair.Item2);
            var items = pair.Item1.Select((seed, at) => Item(seed, at, today)).ToList();
            var file = new DebtorFile(new Customer { Name = "x" }, items, [], [], [new Recipient("a", "a@b.example")], []);
            var plan = ReminderPlan.Of(file, null, null, today);
            var overdue = items.Where(item => item.Invoice.DueOn < today).ToList();
            return plan.Items.Concat(plan.Left.Select(left => left.Item)).OrderBy(item => item.Invoice.Number).SequenceEqual(overdue.OrderBy(item => item.Invoice.Number))
                && plan.Items.All(item => item.Row.Disputed is null && !item.Invoice.RemindersOff && item.Row.PromisedFor is null
                    && (item.Invoice.LastRemindedOn is not { } last || last.AddDays(ReminderRules.IntervalDays(item.Invoice.ReminderCount)) <= BusinessDays.OnOrAfter(today)))
                && plan.Left.All(left => left.Reason.Length > 0
                    && (left.Item.Row.Reminder.AllowedFrom is not { } from || from > BusinessDays.OnOrAfter(today) || left.Item.Row.PromisedFor is not null))
                && (plan.Items.Count == 0 || plan.Level == plan.Items.Max(item => ReminderRules.NextLevel(item.Invoice.ReminderCount)))
                && ReminderPlan.Of(file, null, ReminderLevel.Final, today).Level == ReminderLevel.Final;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, ReminderLevel.Friendly, 7)]
    [InlineData(1, ReminderLevel.Firm, 7)]
    [InlineData(2, ReminderLevel.Final, 10)]
    [InlineData(3, ReminderLevel.Final, 14)]
    [InlineData(9, ReminderLevel.Final, 14)]
    public void Reminders_Counted_DecideLevelAndInterval(int sent, ReminderLevel next, int days)
    {
        Assert.Equal((next, days), (ReminderRules.NextLevel(sent), ReminderRules.IntervalDays(sent)));
        var last = Today.AddDays(-3);
        var standing = ReminderRules.For(new ReminderFacts(Today.AddDays(-90), last, false, false, CollectionFlag.None, false, null) { ReminderCount = sent }, Today);
        Assert.Equal(BusinessDays.OnOrAfter(last.AddDays(days)), standing.AllowedFrom);
    }

    [Theory]
    [InlineData("ap", "pay@x.example")]
    [InlineData("two", "pay@x.example, second@x.example")]
    [InlineData("none", "first@x.example")]
    [InlineData("bad", "")]
    public void Contacts_OfACustomer_GiveTheRecipients(string which, string expected)
    {
        var first = new Contact { Id = new Id<Contact>(1), Name = "First", Email = which == "bad" ? "nobody" : "first@x.example", Function = ContactFunction.Buyer };
        var payer = new Contact { Id = new Id<Contact>(2), Name = "Payer", Email = "pay@x.example", Function = ContactFunction.AccountsPayable };
        var second = new Contact { Id = new Id<Contact>(3), Name = "Second", Email = "second@x.example", Function = ContactFunction.AccountsPayable };

        Assert.Equal(expected, string.Join(", ", Addressees.Of(which switch { "ap" => [first, payer], "two" => [second, first, payer], _ => [first] }).Select(row => row.Email)));
    }

    private static DebtorItem Item(int seed, int at, DateOnly today)
    {
        var random = new Random(seed);
        var invoice = new Invoice
        {
            Id = new Id<Invoice>(at + 1), Number = $"INV-{at}", DueOn = today.AddDays(random.Next(-60, 20)), Currency = CurrencyCode.Eur, AmountMinor = 1_000, OpenMinor = random.Next(1, 1_000),
            ReminderCount = random.Next(0, 5), RemindersOff = random.Next(5) == 0,
        };
        invoice.LastRemindedOn = invoice.ReminderCount == 0 ? null : today.AddDays(-random.Next(0, 20));
        var disputed = random.Next(5) == 0;
        DateOnly? promised = random.Next(5) == 0 ? today.AddDays(random.Next(0, 9)) : null;
        var standing = ReminderRules.For(new ReminderFacts(invoice.DueOn, invoice.LastRemindedOn, invoice.RemindersOff, false, CollectionFlag.None, disputed, promised) { ReminderCount = invoice.ReminderCount }, today);
        return new DebtorItem(invoice, new OpenRow(
            new OpenItem { Id = invoice.Id, Number = invoice.Number, Currency = invoice.Currency, BalanceMinor = invoice.OpenMinor, DueOn = invoice.DueOn }, null, disputed ? new Money(1, CurrencyCode.Eur) : null, promised, standing, AgeBuckets.DaysLate(invoice.DueOn, today)));
    }
}
