using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Backup;

/// <summary>A backup shows both databases as they stood at one moment, whatever is written before, while and after it is made.</summary>
public sealed class BackupWhileOthersWrite(SampleFixture sample) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RecordsWrittenAllTheTime_BackedUpAndRestored_AreWholeAndEachHasItsLedgerEntry()
    {
        await using var busy = await BusyCompany.StartAsync(_folder.Path.CreateSubdirectory("data"), Stop);
        for (var round = 1; round <= 5; round++)
        {
            var archive = new FileInfo(_folder.File($"backup-{round}.zip"));
            var before = busy.Written;
            var written = await StoreBackup.WriteAsync(busy.Store, archive, replace: false, BackupProof.RehearseAsync, Stop);
            var after = busy.Written;

            Assert.True(written.Ok, written.Fault?.ToString());
            Assert.True(after > before, "nothing was written meanwhile, so that this proves nothing");
            await using var restored = await RestoreAsync(archive, $"restored-{round}");
            var (numbers, openMinor, unappliedMinor) = await FiguresAsync(restored);
            var entries = await SubjectsAsync(restored);
            Assert.InRange(numbers.Count, before, after);
            Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => $"INV-{n}").Order(StringComparer.Ordinal), numbers);
            Assert.Equal((numbers.Count * BusyCompany.AmountMinor, numbers.Count * BusyCompany.AmountMinor), (openMinor, unappliedMinor));
            Assert.Empty(numbers.Except(entries, StringComparer.Ordinal));
            Assert.InRange(entries.Count, numbers.Count, after + 1);
            Assert.Equal(written.Value.LedgerEntries, entries.Count);
            Assert.True((await new Ledger(restored, TimeProvider.System).VerifyAsync(Stop)).Ok);
        }

        await busy.StopAsync();
        Assert.True((await new Ledger(busy.Store, TimeProvider.System).VerifyAsync(Stop)).Ok);
    }

    [Fact]
    public async Task SampleCompany_BackedUpAndRestored_HasEveryRowAndTheSameFigures()
    {
        var archive = new FileInfo(_folder.File("sample.zip"));
        var written = await StoreBackup.WriteAsync(sample.Store, archive, replace: false, BackupProof.RehearseAsync, Stop);
        Assert.True(written.Ok, written.Fault?.ToString());

        await using var restored = await RestoreAsync(archive, "restored");

        Assert.Equal(await CountsAsync(sample.Store), await CountsAsync(restored));
        Assert.Equal(await AgingAsync(sample.Store), await AgingAsync(restored));
        Assert.Contains("Lumen & Linden", written.Value.Company, StringComparison.Ordinal);
        Assert.Equal(["restored", "sample.zip"], _folder.Path.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal));
        await using var writable = restored.Company();
        Assert.Equal("wal", await writable.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync(Stop));
    }

    private async Task<CompanyStore> RestoreAsync(FileInfo archive, string name)
    {
        var into = new DirectoryInfo(_folder.File(name));
        var staged = await StagedRestore.OpenAsync(archive, into, replace: false, Stop);
        Assert.True(staged.Ok, staged.Fault?.ToString());
        await using var unpacked = staged.Value;
        Assert.Null(await BackupProof.CheckAsync(unpacked, archive.Name, then: null, Stop));
        var placed = await unpacked.PlaceAsync(Stop);
        Assert.True(placed.Ok, placed.Fault?.ToString());
        return (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = into }, TimeProvider.System, Stop)).Value;
    }

    private static async Task<(List<string> Numbers, long OpenMinor, long UnappliedMinor)> FiguresAsync(CompanyStore store)
    {
        await using var context = store.Company();
        var numbers = await context.Invoices.AsNoTracking().Select(row => row.Number).ToListAsync(Stop);
        return ([.. numbers.Order(StringComparer.Ordinal)], await context.Invoices.SumAsync(row => row.OpenMinor, Stop), await context.Payments.SumAsync(row => row.UnappliedMinor, Stop));
    }

    private static async Task<List<string>> SubjectsAsync(CompanyStore store)
    {
        await using var context = store.Copilot();
        return await context.Ledger.AsNoTracking().Where(row => row.Kind == "effect").Select(row => row.Subject).ToListAsync(Stop);
    }

    private static async Task<List<string>> CountsAsync(CompanyStore store)
    {
        await using var context = store.Company();
        var counts = new List<string>();
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // the names are the model's own
            counts.Add($"{table} {await context.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"").SingleAsync(Stop)}");
#pragma warning restore EF1002
        }

        Assert.True(counts.Count > 30 && counts.Exists(count => count.StartsWith("Invoices ", StringComparison.Ordinal) && !count.EndsWith(" 0", StringComparison.Ordinal)));
        return counts;
    }

    private async Task<string> AgingAsync(CompanyStore store)
    {
        var (person, access) = (await store.FindPersonAsync("hannah.price", Stop)).Value;
        var session = await store.ReadAsync(access, Stop);
        var now = new DateTimeOffset(SampleFixture.Day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        var turn = new TurnContext(person, access, SampleFixture.Day, now, new FiscalCalendar(1), CurrencyCode.Eur, Language.En, "Lumen & Linden");
        await using var asked = new AskedTurn(session, new FunctionContext(session, turn) { Tools = [.. PluginList.All.SelectMany(plugin => plugin.Tools)] });
        var answer = await asked.CallAsync("receivables_aging");
        Assert.True(answer.Ok, answer.Fault?.ToString());
        return answer.Value.Title + string.Join('|', answer.Value.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows).SelectMany(row => row.Cells));
    }
}
