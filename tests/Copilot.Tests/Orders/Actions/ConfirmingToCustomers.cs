using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders.Actions;

public sealed class ConfirmingToCustomers(SampleFixture sample) : OrderActions(sample)
{
    [Theory]
    [InlineData("DE", "Bestätigung Ihrer Bestellung")]
    [InlineData("GB", "Confirmation")]
    public async Task OrderThatWaits_ConfirmedToItsCustomer_IsAMailInTheirLanguageAndAStatus(string country, string subject)
    {
        var customers = Records.Customers.Where(customer => customer.Country == country).ToDictionary(customer => customer.Id);
        var order = Records.Orders.First(row => row.Status is OrderStatus.Unconfirmed or OrderStatus.Confirmed && row.Channel == Channel.Wholesale && customers.ContainsKey(row.CustomerId));
        var customer = customers[order.CustomerId];

        var proposal = await SoundAsync(() => AskAsync("orders_confirm_to_customer", order));
        var mail = Assert.IsType<SendMail>(proposal.Effects[1]);

        Assert.Equal(new ConfirmOrder(Target.Of(order) with { Version = 1 }, order.Status, new Money(order.TotalMinor, order.Currency)), proposal.Effects[0]);
        Assert.Equal((customer.Name, customer.Language, MailPurpose.OrderConfirmation), (mail.Customer.Document, mail.Language, mail.Purpose));
        Assert.Contains(order.CustomerPo ?? order.Number, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(subject, mail.Subject, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(order.Number, mail.Body, StringComparison.Ordinal);
        var lines = Records.OrderLines.Where(line => line.OrderId == order.Id).Join(Records.Products, line => line.ProductId, product => product.Id, (line, product) => product.Sku).ToArray();
        Assert.All(lines, sku => Assert.Contains(sku, mail.Body, StringComparison.Ordinal));
        var known = Records.Contacts.Where(contact => contact.CustomerId == customer.Id).Select(contact => contact.Email).ToArray();
        Assert.All(mail.To, recipient => Assert.Contains(recipient.Email, known));
    }

    [Fact]
    public async Task OrderOnHold_ConfirmedToItsCustomer_IsRefused() =>
        Assert.Equal("OR-036", (await AskAsync("orders_confirm_to_customer", Held(HoldReason.Price))).Fault?.Code);
}
