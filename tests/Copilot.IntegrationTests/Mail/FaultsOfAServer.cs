using Copilot.Connectors.Mail;
using Copilot.Gate;
using Copilot.IntegrationTests.Support;

namespace Copilot.IntegrationTests.Mail;

/// <summary>A mail server that refuses, or leaves, at every step of the conversation.</summary>
public sealed class FaultsOfAServer(SqliteSource source) : IClassFixture<SqliteSource>
{
    private const string Left = "";

    [Theory]

    // it left without an answer: nobody knows
    [InlineData("greeting", Left, ExecutionEnd.Unknown, 0)]
    [InlineData("EHLO", Left, ExecutionEnd.Unknown, 0)]
    [InlineData("MAIL", Left, ExecutionEnd.Unknown, 0)]
    [InlineData("RCPT anna@adler.example", Left, ExecutionEnd.Unknown, 0)]
    [InlineData("RCPT ben@adler.example", Left, ExecutionEnd.Unknown, 0)]
    [InlineData("DATA", Left, ExecutionEnd.Unknown, 0)]
    [InlineData("content", Left, ExecutionEnd.Unknown, 0)]
    [InlineData("dot", Left, ExecutionEnd.Unknown, 1)]

    // it refused in so many words: nothing was sent
    [InlineData("greeting", "554 no service for you", ExecutionEnd.Failed, 0)]
    [InlineData("greeting", "421 too busy", ExecutionEnd.Failed, 0)]
    [InlineData("MAIL", "550 5.7.1 sender rejected", ExecutionEnd.Failed, 0)]
    [InlineData("MAIL", "451 4.7.1 greylisted", ExecutionEnd.Failed, 0)]
    [InlineData("RCPT", "550 5.1.1 no such user", ExecutionEnd.Failed, 0)]
    [InlineData("RCPT", "450 4.2.1 mailbox busy", ExecutionEnd.Failed, 0)]
    [InlineData("RCPT", "421 4.3.2 going down", ExecutionEnd.Failed, 0)]
    [InlineData("DATA", "554 5.5.1 no valid recipients", ExecutionEnd.Failed, 0)]
    [InlineData("DATA", "451 4.3.0 try later", ExecutionEnd.Failed, 0)]
    [InlineData("dot", "554 5.6.0 looks like spam", ExecutionEnd.Failed, 1)]
    [InlineData("dot", "552 5.3.4 too large", ExecutionEnd.Failed, 1)]
    [InlineData("dot", "452 4.3.1 out of storage", ExecutionEnd.Failed, 1)]
    [InlineData("dot", "421 4.3.2 going down", ExecutionEnd.Failed, 1)]

    // an answer that is none
    [InlineData("greeting", "hello there", ExecutionEnd.Unknown, 0)]
    [InlineData("dot", "what?", ExecutionEnd.Unknown, 1)]

    // it took the mail; what it says or does afterwards changes nothing
    [InlineData("QUIT", Left, ExecutionEnd.Done, 1)]
    [InlineData("QUIT", "500 what?", ExecutionEnd.Done, 1)]
    [InlineData("none", "", ExecutionEnd.Done, 1)]
    public async Task Server_ThatRefusesOrLeaves_LeavesTheRightEndAndNeverASecondMail(string step, string answer, ExecutionEnd expected, int handed)
    {
        await using var server = new ScriptedServer(at => at == step || at.Split(' ')[0] == step ? answer : null);
        await using var company = await MailCompany.OpenAsync(source);
        var confirmed = await company.ConfirmAsync(Options(server.Port));
        var result = await confirmed.RunAsync(1);

        Assert.True(expected == result.End, $"{result.End}: {result.Receipt}");
        Assert.Equal(handed, server.Handed);
        Assert.DoesNotContain('\n', result.Receipt);
        var done = expected == ExecutionEnd.Done;
        Assert.Equal((done ? 1 : 0, done ? 1 : 0, done), await company.NotesAsync(confirmed));

        // looking again and asking again send nothing
        Assert.Equal(done ? ExecutionEnd.Done : ExecutionEnd.Unknown, (await confirmed.ReadBackAsync(1)).End);
        Assert.False(await company.MayRunAgainAsync(confirmed));
        Assert.Equal(handed, server.Handed);
        if (expected == ExecutionEnd.Unknown)
        {
            Assert.Contains($"settle P-{confirmed.Id}/1 as done", result.Receipt, StringComparison.Ordinal);
        }
        else if (expected == ExecutionEnd.Failed)
        {
            Assert.Contains(answer.Split(' ', 2)[0], result.Receipt, StringComparison.Ordinal);
            Assert.Contains("Nothing was sent", result.Receipt, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("550 5.1.1 no such user")]
    [InlineData("450 4.2.1 mailbox busy")]
    public async Task OneRecipientRefused_TheOtherTaken_IsDoneAndSaysWhoGotNothing(string answer)
    {
        await using var server = new ScriptedServer(at => at == "RCPT ben@adler.example" ? answer : null);
        await using var company = await MailCompany.OpenAsync(source);
        var confirmed = await company.ConfirmAsync(Options(server.Port));
        var result = await confirmed.RunAsync(1);

        Assert.Equal(ExecutionEnd.Done, result.End);
        Assert.Contains("Refused were ben@adler.example: " + answer[..3], result.Receipt, StringComparison.Ordinal);
        Assert.Contains("they got nothing", result.Receipt, StringComparison.Ordinal);
        Assert.Equal(1, server.Handed);
        Assert.Equal((1, 1, true), await company.NotesAsync(confirmed));
    }

    [Fact]
    public async Task ServerThatFallsSilent_Sent_IsUnknownAfterTheTime()
    {
        await using var server = new ScriptedServer(at => at == "dot" ? "silence" : null);
        await using var company = await MailCompany.OpenAsync(source);
        var options = Options(server.Port);
        options.TimeoutSeconds = 5;
        var result = await (await company.ConfirmAsync(options)).RunAsync(1);

        Assert.Equal(ExecutionEnd.Unknown, result.End);
        Assert.Contains("it may have been sent", result.Receipt, StringComparison.Ordinal);
        Assert.Equal(1, server.Handed);
    }

    [Fact]
    public async Task ServerThatIsNotThere_Sent_FailsForCertain()
    {
        int port;
        await using (var server = new ScriptedServer(_ => null))
        {
            port = server.Port;
        }

        await using var company = await MailCompany.OpenAsync(source);
        var result = await (await company.ConfirmAsync(Options(port))).RunAsync(1);

        Assert.Equal(ExecutionEnd.Failed, result.End);
        Assert.StartsWith("The mail server 127.0.0.1 could not be reached (ConnectionRefused); nothing was sent.", result.Receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerWithoutStartTls_ThatMustBeSecure_IsRefusedBeforeAnythingIsSaid()
    {
        await using var server = new ScriptedServer(_ => null);
        await using var company = await MailCompany.OpenAsync(source);
        var options = Options(server.Port);
        options.StartTls = true;
        var result = await (await company.ConfirmAsync(options)).RunAsync(1);

        Assert.Equal((ExecutionEnd.Failed, "127.0.0.1 offers no secure connection (STARTTLS); nothing was sent. Have the administrator look at Copilot:Mail."), (result.End, result.Receipt));
        Assert.DoesNotContain("MAIL", server.Steps);
    }

    [Fact]
    public async Task RecordsThatDoNotTakeWhatWasSent_Sent_SaysThatItWentAndLeavesItToAPerson()
    {
        await using var server = new ScriptedServer(_ => null);
        await using var company = await MailCompany.OpenAsync(source);
        await company.BlockNotesAsync();
        var confirmed = await company.ConfirmAsync(Options(server.Port));
        var result = await confirmed.RunAsync(1);

        Assert.Equal(ExecutionEnd.Unknown, result.End);
        Assert.StartsWith("The mail to Kaufhaus Adler is sent to anna@adler.example, ben@adler.example. That it went could not be noted in the records", result.Receipt, StringComparison.Ordinal);
        Assert.Equal((0, 0, false), await company.NotesAsync(confirmed));
        Assert.Equal(ExecutionEnd.Unknown, (await confirmed.ReadBackAsync(1)).End);
        Assert.False(await company.MayRunAgainAsync(confirmed));
        Assert.Equal(1, server.Handed);
    }

    [Fact]
    public async Task NoServerSetUp_Sent_FailsAndSaysWhatToSet()
    {
        await using var company = await MailCompany.OpenAsync(source);
        var result = await (await company.ConfirmAsync(new MailOptions())).RunAsync(1);

        Assert.Equal((ExecutionEnd.Failed, "No mail server is set up, so nothing was sent. Have the administrator set Copilot:Mail:Host and Copilot:Mail:From."), (result.End, result.Receipt));
    }

    private static MailOptions Options(int port) => new() { Host = "127.0.0.1", Port = port, StartTls = false, From = "accounts@company.example" };
}
