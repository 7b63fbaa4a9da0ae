using System.Globalization;
using System.Text;
using Copilot.Data.Import;

namespace Copilot.Tests.Import;

/// <summary>Files that cannot be taken: each is refused with a sentence of its own, and nothing in the company has changed.</summary>
public sealed class BadFiles
{
    private const string Header = "invoice number,customer number,invoice date,due date,amount\n";
    private const string Good = "I-1,C-1,2026-01-31,2026-03-02,100.00\n";

    public static TheoryData<string, string, string, string> Contents => new()
    {
        { "empty.csv", "", ImportCodes.FileEmpty, "empty.csv is empty" },
        { "blank.csv", " \r\n\t\r\n\r\n", ImportCodes.FileEmpty, "blank.csv is empty" },
        { "header.csv", Header, ImportCodes.HeaderOnly, "has a header and no rows" },
        { "header.csv", Header.TrimEnd(), ImportCodes.HeaderOnly, "has a header and no rows" },
        { "quote.csv", Header + Good + "I-2,\"C-2,2026-01-31,2026-03-02,50.00\nI-3,C-3,2026-01-31,2026-03-02,50.00\n", ImportCodes.BrokenQuotes, "line 3" },
        { "ragged.csv", Header + Good + "I-2,C-2,2026-01-31,2026-03-02\n", ImportCodes.RowsWrong, "line 3, (row): 'I-2' begins a row of 4 fields where the header has 5" },
        { "ragged.csv", Header + Good + "I-2,C-2,2026-01-31,2026-03-02,1,234.00\n", ImportCodes.RowsWrong, "line 3, (row): 'I-2' begins a row of 6 fields where the header has 5" },
        { "wrong.csv", Header.Replace(',', '~') + Good.Replace(',', '~'), ImportCodes.KindUnknown, "cannot be told from its headings" },
        { "bell.csv", Header + Good + "I-2,C\u0007-2,2026-01-31,2026-03-02,50.00\n", ImportCodes.RowsWrong, "'C⟨07⟩-2' holds a control character (code 07)" },
        { "nul.csv", Header + Good + "I\0-2,C-2,2026-01-31,2026-03-02,50.00\n", ImportCodes.RowsWrong, "holds a control character (code 00)" },
        { "long.csv", Header + Good + $"I-2,{new string('x', 10_000)},2026-01-31,2026-03-02,50.00\n", ImportCodes.RowsWrong, "these are 10000" },
        { "twice.csv", Header + Good + "I-2,C-2,2026-01-31,2026-03-02,50.00\nI-2,C-2,2026-01-31,2026-03-02,60.00\n", ImportCodes.RowsWrong, "comes again on line 4 with other values" },
        { "date.csv", Header + Good + "I-2,C-2,2026-02-31,2026-03-02,50.00\n", ImportCodes.RowsWrong, "line 3, invoice date: '2026-02-31' is no day of the calendar" },
        { "amount.csv", Header + Good + "I-2,C-2,2026-01-31,2026-03-02,plenty\n", ImportCodes.RowsWrong, "line 3, amount: 'plenty'" },
        { "huge.csv", Header + Good + "I-2,C-2,2026-01-31,2026-03-02,99999999999999999999999.00\n", ImportCodes.RowsWrong, "line 3, amount: '99999999999999999999999.00'" },
        { "needed.csv", Header + Good + "I-2,,2026-01-31,2026-03-02,50.00\n", ImportCodes.RowsWrong, "line 3, customer number: is empty and is needed" },
        { "order.csv", Header + "I-2,C-2,01/02/2026,03/04/2026,50.00\n", ImportCodes.DateOrderUndecided, "The date order of invoice date cannot be told: 01/02/2026 (line 2)" },
        { "decimal.csv", Header.Replace(',', ';') + "I-2;C-2;2026-01-31;2026-03-02;1.500\n", ImportCodes.DecimalSignUndecided, "1.500 (line 2) may be a number in the thousands" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task BadContent_Imported_IsRefusedWithItsPlaceAndNothingChanges(string name, string text, string code, string says)
    {
        await using var company = await Begun();
        var before = await company.ContentAsync();

        var report = await company.TakeTextAsync(name, text);

        Assert.Equal((FileOutcome.Refused, code), (report.Outcome, report.Fault!.Code));
        Assert.Contains(says, report.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task WorkbookCutOffAnywhere_Imported_IsRefusedAndNothingChanges()
    {
        await using var company = await Begun();
        var before = await company.ContentAsync();
        var whole = Workbook.Of([["invoice number", "customer number", "invoice date", "due date", "amount"], .. Enumerable.Range(1, 200).Select(place => (string[])[$"X-{place}", "C-1", "2026-01-31", "2026-03-02", "10.00"])]);

        for (var part = 1; part < 20; part++)
        {
            var report = await company.TakeAsync(company.Request(company.Write("cut.xlsx", whole[..(whole.Length * part / 20)])));
            Assert.Equal((FileOutcome.Refused, ImportCodes.DamagedWorkbook), (report.Outcome, report.Fault!.Code));
            Assert.StartsWith("cut.xlsx is damaged or cut off", report.Fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await company.ContentAsync());
        Assert.Equal((FileOutcome.Taken, 200L), await company.TakeAsync(company.Request(company.Write("whole.xlsx", whole))) is var taken ? (taken.Outcome, taken.Rows) : default);
    }

    [Fact]
    public async Task WorkbookWithItsMiddleOverwritten_Imported_IsRefusedAndNothingChanges()
    {
        await using var company = await Begun();
        var before = await company.ContentAsync();
        var bytes = Workbook.Of([["invoice number", "customer number", "invoice date", "due date", "amount"], ["X-1", "C-1", "2026-01-31", "2026-03-02", "10.00"]]);
        var sheet = Encoding.UTF8.GetString(bytes).IndexOf("<sheetData>", StringComparison.Ordinal);
        bytes.AsSpan(sheet, 60).Fill((byte)'<');

        var report = await company.TakeAsync(company.Request(company.Write("spoilt.xlsx", bytes)));

        Assert.Equal((FileOutcome.Refused, ImportCodes.DamagedWorkbook), (report.Outcome, report.Fault!.Code));
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task NoiseCalledCsv_Imported_IsSaidToBeNoTable()
    {
        await using var company = await Begun();
        var before = await company.ContentAsync();
        var noise = new byte[20_000];
        new Random(7).NextBytes(noise);
        noise[0] = 0x7F;

        var report = await company.TakeAsync(company.Request(company.Write("photo.csv", noise)));

        Assert.Equal((FileOutcome.Refused, ImportCodes.NotATable), (report.Outcome, report.Fault!.Code));
        Assert.Contains("holds binary data", report.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task FileThatIsNotThere_Imported_IsNamedWithWhatToCheck()
    {
        await using var company = await Begun();
        var report = await company.TakeAsync(company.Request(Path.Combine(company.Folder, "nowhere.csv")));

        Assert.Equal((FileOutcome.Refused, ImportCodes.FileMissing), (report.Outcome, report.Fault!.Code));
        Assert.Contains("nowhere.csv: check the name and the folder", report.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderGivenForAFile_Imported_IsRefusedWithHowToNameItsFiles()
    {
        await using var company = await Begun();
        var report = await company.TakeAsync(company.Request(company.Folder));

        Assert.Equal((FileOutcome.Refused, ImportCodes.FileMissing), (report.Outcome, report.Fault!.Code));
        Assert.Contains("is a folder: name the files in it", report.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatGivesNoBytes_Imported_IsRefusedWithWhatToDo()
    {
        // the memory of a process can be opened and not be read from its start: as good as a disk that fails, for anybody who runs the test
        const string Unreadable = "/proc/self/mem";
        Assert.SkipUnless(File.Exists(Unreadable), $"there is no {Unreadable} on this system");
        await using var company = await Begun();

        var report = await company.TakeAsync(company.Request(Unreadable));

        Assert.Equal((FileOutcome.Refused, ImportCodes.FileMissing), (report.Outcome, report.Fault!.Code));
        Assert.Contains("cannot be read", report.Fault.Message, StringComparison.Ordinal);
        Assert.Contains("try again", report.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileHeldByAnotherProgram_Imported_IsTakenWholeOrRefusedWithWhatToDo()
    {
        await using var company = await Begun();
        var path = company.Write("held.csv", Header + "I-7,C-1,2026-01-31,2026-03-02,70.00\n");
        await using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var before = await company.NumberAsync("SELECT COUNT(*) FROM Invoices");

        var report = await company.TakeAsync(company.Request(path));

        // Windows keeps others out, Unix does not: either way it is all or nothing
        var taken = report.Outcome == FileOutcome.Taken ? 1 : 0;
        Assert.Equal(before + taken, await company.NumberAsync("SELECT COUNT(*) FROM Invoices"));
        Assert.True(taken == 1 || report.Fault!.Message.Contains("Close it in other programs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneBadFileAmongGoodOnes_Imported_LeavesTheOthersTaken()
    {
        await using var company = await Begun();
        var report = await company.RunAsync(company.Request(
            company.Write("bad.csv", Header + "I-8,C-1,never,2026-03-02,1.00\n"), company.Write("good.csv", Header + "I-9,C-1,2026-01-31,2026-03-02,1.00\n")));

        Assert.False(report.Ok);
        Assert.Equal([FileOutcome.Refused, FileOutcome.Taken], report.Files.OrderBy(file => file.File, StringComparer.Ordinal).Select(file => file.Outcome));
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Invoices WHERE Number = 'I-8'"));
        Assert.Equal(1, await company.NumberAsync("SELECT COUNT(*) FROM Invoices WHERE Number = 'I-9'"));
    }

    [Fact]
    public async Task BadRowsAmongGoodOnes_SkippingAskedFor_TakesTheGoodAndNamesTheBad()
    {
        await using var company = await Begun();
        var text = Header + string.Concat(Enumerable.Range(10, 20).Select(place => $"J-{place},C-1,{(place % 5 == 0 ? "soon" : "2026-01-31")},2026-03-02,{place}.00\n"));

        var report = await company.TakeTextAsync("some.csv", text, request => request with { SkipBadRows = true });

        Assert.Equal((FileOutcome.Taken, 4L, 4L), (report.Outcome, report.Skipped, report.RowFaultCount));
        Assert.Equal(16, await company.NumberAsync("SELECT COUNT(*) FROM Invoices WHERE Number LIKE 'J-%'"));
        Assert.Equal([2, 7, 12, 17], report.RowFaults.Select(fault => fault.Line));
    }

    [Fact]
    public async Task GoodFile_Rehearsed_ChangesNothing()
    {
        await using var company = await Begun();
        var before = await company.ContentAsync();

        var report = await company.TakeTextAsync("new.csv", Header + "I-5,C-5,2026-01-31,2026-03-02,5.00\n", request => request with { DryRun = true });

        Assert.Equal((FileOutcome.Rehearsed, new TableCount("invoices", 1, 0, 0)), (report.Outcome, report.Tables[0]));
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task ImportStoppedHalfWay_AskedAgain_FindsNothingHalfDone()
    {
        await using var company = await Begun();
        var before = await company.ContentAsync();
        var rows = string.Concat(Enumerable.Range(1, 20_000).Select(place => string.Create(CultureInfo.InvariantCulture, $"K-{place},C-1,2026-01-31,2026-03-02,1.00\n")));
        using var stop = new CancellationTokenSource();
        var request = company.Request(company.Write("much.csv", Header + rows));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Importer.RunAsync(
            company.Store, request, new StopAt(ImportPhase.Storing, stop), stop.Token));

        Assert.Equal(before, await company.ContentAsync());
        Assert.Equal(FileOutcome.Taken, (await company.TakeAsync(request)).Outcome);
    }

    /// <summary>A company that has an invoice already, so that "nothing changed" says something.</summary>
    private static async Task<ImportCompany> Begun()
    {
        var company = await ImportCompany.CreateAsync();
        Assert.Equal(FileOutcome.Taken, (await company.TakeTextAsync("first.csv", Header + Good)).Outcome);
        return company;
    }

    private sealed class StopAt(ImportPhase phase, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Phase == phase)
            {
                stop.Cancel();
            }
        }
    }
}
