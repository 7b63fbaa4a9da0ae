using System.Text;
using Copilot.Connectors.Mail;
using Copilot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Mail;

public sealed class Bounces
{
    private const string Report = """
        Return-Path: <>
        From: Mail Delivery Subsystem <MAILER-DAEMON@mx.adler.example>
        To: accounts@company.example
        Subject: Undelivered Mail Returned to Sender
        Date: Fri, 20 Nov 2026 11:02:03 +0100
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="=_b1/mx.adler.example"

        This is a MIME-encapsulated message.

        --=_b1/mx.adler.example
        Content-Type: text/plain; charset=us-ascii

        Action: failed is what this text says, and it is no report.

        --=_b1/mx.adler.example
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.adler.example
        Arrival-Date: Fri, 20 Nov 2026 11:02:01 +0100

        Final-Recipient: rfc822; anna@adler.example
        Original-Recipient: rfc822;Anna@adler.example
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; inner.adler.example
        Diagnostic-Code: smtp; 550 5.1.1 <anna@adler.example>: Recipient
          address rejected: User unknown

        Final-Recipient: rfc822; ben@adler.example
        Action: delayed
        Status: 4.2.2

        --=_b1/mx.adler.example
        Content-Type: text/rfc822-headers
        Content-Transfer-Encoding: {0}

        {1}
        --=_b1/mx.adler.example--
        """;

    private const string Returned = "From: accounts@company.example\nSubject: Reminder\nMessage-ID:\n <P-1042.2@company.example>\n";

    [Theory]
    [InlineData("7bit")]
    [InlineData("base64")]
    [InlineData("quoted-printable")]
    public async Task Report_DroppedIntoTheFolder_IsMatchedToTheKeyOfItsMail(string encoding)
    {
        var returned = encoding switch { "base64" => Convert.ToBase64String(Encoding.ASCII.GetBytes(Returned)), "quoted-printable" => Returned.Replace("@", "=40", StringComparison.Ordinal), _ => Returned };
        var box = await DropAsync(("b1.eml", Of(encoding, returned)));

        var bounce = Assert.Single(box.Read);
        Assert.Empty(box.Unread);
        Assert.Equal(("b1.eml", "<P-1042.2@company.example>", "P-1042/2", new DateTimeOffset(2026, 11, 20, 11, 2, 3, TimeSpan.FromHours(1))), (bounce.File, bounce.MessageId, bounce.Key, bounce.At));
        Assert.Equal(
            [new BouncedRecipient("Anna@adler.example", "failed", "5.1.1", "550 5.1.1 <anna@adler.example>: Recipient address rejected: User unknown"), new BouncedRecipient("ben@adler.example", "delayed", "4.2.2", "")],
            bounce.Recipients);
        Assert.Equal([true, false], bounce.Recipients.Select(recipient => recipient.Lost));
    }

    [Fact]
    public async Task ReportOfAnothersMail_Read_HasNoKey() =>
        Assert.Null(Assert.Single((await DropAsync(("x.eml", Of("7bit", "Message-ID: <abc@else.example>\n")))).Read).Key);

    [Theory]
    [InlineData("")]
    [InlineData("Subject: out of office\n\nI am away, Action: failed")]
    [InlineData("Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n--b--")]
    [InlineData("Content-Type: multipart/report; boundary=\n\n--\n")]
    public async Task FileThatIsNoReport_Read_IsNamed(string text)
    {
        var box = await DropAsync(("a.eml", text), ("notes.txt", "nothing"));

        Assert.Empty(box.Read);
        Assert.Equal([("a.eml", "it is no delivery status notification")], box.Unread);
    }

    [Fact]
    public async Task FileTooLarge_Read_IsNamedAndNotOpened() => Assert.Contains("are the most", Assert.Single((await DropAsync(("a.eml", new string('x', 2_000_001)))).Unread).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task FolderThatIsNotThere_Read_HoldsNone()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((0, 0), (await BounceReader.ReadAsync(new DirectoryInfo(Path.Combine(folder.Path.FullName, "none")), TestContext.Current.CancellationToken)) is var box ? (box.Read.Count, box.Unread.Count) : default);
    }

    [Fact]
    public void AnyBytes_Read_NeverThrow() => Prop.ForAll(
        Gen.Elements("Content-Type: multipart/report; boundary=b\n", "\n", "--b\n", "--b--\n", "Content-Type: message/delivery-status\n", "Final-Recipient: rfc822;", "Content-Type: multipart/mixed; boundary=\"b", "x", "\r", "\0", "=", "Content-Transfer-Encoding: base64\n", "äöü", ": \n", "\t folded\n")
            .ListOf(30).Select(pieces => string.Concat(pieces)).ToArbitrary(),
        text =>
        {
            _ = BounceReader.Of("x.eml", Encoding.Latin1.GetBytes(text));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string Of(string encoding, string returned) => Report.Replace("{0}", encoding, StringComparison.Ordinal).Replace("{1}", returned, StringComparison.Ordinal);

    private static async Task<BounceBox> DropAsync(params (string Name, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        var drop = folder.Path.CreateSubdirectory("bounces");
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(drop.FullName, name), text, TestContext.Current.CancellationToken);
        }

        return await BounceReader.ReadAsync(drop, TestContext.Current.CancellationToken);
    }
}
