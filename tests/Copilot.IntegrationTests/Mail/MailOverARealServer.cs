using System.Net;
using System.Net.Security;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Connectors.Mail;
using Copilot.Core;
using Copilot.Gate;
using Copilot.IntegrationTests.Support;

namespace Copilot.IntegrationTests.Mail;

/// <summary>Mail to a server that nobody here wrote.</summary>
public sealed class MailOverARealServer(SqliteSource source) : IClassFixture<SqliteSource>
{
    [Fact]
    public async Task Reminder_OverStartTlsWithAPassword_ArrivesAsItWasConfirmed()
    {
        await using var server = await MailServer.StartAsync(secure: true, account: true);
        await using var company = await MailCompany.OpenAsync(source);
        using var trust = new Trust(server);
        var confirmed = await company.ConfirmAsync(Options(server, secure: true));
        var result = await confirmed.RunAsync(1);

        Assert.True(result.End == ExecutionEnd.Done, result.Receipt);
        Assert.Equal("The mail to Kaufhaus Adler is sent to anna@adler.example, ben@adler.example.", result.Receipt);
        var taken = await server.NextAsync();
        Assert.Equal(("accounts@company.example", true, MailServer.Account), ((string)taken["from"]!, (bool)taken["secure"]!, (string)taken["user"]!));
        Assert.Equal(["anna@adler.example", "ben@adler.example"], taken["to"]!.AsArray().Select(node => (string)node!));
        var mail = MimePart.Read(Encoding.Latin1.GetString(Convert.FromBase64String((string)taken["data"]!)));
        Assert.Equal($"<P-{confirmed.Id}.1@company.example>", mail.Headers["message-id"]);
        Assert.Equal(company.Mail.Subject, Words(mail.Headers["subject"]));
        Assert.Contains("Anna Vögt", Words(mail.Headers["to"]), StringComparison.Ordinal);
        Assert.Contains("\"Company & Sons\" <accounts@company.example>", mail.Headers["from"], StringComparison.Ordinal);
        var parts = mail.All().ToList();
        Assert.Equal(company.Mail.Body, Utf8(parts.Single(part => part.Is("text/plain"))).ReplaceLineEndings("\n"));
        Assert.Contains("<td>123,45 €</td>", Utf8(parts.Single(part => part.Is("text/html"))), StringComparison.Ordinal);
        Assert.Equal(company.Mail.Attachments[0].Content.ToArray(), Encoding.Latin1.GetBytes(parts.Single(part => part.Is("application/pdf")).Text()));
        Assert.Contains(parts, part => Words(part.Headers.GetValueOrDefault("content-disposition") ?? "").Contains("Rechnung ü.pdf", StringComparison.Ordinal) || (part.Headers.GetValueOrDefault("content-disposition") ?? "").Contains("filename", StringComparison.Ordinal));

        // alternatives in the order of preference, HTML last
        Assert.True(parts.FindIndex(part => part.Is("text/plain")) < parts.FindIndex(part => part.Is("text/html")));
        Assert.Equal((1, 1, true), await company.NotesAsync(confirmed));
    }

    [Fact]
    public async Task SameKeyTwice_OverARealServer_ArrivesOnce()
    {
        await using var server = await MailServer.StartAsync(secure: false, account: false);
        await using var company = await MailCompany.OpenAsync(source);
        var confirmed = await company.ConfirmAsync(Options(server, secure: false));
        var first = await confirmed.RunAsync(1);
        var again = await confirmed.RunAgainAsync(1);

        Assert.Equal((ExecutionEnd.Done, first.Receipt), (again.End, again.Receipt));
        await server.NextAsync();
        Assert.Empty(await server.RestAsync());
        Assert.Equal((1, 1, true), await company.NotesAsync(confirmed));
    }

    [Fact]
    public async Task CertificateThatNobodyTrusts_Sent_FailsBeforeAnythingIsSaid()
    {
        await using var server = await MailServer.StartAsync(secure: true, account: true);
        await using var company = await MailCompany.OpenAsync(source);
        var result = await (await company.ConfirmAsync(Options(server, secure: true))).RunAsync(1);

        Assert.Equal(ExecutionEnd.Failed, result.End);
        Assert.StartsWith("No secure connection to 127.0.0.1 could be made, since its certificate is not trusted here; nothing was sent.", result.Receipt, StringComparison.Ordinal);
        Assert.Empty(await server.RestAsync());
    }

    [Fact]
    public async Task WrongPassword_Sent_FailsAndKeepsThePasswordToItself()
    {
        await using var server = await MailServer.StartAsync(secure: true, account: true);
        await using var company = await MailCompany.OpenAsync(source);
        using var trust = new Trust(server);
        var options = Options(server, secure: true);
        options.Password = "wrong-password-1";
        var result = await (await company.ConfirmAsync(options)).RunAsync(1);

        Assert.Equal(ExecutionEnd.Failed, result.End);
        Assert.DoesNotContain("wrong-password-1", result.Receipt, StringComparison.Ordinal);
        Assert.Empty(await server.RestAsync());
    }

    [Fact]
    public async Task OneRecipientUnknown_Sent_ReachesTheOtherAndSaysSo()
    {
        await using var server = await MailServer.StartAsync(secure: false, account: false, refuse: "ben@adler.example");
        await using var company = await MailCompany.OpenAsync(source);
        var result = await (await company.ConfirmAsync(Options(server, secure: false))).RunAsync(1);

        Assert.Equal(ExecutionEnd.Done, result.End);
        Assert.Contains("Refused were ben@adler.example: 550", result.Receipt, StringComparison.Ordinal);
        Assert.Equal(["anna@adler.example"], (await server.NextAsync())["to"]!.AsArray().Select(node => (string)node!));
    }

    [Fact]
    public async Task MailThatIsTooLarge_Sent_FailsWithTheServersWords()
    {
        await using var server = await MailServer.StartAsync(secure: false, account: false, size: 2000);
        await using var company = await MailCompany.OpenAsync(source);
        var confirmed = await company.ConfirmAsync(Options(server, secure: false));
        var result = await confirmed.RunAsync(1);

        Assert.Equal(ExecutionEnd.Failed, result.End);
        Assert.Contains("552", result.Receipt, StringComparison.Ordinal);
        Assert.Equal((0, 0, false), await company.NotesAsync(confirmed));
    }

    private static MailOptions Options(MailServer server, bool secure) => new()
    {
        Host = "127.0.0.1", Port = server.Port, StartTls = secure, From = "accounts@company.example", User = secure ? MailServer.Account : null, Password = secure ? MailServer.Secret : null,
    };

    private static string Utf8(MimePart part) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(part.Text()));

    /// <summary>RFC 2047 words in clear.</summary>
    private static string Words(string header) => System.Text.RegularExpressions.Regex.Replace(
        System.Text.RegularExpressions.Regex.Replace(header, @"\?=\s+=\?", "?==?"), @"=\?utf-8\?(B|Q)\?([^?]*)\?=",
        match => Encoding.UTF8.GetString(match.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(match.Groups[2].Value) : QuotedBytes(match.Groups[2].Value)), System.Text.RegularExpressions.RegexOptions.IgnoreCase);

    private static byte[] QuotedBytes(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text.Replace('_', ' '), "=([0-9A-Fa-f]{2})|(.)").Select(match => match.Groups[1].Success ? Convert.ToByte(match.Groups[1].Value, 16) : (byte)match.Groups[2].Value[0])];

    /// <summary>Trusts the certificate of one server, for as long as it is there. The mail client of the framework has no other place for it.</summary>
    private sealed class Trust : IDisposable
    {
#pragma warning disable SYSLIB0014, MA0039 // read by SmtpClient, and by nothing else here; it trusts one certificate of this test's own
        public Trust(MailServer server)
        {
            var trusted = server.Certificate.GetCertHashString();
            ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || certificate?.GetCertHashString() == trusted;
        }

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014, MA0039
    }
}
