using Copilot.Core;

namespace Copilot.Tests.Sample;

/// <summary>Old items, disputes, broken promises and money that nobody has applied.</summary>
public sealed class MoneyPlanted
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void OpenItems_OfEveryAge_AreThereInSeveralCurrencies(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var byAge = books.WholesaleInvoices.Where(invoice => invoice.OpenMinor > 0).ToLookup(invoice => (day.DayNumber - invoice.DueOn.DayNumber) switch { <= 0 => 0, <= 30 => 1, <= 60 => 2, <= 90 => 3, _ => 4 });

        Assert.All(Enumerable.Range(0, 5), age => Assert.True(byAge[age].Select(invoice => invoice.Currency).Distinct().Count() >= 3, $"bucket {age}: {string.Join(", ", byAge[age].Select(invoice => invoice.Currency).Distinct())}"));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void OpenValue_Overdue_IsThatOfAHealthyCompany(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var open = books.WholesaleInvoices.Where(invoice => invoice.OpenMinor > 0).ToList();
        var total = open.Sum(invoice => books.InEuro(invoice.OpenMinor, invoice.Currency));
        var overdue = open.Where(invoice => invoice.DueOn < day).Sum(invoice => books.InEuro(invoice.OpenMinor, invoice.Currency));
        var sales = books.WholesaleInvoices.Where(invoice => invoice.IssuedOn >= day.AddDays(-90)).Sum(invoice => books.InEuro(invoice.AmountMinor, invoice.Currency));

        Assert.InRange((double)(overdue / total), 0.13, 0.23);
        Assert.InRange((double)(total / sales * 90), 45, 64);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Promises_Broken_AreTwoAndKeptOnesWerePaid(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var broken = books.Rows.PaymentPromises.Where(promise => promise.KeptOn is null && promise.PromisedFor < day).ToList();

        Assert.Equal(2, broken.Count);
        Assert.All(broken, promise => Assert.True(books.Rows.Invoices[promise.InvoiceId!.Value.Value - 1].OpenMinor >= promise.AmountMinor));
        Assert.Contains(books.Rows.PaymentPromises, promise => promise.PromisedFor >= day);
        var kept = books.Rows.PaymentPromises.Where(promise => promise.KeptOn is not null).ToList();
        Assert.True(kept.Count >= 8, $"{kept.Count} kept");
        Assert.All(kept, promise =>
        {
            Assert.Equal(promise.KeptOn, books.Rows.Invoices[promise.InvoiceId!.Value.Value - 1].ClosedOn);
            Assert.True(promise.MadeOn < promise.KeptOn && promise.KeptOn <= promise.PromisedFor);
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Disputes_OpenOnes_AreAboutOpenInvoices(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var open = books.Rows.Disputes.Where(dispute => dispute.ClosedOn is null).ToList();

        Assert.InRange(open.Count, 8, 45);
        Assert.All(open, dispute => Assert.True(books.Rows.Invoices[dispute.InvoiceId.Value - 1].OpenMinor > 0));
        Assert.All(books.Rows.Disputes, dispute =>
        {
            var invoice = books.Rows.Invoices[dispute.InvoiceId.Value - 1];
            Assert.True(invoice.Disputed && dispute.OpenedOn >= invoice.IssuedOn && !(dispute.ClosedOn < dispute.OpenedOn), invoice.Number);
            Assert.InRange(dispute.AmountMinor, 1, invoice.AmountMinor);
        });
        Assert.Equal(books.Rows.Invoices.Count(invoice => invoice.Disputed), books.Rows.Disputes.Select(dispute => dispute.InvoiceId).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void ShortPayments_OfInvoices_LeaveAPartOpen(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.True(books.WholesaleInvoices.Count(invoice => invoice.OpenMinor > 0 && books.AppliedTo[invoice.Id].Any(application => application.Kind == ApplicationKind.Payment)) >= 5);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void UnappliedPayments_OfEveryKind_AreThere(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var rows = books.Rows;
        var unapplied = rows.Payments.Where(payment => payment.UnappliedMinor > 0).ToList();
        var advice = rows.RemittanceLines.ToLookup(line => line.PaymentId);
        var open = rows.Invoices.Where(invoice => invoice.OpenMinor > 0).ToList();

        Assert.Equal(14, unapplied.Count);
        Assert.True(unapplied.Count(payment => !advice[payment.Id].Any()) >= 4);
        Assert.Single(unapplied, payment => payment.CustomerId is null);
        Assert.True(unapplied.Count(payment => Clean(payment)) >= 2);
        Assert.Contains(unapplied, payment => !advice[payment.Id].Any() && Pair(payment));
        Assert.True(unapplied.Count(EarlyPayment) >= 2);
        Assert.Contains(unapplied, payment => advice[payment.Id].Any(line => line.DeductionReason is { } reason && rows.Chargebacks.Exists(row => reason.StartsWith(row.Number, StringComparison.Ordinal) && row.AmountMinor == line.DeductionMinor)));

        bool Clean(Payment payment) => advice[payment.Id].Any() && advice[payment.Id].All(line => open.Exists(invoice => invoice.Number == line.InvoiceNumber && invoice.OpenMinor == line.AmountMinor));
        bool Pair(Payment payment)
        {
            var own = open.Where(invoice => invoice.CustomerId == payment.CustomerId).ToList();
            return !payment.Reference.Any(char.IsAsciiDigit) && own.Exists(one => own.Exists(other => other != one && one.OpenMinor + other.OpenMinor == payment.AmountMinor));
        }

        bool EarlyPayment(Payment payment) => payment.CustomerId is { } id && rows.Customers[id.Value - 1] is { DiscountDays: > 0 } customer && open.Exists(invoice =>
            invoice.CustomerId == id && payment.ReceivedOn <= invoice.IssuedOn.AddDays(customer.DiscountDays)
            && payment.AmountMinor == invoice.OpenMinor - new Money(invoice.OpenMinor, invoice.Currency).Share(customer.DiscountPercent / 100).Minor);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Reminders_OfOverdueInvoices_RespectWhoIsNotReminded(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.Contains(books.WholesaleInvoices, invoice => invoice.RemindersOff);
        Assert.Contains(books.Rows.Customers, customer => customer.CollectionFlag == CollectionFlag.Legal);
        Assert.All(books.Rows.Invoices, invoice =>
        {
            Assert.Equal(invoice.ReminderCount > 0, invoice.LastRemindedOn is not null);
            Assert.True(invoice.ReminderCount == 0 || !books.CustomerOf(invoice).RemindersOff);
            Assert.True(invoice.LastRemindedOn is not { } last || (last > invoice.DueOn && last < (invoice.ClosedOn ?? day)), invoice.Number);
            Assert.InRange(invoice.ReminderCount, 0, 3);
        });
        Assert.Equal(["copy_wanted", "disputed", "no_answer", "promised", "reached", "sent"], books.Rows.ContactLogs.Select(entry => entry.Outcome).Distinct().Order());
    }
}
