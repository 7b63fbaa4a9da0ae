using Copilot.BrowserTests.Support;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host.Operating;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The exported ledger checks itself in a browser, from the file alone.</summary>
public sealed class LedgerOnAPage(Room room) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-ledger-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LedgerExported_OpenedFromTheFile_SaysThatAllEntriesAreAsWritten()
    {
        var (file, head) = await ExportAsync();
        await using var visit = await room.OpenAsync();

        await visit.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync($"All 4 entries are as they were written. Head {head}");
        await visit.PictureAsync("ledger");

        await visit.Page.Locator("#about").FillAsync("P-1/1");
        await Expect(visit.Page.Locator("#rows tr")).ToHaveCountAsync(1);
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
    }

    [Theory]
    [InlineData("receivables_log_call", "receivables_log_cold", "entry 2 was altered")]
    [InlineData("\"sequence\":3", "\"sequence\":4", "entry 3 is missing")]
    [InlineData("\"at\":", "\"at\":1", "entry 1 was altered")]
    public async Task LedgerAltered_OpenedFromTheFile_SaysWhere(string from, string to, string verdict)
    {
        var (file, _) = await ExportAsync();
        var text = await File.ReadAllTextAsync(file, Stop);
        var place = text.IndexOf(from, text.IndexOf("id=\"entries\"", StringComparison.Ordinal), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text[..place] + to + text[(place + from.Length)..], Stop);
        await using var visit = await room.OpenAsync();

        await visit.Page.GotoAsync(new Uri(file).AbsoluteUri);

        await Expect(visit.Page.Locator("#verdict")).ToContainTextAsync(verdict);
    }

    [Fact]
    public async Task ActionExportedWithItsWords_OpenedFromTheFile_ShowsThemCheckedAgainstTheLedger()
    {
        await using var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder }, TimeProvider.System, Stop)).Value;
        await using (var messages = new MessageStore(store))
        {
            var asked = (await messages.TakeAsync(new IncomingMessage("directline:1", "a", "hannah.price", "who owes us <b>most</b>?", Said: true), Stop))!;
            await messages.FinishAsync(asked, new FinishedMessage("answer", "receivables_overdue", "{}", null, null, [new OutgoingMessage("ENTRIES of </script> Adler", null)], "embedded 1"), Stop);
        }

        var action = await new PastActions(store, PolicyBook.Read(PolicyBook.Default(), "policy.yaml", null).Value, TimeProvider.System).FindAsync("q-1", Stop);
        var file = new FileInfo(Path.Combine(_folder.FullName, "action.html"));
        Assert.Equal(3, await LedgerExport.WriteAsync(new Ledger(store, TimeProvider.System), action, file, Stop));
        await using var visit = await room.OpenAsync();

        await visit.Page.GotoAsync(new Uri(file.FullName).AbsoluteUri);
        await Expect(visit.Page.Locator("#words tr")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator("#words")).ToContainTextAsync("who owes us <b>most</b>?");
        await Expect(visit.Page.Locator("#words td.broken")).ToHaveCountAsync(0);
        await visit.PictureAsync("action");
        Assert.Empty(await Axe.FindingsAsync(visit.Page));

        // other words under the same hash are seen through
        var page = await File.ReadAllTextAsync(file.FullName, Stop);
        var bytes = action!.Texts[0].Salted!;
        var other = (byte[])bytes.Clone();
        other[^2] = (byte)'s';
        await File.WriteAllTextAsync(file.FullName, page.Replace(System.Text.Json.JsonSerializer.Serialize(Convert.ToBase64String(bytes)), System.Text.Json.JsonSerializer.Serialize(Convert.ToBase64String(other)), StringComparison.Ordinal), Stop);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("#words td.broken")).ToHaveTextAsync("not what the ledger names");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(string File, string Head)> ExportAsync()
    {
        await using var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder }, TimeProvider.System, Stop)).Value;
        var ledger = new Ledger(store, TimeProvider.System);
        await ledger.AppendAsync("policy", "olivia.grant", "policy.yaml", new { text = "Ünïcödé 😀 \"quoted\"\n" }, Stop);
        await ledger.AppendAsync("proposed", "hannah.price", "P-1", new { tool = "receivables_log_call", note = "</script><b onload=alert(1)>&amp;" }, Stop);
        await ledger.AppendAsync("confirmed", "hannah.price", "P-1", new { }, Stop);
        await ledger.AppendAsync("done", "hannah.price", "P-1/1", new { receipt = 12 }, Stop);
        var file = new FileInfo(Path.Combine(_folder.FullName, "ledger.html"));
        Assert.Equal(4, await LedgerExport.WriteAsync(ledger, null, file, Stop));
        return (file.FullName, (await ledger.VerifyAsync(Stop)).Head);
    }
}
