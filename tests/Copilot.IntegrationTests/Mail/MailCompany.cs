using Copilot.Connectors.Mail;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.IntegrationTests.Support;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Mail;

/// <summary>A company that is no sample, with one customer and one open invoice, and mail run through tickets.</summary>
internal sealed class MailCompany : IAsyncDisposable
{
    private readonly CompanyStore _store;

    private MailCompany(CompanyStore store, SendMail mail) => (_store, Mail) = (store, mail);

    /// <summary>A reminder of the invoice to two people.</summary>
    public SendMail Mail { get; }

    public static async Task<MailCompany> OpenAsync(StoreSource source)
    {
        var token = TestContext.Current.CancellationToken;
        var store = (await CompanyStore.OpenAsync(await source.MigratedAsync(), TimeProvider.System, token)).Value;
        await using var context = store.Company();
        context.Companies.Add(new CompanyProfile { Name = "Company & Sons", BaseCurrency = CurrencyCode.Eur, FiscalYearStartMonth = 1 });
        var customer = new Customer { Code = "K1", Name = "Kaufhaus Adler", Country = "DE", Region = "DACH", Currency = CurrencyCode.Eur, Active = true };
        context.Customers.Add(customer);
        context.People.Add(new Person { Key = "hannah.price", Name = "Hannah Price", Email = "hannah@company.example", Region = "all", TimeZone = "Etc/UTC", Active = true });
        await context.SaveChangesAsync(token);
        var invoice = new Invoice { Number = "INV-1", CustomerId = customer.Id, IssuedOn = Confirmed.Day.AddDays(-60), DueOn = Confirmed.Day.AddDays(-30), Currency = CurrencyCode.Eur, AmountMinor = 12345, OpenMinor = 12345 };
        context.Invoices.Add(invoice);
        await context.SaveChangesAsync(token);
        return new MailCompany(store, new SendMail(
            Target.Of(customer), [new Recipient("Anna Vögt", "anna@adler.example"), new Recipient("", "ben@adler.example")], "Ihre offene Rechnung über 123,45 €",
            "Guten Tag,\n\n.\n..ein Punkt am Anfang\n" + new string('ü', 1200) + "\n\n| Rechnung | Betrag |\n|---|---|\n| INV-1 | 123,45 € |", Language.De, MailPurpose.Reminder, ReminderLevel.Friendly,
            [Target.Of(invoice)], [FrozenAttachment.Of("Rechnung ü.pdf", "application/pdf", Enumerable.Range(0, 5000).Select(number => (byte)(number * 7 % 256)).ToArray())]));
    }

    public Task<Confirmed> ConfirmAsync(MailOptions options, SendMail? mail = null) =>
        Confirmed.StoreAsync(_store, MailExecutors.All(_store, options), new Proposal("Mail", "Mail", [mail ?? Mail], [Basis.Of("mail", "", [])]), "hannah.price");

    /// <summary>How often the invoice counts as reminded of, and whether the key of a proposal's mail is noted.</summary>
    public async Task<(int Reminders, int Letters, bool Noted)> NotesAsync(Confirmed confirmed)
    {
        var token = TestContext.Current.CancellationToken;
        await using var context = _store.Company();
        return (await context.Invoices.Select(row => row.ReminderCount).SingleAsync(token), await context.ContactLogs.CountAsync(token), await context.ExecutedEffects.AnyAsync(row => row.Key == $"P-{confirmed.Id}/1", token));
    }

    /// <summary>Whether the gate would let the effect run a second time by itself.</summary>
    public async Task<bool> MayRunAgainAsync(Confirmed confirmed) => await ExecutionTicket.RedeemAsync(_store, confirmed.Id, 1, Confirmed.Now, TestContext.Current.CancellationToken) is not null;

    /// <summary>Keeps the records from taking what belongs to a mail that went.</summary>
    public async Task BlockNotesAsync()
    {
        await using var context = _store.Company();
        await context.Database.ExecuteSqlRawAsync("CREATE TRIGGER blocked BEFORE INSERT ON ContactLogs BEGIN SELECT RAISE(ABORT, 'the disk is full'); END", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
