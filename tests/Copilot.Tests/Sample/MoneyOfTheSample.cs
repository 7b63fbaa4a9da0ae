using Copilot.Core;

namespace Copilot.Tests.Sample;

/// <summary>Every amount is made of others, and they add up.</summary>
public sealed class MoneyOfTheSample
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void Lines_OfOrdersAndInvoices_AddUpToTheirHeads(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Rows.OrderLines, line => Assert.Equal(line.Quantity * line.UnitPriceMinor, line.AmountMinor));
        Assert.All(books.Rows.InvoiceLines, line => Assert.Equal(line.Quantity * line.UnitPriceMinor, line.AmountMinor));
        Assert.All(books.Rows.Orders, order => Assert.Equal(books.LinesOf[order.Id].Sum(line => line.AmountMinor), order.TotalMinor));
        Assert.All(books.Rows.Orders, order => Assert.Equal(Enumerable.Range(1, books.LinesOf[order.Id].Count()), books.LinesOf[order.Id].Select(line => line.LineNo)));
        Assert.All(books.Rows.Invoices, invoice => Assert.Equal(books.InvoiceLinesOf[invoice.Id].Sum(line => line.AmountMinor), invoice.AmountMinor));
        Assert.All(books.Rows.InvoiceLines, line => Assert.True(line.Quantity > 0 && line.UnitPriceMinor > 0));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Invoices_Open_AreAmountLessApplicationsAndCloseOnTheLastDay(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Rows.Invoices, invoice =>
        {
            var applied = books.AppliedTo[invoice.Id].ToList();
            Assert.Equal(invoice.AmountMinor - applied.Sum(application => application.AmountMinor), invoice.OpenMinor);
            Assert.InRange(invoice.OpenMinor, 0, invoice.AmountMinor);
            Assert.Equal(invoice.OpenMinor == 0 ? applied.Max(application => application.AppliedOn) : null, invoice.ClosedOn);
            Assert.All(applied, application => Assert.True(application.AmountMinor > 0 && application.AppliedOn >= invoice.IssuedOn));
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Payments_Amount_IsWhatWasAppliedAndWhatWasNot(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;
        var applied = rows.Applications.Where(application => application.PaymentId is not null).ToLookup(application => application.PaymentId!.Value);

        Assert.All(rows.Payments, payment =>
        {
            Assert.Equal(payment.AmountMinor, applied[payment.Id].Sum(application => application.AmountMinor) + payment.UnappliedMinor);
            Assert.True(payment.AmountMinor > 0 && payment.UnappliedMinor >= 0);
            Assert.All(applied[payment.Id], application =>
            {
                var invoice = rows.Invoices[application.InvoiceId.Value - 1];
                Assert.Equal((payment.CustomerId, payment.Currency, ApplicationKind.Payment), (invoice.CustomerId, invoice.Currency, application.Kind));
            });
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void RemittanceAdvice_OfMostPayments_AddsUpToThePayment(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;
        var advice = rows.RemittanceLines.ToLookup(line => line.PaymentId);
        var wholesale = rows.Payments.Where(payment => payment.CustomerId is not { } id || rows.Customers[id.Value - 1].Channel == Channel.Wholesale).ToList();
        var with = wholesale.Where(payment => advice[payment.Id].Any()).ToList();

        Assert.InRange(with.Count / (double)wholesale.Count, 0.75, 0.95);
        Assert.All(with, payment => Assert.Equal(payment.AmountMinor, advice[payment.Id].Sum(line => line.AmountMinor)));
        Assert.All(rows.RemittanceLines.Where(line => line.DeductionMinor > 0), line => Assert.False(string.IsNullOrEmpty(line.DeductionReason)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void CreditNotes_Amount_IsThatOfTheirLinesAndOpenIsWhatIsLeft(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;
        var lines = rows.CreditNoteLines.ToLookup(line => line.CreditNoteId);
        var applied = rows.Applications.Where(application => application.CreditNoteId is not null).ToLookup(application => application.CreditNoteId!.Value);

        Assert.All(rows.CreditNotes, note =>
        {
            Assert.Equal(note.AmountMinor, lines[note.Id].Sum(line => line.AmountMinor));
            Assert.Equal(note.OpenMinor, note.AmountMinor - applied[note.Id].Sum(application => application.AmountMinor));
            Assert.True(note.AmountMinor > 0);
        });
        Assert.InRange(rows.CreditNotes.Count(note => note.OpenMinor > 0), 3, 8);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Invoices_OfOrders_HaveTheirShipmentAndTheirTerms(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var services = books.Rows.Invoices.Where(invoice => invoice.OrderId is null).ToList();

        Assert.InRange(services.Count, 5, 30);
        Assert.All(books.Rows.Invoices.Where(invoice => invoice.OrderId is not null), invoice =>
        {
            var order = books.Rows.Orders[invoice.OrderId!.Value.Value - 1];
            var shipment = books.Rows.Shipments[invoice.ShipmentId!.Value.Value - 1];
            Assert.Equal((order.Id, order.CustomerId, order.Currency), (shipment.OrderId, invoice.CustomerId, invoice.Currency));
            Assert.Equal(invoice.IssuedOn.AddDays(order.PaymentTermsDays), invoice.DueOn);
            var shipped = books.ContentsOf[shipment.Id].Select(line => line.OrderLineId).ToHashSet();
            Assert.All(books.InvoiceLinesOf[invoice.Id], line => Assert.Contains(line.OrderLineId!.Value, shipped));
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void WebShop_Orders_ArePaidOnTheDayOfTheirInvoice(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var invoices = books.Rows.Invoices.Where(invoice => books.CustomerOf(invoice).Channel == Channel.Ecom).ToList();

        Assert.InRange(invoices.Count, 300, 700);
        Assert.All(invoices, invoice => Assert.Equal(invoice.IssuedOn, invoice.ClosedOn));
    }
}
