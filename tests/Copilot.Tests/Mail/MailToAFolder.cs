using System.Text;
using Copilot.Connectors.Mail;
using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Mail;

/// <summary>The sample company's mail is written, not sent.</summary>
public sealed class MailToAFolder(SampleFixture sample) : IAsyncLifetime
{
    private OwnSample _own = null!;

    public async ValueTask InitializeAsync() => _own = await OwnSample.CopyAsync(sample);

    public ValueTask DisposeAsync() => _own.DisposeAsync();

    [Fact]
    public async Task Reminder_Sent_LiesUnderItsKeyAndIsCounted()
    {
        var mail = Reminder();
        var confirmed = await ConfirmAsync(mail);
        var result = Assert.Single(await confirmed.RunAsync());

        Assert.Equal((ExecutionEnd.Done, $"The mail to {mail.Customer.Document} is written to outbox-mail/P-{confirmed.Id}.1.eml; the sample company sends none."), (result.End, result.Receipt));
        var read = MimePart.Read(await File.ReadAllTextAsync(Assert.Single(Files()).FullName, TestContext.Current.CancellationToken));
        Assert.Equal($"<P-{confirmed.Id}.1@sample.example>", read.Headers["message-id"]);
        Assert.Contains("anna@adler.example", read.Headers["to"], StringComparison.Ordinal);
        Assert.Contains("hannah.price@lumen-linden.example", read.Headers["reply-to"], StringComparison.Ordinal);
        Assert.Equal("de", read.Headers["content-language"]);
        var parts = read.All().ToList();
        Assert.Equal(mail.Body, Utf8(parts.Single(part => part.Is("text/plain"))).ReplaceLineEndings("\n"));
        var html = Utf8(parts.Single(part => part.Is("text/html")));
        Assert.Contains("<td>INV-1</td>", html, StringComparison.Ordinal);
        Assert.Contains("Grüße", html, StringComparison.Ordinal);
        Assert.Equal([0, 255, 13, 10, 46, 10], Encoding.Latin1.GetBytes(parts.Single(part => part.Is("application/pdf")).Text()));

        var invoice = await InvoiceAsync(mail);
        Assert.Equal((1, SampleFixture.Day), (invoice.ReminderCount - Records(mail).ReminderCount, invoice.LastRemindedOn));
        Assert.Equal(invoice.Version, Assert.Single(result.After).Version);
        var log = await _own.ReadAsync(context => context.ContactLogs.AsNoTracking().OrderByDescending(row => row.Id).FirstAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("reminder", "sent", $"Firm reminder: Ihre offene Rechnung ({invoice.Number})"), (log.Kind, log.Outcome, log.Text));
    }

    [Fact]
    public async Task SameKeyTwice_Mail_LiesThereOnceAndCountsOnce()
    {
        var mail = Reminder();
        var confirmed = await ConfirmAsync(mail);
        var first = Assert.Single(await confirmed.RunAsync());
        var again = await confirmed.RunAgainAsync(1);

        Assert.Equal((ExecutionEnd.Done, first.Receipt), (again.End, again.Receipt));
        Assert.Single(Files());
        Assert.Equal(Records(mail).ReminderCount + 1, (await InvoiceAsync(mail)).ReminderCount);
        Assert.Equal(ExecutionEnd.Done, (await confirmed.ReadBackAsync(1)).End);
    }

    [Fact]
    public async Task HostKilledAfterTheFileAndBeforeTheRecords_RunAgain_WritesNoSecondAndCountsIt()
    {
        var mail = Reminder();
        var confirmed = await ConfirmAsync(mail);
        await BlockNotesAsync(block: true);
        var broken = Assert.Single(await confirmed.RunAsync());
        Assert.Equal(ExecutionEnd.Unknown, broken.End);
        Assert.Contains("That it went could not be noted in the records", broken.Receipt, StringComparison.Ordinal);
        var found = await confirmed.ReadBackAsync(1);
        Assert.Equal(ExecutionEnd.Done, found.End);
        Assert.Contains("no reminder was counted", found.Receipt, StringComparison.Ordinal);
        Assert.Equal(Records(mail).ReminderCount, (await InvoiceAsync(mail)).ReminderCount);

        await BlockNotesAsync(block: false);
        Assert.Equal(ExecutionEnd.Done, (await confirmed.RunAgainAsync(1)).End);
        Assert.Single(Files());
        Assert.Equal(Records(mail).ReminderCount + 1, (await InvoiceAsync(mail)).ReminderCount);
    }

    [Fact]
    public async Task MailThatNeverRan_ReadBack_DidNotHappen() => Assert.Equal(ExecutionEnd.Failed, (await (await ConfirmAsync(Reminder())).ReadBackAsync(1)).End);

    [Fact]
    public async Task AttachmentThatIsNotTheOneConfirmed_Sent_IsRefused()
    {
        var mail = Reminder();
        var altered = mail.Attachments[0] with { Content = new byte[] { 1, 2, 3 } };
        await RefusedAsync(mail with { Attachments = [altered] }, "invoice.pdf is not the file that was confirmed; nothing was sent. Ask for it anew.");
    }

    [Theory]
    [InlineData("Rechnung\r\nBcc: thief@elsewhere.example")]
    [InlineData("Rechnung\nX: y")]
    [InlineData("Rechnung\u2028X: y")]
    [InlineData("")]
    public async Task SubjectThatWouldBeginAnotherHeader_Sent_IsRefused(string subject) =>
        await RefusedAsync(Reminder() with { Subject = subject }, "The subject is empty or has a line break; nothing was sent. Correct it and ask for it anew.");

    [Theory]
    [InlineData("Anna", "anna@adler.example\r\nBcc: thief@elsewhere.example")]
    [InlineData("Anna\r\nBcc: thief@elsewhere.example", "anna@adler.example")]
    [InlineData("Anna", "anna@adler.example, thief@elsewhere.example")]
    [InlineData("Anna", "anna@adler.example> RCPT TO:<thief@elsewhere.example")]
    [InlineData("Anna", "änna@adler.example")]
    public async Task RecipientThatIsNoAddress_Sent_IsRefused(string name, string email) => await RefusedAsync(Reminder() with { To = [new Recipient(name, email)] }, "nothing was sent.");

    [Theory]
    [InlineData("../../evil.sh", "text/plain")]
    [InlineData("a\r\nX: y.pdf", "text/plain")]
    [InlineData("a.pdf", "no type at all; x\r\n")]
    public async Task AttachmentThatNoMailCanCarry_Sent_IsRefused(string name, string mediaType) =>
        await RefusedAsync(Reminder() with { Attachments = [FrozenAttachment.Of(name, mediaType, new byte[] { 1 })] }, "An attachment has a name or a kind that no mail can carry");

    [Fact]
    public async Task InvoiceChangedMeanwhile_Sent_IsNotRemindedOf()
    {
        var mail = Reminder();
        await _own.ChangeAsync(async context => (await context.Invoices.SingleAsync(row => row.Id == new Id<Invoice>(mail.Invoices[0].Key), TestContext.Current.CancellationToken)).RemindersOff = true);
        await RefusedAsync(mail, $"{mail.Invoices[0].Document} was changed since this was proposed; nothing was done.");
    }

    [Fact]
    public async Task OrderConfirmation_Sent_IsNoLetterAboutMoney()
    {
        var logs = await _own.ReadAsync(context => context.ContactLogs.CountAsync(TestContext.Current.CancellationToken));
        var result = Assert.Single(await (await ConfirmAsync(Reminder() with { Purpose = MailPurpose.OrderConfirmation, Level = null, Invoices = [] })).RunAsync());

        Assert.Equal(ExecutionEnd.Done, result.End);
        Assert.Equal(logs, await _own.ReadAsync(context => context.ContactLogs.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static string Utf8(MimePart part) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(part.Text()));

    private SendMail Reminder()
    {
        var invoice = sample.Records.Invoices.First(row => row.OpenMinor > 0 && sample.Records.Customers.Single(customer => customer.Id == row.CustomerId).Name == "Kaufhaus Adler");
        return new SendMail(
            Target.Of(sample.Records.Customers.Single(row => row.Id == invoice.CustomerId)), [new Recipient("Anna Vogt", "anna@adler.example")], "Ihre offene Rechnung",
            "Guten Tag,\n\n| Rechnung | Betrag |\n|---|---|\n| INV-1 | 12,00 € |\n\n.ein Punkt am Anfang\nMit freundlichen Grüßen\nGrüße", Language.De, MailPurpose.Reminder, ReminderLevel.Firm,
            [Target.Of(invoice) with { Version = 1 }], [FrozenAttachment.Of("invoice.pdf", "application/pdf", new byte[] { 0, 255, 13, 10, 46, 10 })]);
    }

    private Invoice Records(SendMail mail) => sample.Records.Invoices.Single(row => row.Id == new Id<Invoice>(mail.Invoices[0].Key));

    private Task<Invoice> InvoiceAsync(SendMail mail) => _own.ReadAsync(context => context.Invoices.AsNoTracking().SingleAsync(row => row.Id == new Id<Invoice>(mail.Invoices[0].Key), TestContext.Current.CancellationToken));

    private Task<Confirmed> ConfirmAsync(SendMail mail) =>
        Confirmed.StoreAsync(_own.Store, MailExecutors.All(_own.Store, new MailOptions()), new Proposal("Mail", "Mail", [mail], [Basis.Of("mail", "", [])]), "hannah.price");

    private FileInfo[] Files() => new DirectoryInfo(Path.Combine(_own.Folder.FullName, "outbox-mail")) is { Exists: true } folder ? folder.GetFiles("*", SearchOption.AllDirectories) : [];

    private async Task RefusedAsync(SendMail mail, string sentence)
    {
        var result = Assert.Single(await (await ConfirmAsync(mail)).RunAsync());

        Assert.Equal(ExecutionEnd.Failed, result.End);
        Assert.Contains(sentence, result.Receipt, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    private Task BlockNotesAsync(bool block) => _own.ChangeAsync(context => context.Database.ExecuteSqlRawAsync(
        block ? "CREATE TRIGGER blocked BEFORE INSERT ON ContactLogs BEGIN SELECT RAISE(ABORT, 'the disk is full'); END" : "DROP TRIGGER blocked", TestContext.Current.CancellationToken));
}
