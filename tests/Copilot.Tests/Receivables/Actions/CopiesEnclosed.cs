using System.Text;
using Copilot.Connectors.Documents;
using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Host;
using Copilot.Tests.Support;
using Microsoft.Extensions.AI;

namespace Copilot.Tests.Receivables.Actions;

/// <summary>Originals of invoices that go along, and what goes along where there is none.</summary>
public sealed class CopiesEnclosed(SampleFixture sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OriginalsOfSome_Reminding_GoAlongAndTheOthersGoLineByLine()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var found = (await own.RemindableAsync()).First(mail => mail.Invoices.Count > 2);
        var (with, odd, without) = (found.Invoices[0].Document, found.Invoices[1].Document, found.Invoices.Skip(2).Select(target => target.Document).ToList());
        Drop(own, with, "%PDF-1.7 the original");
        Drop(own, odd, "a text");

        var proposal = await ProposeAsync(own, "draft_reminder", ("customer", new Id<Customer>(found.Customer.Key)), ("language", Language.En));
        var mail = (SendMail)proposal.Effects.Single();
        var lines = mail.Sheets()["Lines"];

        Assert.Equal([with + ".pdf"], mail.Attachments.Where(file => file.MediaType == "application/pdf").Select(file => file.Name));
        Assert.Equal("%PDF-1.7 the original", Encoding.UTF8.GetString(mail.Attachments[0].Content.Span));
        Assert.Contains($"A copy of invoice {with} is attached.", mail.Body, StringComparison.Ordinal);
        Assert.Equal(
            sample.Records.InvoiceLines.Where(row => sample.Records.Invoices.Any(invoice => invoice.Id == row.InvoiceId && (without.Contains(invoice.Number) || invoice.Number == odd))).Sum(row => row.AmountMinor),
            lines.Skip(1).Sum(row => (long)(decimal.Parse(row[lines[0].ToList().IndexOf("Amount")], System.Globalization.CultureInfo.InvariantCulture) * 100)));
        Assert.DoesNotContain(lines, row => row[0] == with);
        Assert.Contains(proposal.Remarks, remark => remark.Text.StartsWith($"The original of {odd} is left out: the file is no PDF", StringComparison.Ordinal) && remark.Tone == Tone.Warning);
        Assert.Contains(proposal.Remarks, remark => remark.Text.StartsWith("No original of ", StringComparison.Ordinal) && remark.Text.Contains(without[0], StringComparison.Ordinal) && remark.Text.Contains("is at hand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OriginalReplaced_AfterTheProposal_LeavesTheFrozenFile()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var found = (await own.RemindableAsync())[0];
        Drop(own, found.Invoices[0].Document, "%PDF-1.7 first");
        var proposal = await ProposeAsync(own, "draft_reminder", ("customer", new Id<Customer>(found.Customer.Key)));
        Drop(own, found.Invoices[0].Document, "%PDF-1.7 second");
        var kept = (SendMail)EffectJson.Read(EffectJson.Write(proposal)).Effects.Single();

        Assert.True(kept.Attachments[0].Intact());
        Assert.Equal("%PDF-1.7 first", Encoding.UTF8.GetString(kept.Attachments[0].Content.Span));
    }

    [Fact]
    public async Task InvoiceWithAnOriginal_SentAgain_IsACopyAndWithoutOneIsNot()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var invoice = sample.Records.Invoices.First(row => row.Number == (sample.Records.Invoices.First(found => sample.Records.Customers.Any(customer => customer.Id == found.CustomerId && customer is { Language: Language.En, CollectionFlag: CollectionFlag.None, Channel: Channel.Wholesale })).Number));
        var without = await ProposeAsync(own, "send_copy", ("invoice", invoice.Id));
        Drop(own, invoice.Number, "");
        var empty = await ProposeAsync(own, "send_copy", ("invoice", invoice.Id));
        Drop(own, invoice.Number, "%PDF-1.7 it");
        var with = await ProposeAsync(own, "send_copy", ("invoice", invoice.Id));
        var (details, copy) = ((SendMail)without.Effects.Single(), (SendMail)with.Effects.Single());

        Assert.Equal(($"Details of invoice {invoice.Number} from Lumen & Linden", $"Copy of invoice {invoice.Number} from Lumen & Linden"), (details.Subject, copy.Subject));
        Assert.DoesNotContain("copy", details.Subject + details.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("please find attached a copy of our invoice", copy.Body, StringComparison.Ordinal);
        Assert.Equal([invoice.Number + ".pdf"], copy.Attachments.Select(file => file.Name).Except(details.Attachments.Select(file => file.Name)));
        Assert.DoesNotContain(without.Remarks, remark => remark.Text.Contains("original", StringComparison.Ordinal));
        Assert.Contains(empty.Remarks, remark => remark.Text == $"The original of {invoice.Number} is left out: the file is empty.");
        Assert.Equal(EffectJson.Write(without with { Remarks = [] }), EffectJson.Write(empty with { Remarks = [] }));
    }

    [Fact]
    public async Task Sample_LaidOut_HasOriginalsOfInvoicesThatAReminderIsAbout()
    {
        using var folder = new TemporaryFolder();
        await SampleOriginals.WriteAsync(folder.Path.CreateSubdirectory("invoices"), sample.Records, Token);
        var chosen = SampleOriginals.Chosen(sample.Records).ToList();
        await File.WriteAllTextAsync(folder.File("invoices/theirs.pdf"), "%PDF-1.4 theirs", Token);
        await SampleOriginals.WriteAsync(folder.Path.CreateSubdirectory("invoices"), sample.Records, Token);

        Assert.Equal(chosen.Select(row => row.Invoice.Number + ".pdf").Append("theirs.pdf").Order(StringComparer.Ordinal), folder.Path.CreateSubdirectory("invoices").EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal((3, 3), (chosen.Count, chosen.Select(row => row.Customer.Id).Distinct().Count()));
        Assert.Equal([Language.En, Language.De], chosen.Take(2).Select(row => row.Customer.Language));
        foreach (var (_, invoice) in chosen)
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(folder.File($"invoices/{invoice.Number}.pdf"), Token));
            Assert.All(new[] { "(Sample)", $"(Invoice {invoice.Number})", $"{invoice.IssuedOn:yyyy-MM-dd}", $"{new Money(invoice.AmountMinor, invoice.Currency)}" }, part => Assert.Contains(part, text, StringComparison.Ordinal));

            // every place that the table names is where that object begins
            var table = text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1;
            Assert.EndsWith($"startxref\n{table}\n%%EOF\n", text, StringComparison.Ordinal);
            var places = text[table..].Split('\n').Where(line => line.EndsWith(" n ", StringComparison.Ordinal)).Select((line, at) => (Object: at + 1, Place: int.Parse(line[..10], System.Globalization.CultureInfo.InvariantCulture))).ToList();
            Assert.Equal(5, places.Count);
            Assert.All(places, row => Assert.StartsWith($"{row.Object} 0 obj\n", text[row.Place..], StringComparison.Ordinal));
        }
    }

    private static void Drop(OwnSample own, string number, string content) => File.WriteAllText(Path.Combine(own.Folder.CreateSubdirectory("invoices").FullName, number.ToLowerInvariant() + ".pdf"), content);

    private static async Task<Proposal> ProposeAsync(OwnSample own, string action, params (string Name, object? Value)[] arguments)
    {
        await using var turn = await own.AskAsync(Books.Collector);
        var context = turn.Context with { Originals = new DocumentOptions().Open(own.Folder) };
        var function = PluginList.All.SelectMany(plugin => plugin.Tools).Single(tool => tool.Name == "receivables_" + action).Bind!(context);
        var result = (Result<Proposal>)(await function.InvokeAsync(new AIFunctionArguments(arguments.ToDictionary(argument => argument.Name, argument => argument.Value)), Token))!;
        Assert.True(result.Ok, result.Fault?.ToString());
        return result.Value;
    }
}
