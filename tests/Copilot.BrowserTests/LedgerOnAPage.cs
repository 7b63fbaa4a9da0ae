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
    [InlineData("hannah.price", "hannah.prica", "entry 2 was altered")]
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
        Assert.Equal(4, await LedgerExport.WriteAsync(ledger, file, Stop));
        return (file.FullName, (await ledger.VerifyAsync(Stop)).Head);
    }
}
