using System.Text;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <summary>What the files themselves hold, byte by byte: of what people write never its text, and of somebody who was erased nothing that opens it.</summary>
public sealed class FilesOfSomebodyErased(SqliteSource source) : IClassFixture<SqliteSource>
{
    private const string Contact = "quintessa.vell@maple.example";
    private const string Secret = "zaubernuss";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TextOfPeople_WhereverItIsKept_StandsInNoFile()
    {
        var options = await source.MigratedAsync();
        await using (var bench = await GateBench.OpenAsync(options))
        {
            await LiveAsync(bench);
        }

        Assert.All([Secret, Contact[..8], "Please pay"], text => Assert.Equal(0, Count(options, text, keys: false)));

        // the same search finds what is there: the key of the contact stands by their address until it is destroyed
        Assert.NotEqual(0, Count(options, "contact:" + Contact, keys: true));
        Assert.NotEqual(0, Count(options, "person:hannah", keys: true));
    }

    [Fact]
    public async Task PeopleErased_InTheFiles_LeaveNeitherNameNorKey()
    {
        var options = await source.MigratedAsync();
        byte[][] keys;
        await using (var bench = await GateBench.OpenAsync(options))
        {
            await LiveAsync(bench);
            await using (var context = bench.Store.Copilot())
            {
                keys = await context.PersonKeys.Where(row => row.Subject == "person:hannah" || row.Subject == "contact:" + Contact).Select(row => row.Secret).ToArrayAsync(Stop);
            }

            Assert.Equal(2, keys.Length);
            Assert.All(keys, key => Assert.NotEqual(0, Count(options, key)));
            var report = await new PersonEraser(bench.Store, bench.Clock).EraseAsync(ErasureTerms.Of(["hannah", Contact, "Quintessa Vell"]).Value, "victor", really: true, Stop);
            Assert.True(report.Ok, report.Fault?.ToString());

            // while the host still runs, and without anything of it being closed
            Assert.All(keys, key => Assert.Equal(0, Count(options, key)));
        }

        Assert.All(["hannah", Contact, "Quintessa", Secret], text => Assert.Equal(0, Count(options, text, keys: true)));
    }

    private static async Task LiveAsync(GateBench bench)
    {
        await bench.ChangeCompanyAsync(new Contact { Id = new Id<Contact>(9), CustomerId = new Id<Customer>(1), Name = "Quintessa Vell", Email = Contact });
        await using var messages = new MessageStore(bench.Store);
        await messages.Uploads.KeepAsync(new KeptFile("u1", "directline:1", "hannah", "note.txt", "text/plain", Encoding.UTF8.GetBytes(Secret)), Stop);
        var asked = (await messages.TakeAsync(new IncomingMessage("directline:1", "a", "hannah", $"remind Quintessa Vell of {Secret}", $"echo {Secret}", Said: true), Stop))!;
        var number = (await bench.ProposeAsync(GateBench.Of(new SendMail(GateBench.Maple, [new Recipient("Quintessa Vell", Contact)], Secret, $"Please pay, Quintessa. {Secret}", Language.En, MailPurpose.Reminder, ReminderLevel.Friendly, [], []), GateBench.Note(Secret)))).Number;
        await messages.FinishAsync(asked, new FinishedMessage("proposal", "test", $"{{\"note\":\"{Secret}\"}}", Secret, Secret, [new OutgoingMessage(Secret, null), new OutgoingMessage(Secret, "https://channel.example/")], "embedded 1"), Stop);
        await messages.SayAsync("directline:1", "hannah", new OutgoingMessage(Secret, null), Stop);
        bench.Mails.Answer = _ => ExecutionResult.Done($"Sent to {Contact}: {Secret}", []);
        await bench.ConfirmAsync(number);
        await bench.Gate.RunAsync(number, Stop);
        var rejected = (await bench.ProposeAsync(GateBench.Call(Secret + " again"))).Number;
        await bench.DecideAsync(rejected, "hannah", new DecisionChoice.Reject(Secret));
        await new KillSwitch(bench.Store, bench.Clock).SetAsync($"victor: {Secret} for Quintessa Vell", "victor", Stop);
    }

    // "keys: false" looks past the table of keys, which knows addresses until they are erased
    private static int Count(StoreOptions options, string text, bool keys) =>
        new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')[..^1]) }.Sum(bytes => Count(options, bytes))
        - (keys ? 0 : Count(options, Encoding.UTF8.GetBytes("contact:" + text)));

    private static int Count(StoreOptions options, byte[] bytes)
    {
        var found = 0;
        foreach (var file in options.DataFolder.EnumerateFiles("copilot.db*"))
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            for (var rest = content.AsSpan(); rest.IndexOf(bytes) is var at and >= 0; rest = rest[(at + 1)..])
            {
                found++;
            }
        }

        return found;
    }
}
