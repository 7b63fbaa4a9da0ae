using System.Globalization;
using System.Text;
using Copilot.Data.Import;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>
/// The variant of the delivery history in which somebody's program read month/day/year dates as year-month-day and saved them: 12/1/06 became
/// 2012-01-06. It is recognised by what the column itself shows; the untouched copy is used by the test alone, to count hits and misses.
/// Measured for the order date: of 1,704 dates that mean another day all are named and nothing else is (recall 100 %, precision 100 %), and the day
/// that is said to have been meant is right in at least 99 of 100. Eight more were changed in writing only (2/2/02). For the quote date 3,093 of 3,093
/// are named and nothing else.
/// </summary>
public sealed class DatesCorruptedOnTheWay
{
    private const string Folder = "data/orders/scms_delivery_history/";
    private const string Clean = Folder + "SCMS_Delivery_History_Dataset.tsv";
    private const string Corrupted = Folder + "variants/SCMS_utf8_corrupted_po_pq_dates.csv";
    private const string OrderDay = "PO Sent to Vendor Date";
    private const string QuoteDay = "PQ First Sent to Client Date";

    private static readonly string[] Forms = ["M/d/yyyy", "M/d/yy", "yyyy-MM-dd"];

    [Theory]
    [InlineData(OrderDay, 1600)]
    [InlineData(QuoteDay, 2900)]
    public async Task CorruptedColumn_Imported_NamesTheChangedDatesWithRecallAndPrecisionOf99Percent(string column, int least)
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(Mapped(company));

        var (truth, meant) = Truth(column);
        var named = report.RowFaults.Where(fault => fault.Column == column).ToDictionary(fault => fault.Line, fault => fault.Reason);
        var hits = named.Keys.Count(truth.Contains);
        TestContext.Current.TestOutputHelper?.WriteLine($"{column}: {truth.Count} changed, {named.Count} named, {hits} of them rightly");
        Assert.True(truth.Count > least, $"{truth.Count} dates differ");
        Assert.True(hits >= truth.Count * 0.99, $"recall {(double)hits / truth.Count:P2}");
        Assert.True(hits >= named.Count * 0.99, $"precision {(double)hits / named.Count:P2}");
        var right = named.Count(pair => pair.Value.Contains($"{meant[pair.Key].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} was meant", StringComparison.Ordinal));
        Assert.True(right >= named.Count * 0.99, $"right day {(double)right / named.Count:P2}");
    }

    [Fact]
    public async Task CorruptedFile_Imported_IsRefusedWithTheQuestionAndTakesNothing()
    {
        await using var company = await ImportCompany.CreateAsync();
        var before = await company.ContentAsync();

        var report = await company.TakeAsync(Mapped(company));

        Assert.Equal((FileOutcome.Refused, ImportCodes.DateOrderMixed), (report.Outcome, report.Fault!.Code));
        Assert.Equal([OrderDay, QuoteDay], report.Questions.Select(question => question.Column));
        Assert.StartsWith($"Two date orders are mixed in {OrderDay}", report.Questions[0].Text, StringComparison.Ordinal);
        Assert.Contains("1,712 can only be year-month-day", report.Questions[0].Text, StringComparison.Ordinal);
        Assert.Contains("probably changed by a program", report.Questions[0].Text, StringComparison.Ordinal);
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task OrderOfTheUntouchedSaid_GoodRowsAskedFor_TakesThemWithTheirTrueDays()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(Mapped(company) with { DateOrder = "mdy", SkipBadRows = true, Maps = [ImportCompany.Map("scms_delivery_history.yaml")] });

        Assert.Equal((FileOutcome.Taken, 1704L), (report.Outcome, report.Skipped));
        Assert.Equal(10324 - 1704, await company.NumberAsync("SELECT COUNT(*) FROM OrderLines"));
        Assert.DoesNotContain(report.Warnings, warning => warning.Text == "ordered after delivered" && warning.Count > 5);
    }

    [Fact]
    public async Task UntouchedFile_Imported_NamesNoDate()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(company.Request(Repository.SharedFile(Clean)) with { Maps = [Map(company)] });

        Assert.Equal((FileOutcome.Taken, 0L), (report.Outcome, report.RowFaultCount));
    }

    [Fact]
    public async Task TwoHonestWaysOfWriting_Imported_AreAskedAboutWithoutSuspicion()
    {
        await using var company = await ImportCompany.CreateAsync();
        var days = Enumerable.Range(0, 200).Select(place => new DateOnly(2025, 1, 1).AddDays(place));
        var lines = days.Select((day, place) => $"I-{place},C1,{day.ToString(place % 2 == 0 ? "M/d/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture)},30,10.00");

        var report = await company.TakeTextAsync("mixed.csv", "invoice number,customer number,invoice date,terms days,amount\n" + string.Join('\n', lines));

        Assert.Equal(ImportCodes.DateOrderMixed, report.Fault!.Code);
        Assert.DoesNotContain("changed by a program", report.Fault.Message, StringComparison.Ordinal);
        Assert.Empty(report.RowFaults);
    }

    [Fact]
    public async Task AFewDatesMendedByHand_Imported_DoNotHideTheOthers()
    {
        await using var company = await ImportCompany.CreateAsync();
        var days = Enumerable.Range(0, 730).Select(place => new DateOnly(2006, 1, 1).AddDays(place)).ToArray();
        var mended = days.Where(day => day.Day == 3).Take(5).ToHashSet();
        var lines = days.Select((day, place) => $"I-{place},C1,{Spoilt(day, mended.Contains(day))},30,10.00");

        var report = await company.TakeTextAsync("mended.csv", "invoice number,customer number,invoice date,terms days,amount\n" + string.Join('\n', lines));

        var changed = days.Where(day => day.Day <= 12 && !mended.Contains(day) && !(day.Month == day.Day && day.Day == day.Year % 100)).ToArray();
        Assert.Equal(changed.Length, report.RowFaultCount);
    }

    // as the program did it: what reads as yy/m/d is turned into that day
    private static string Spoilt(DateOnly day, bool mended) => day.Day > 12 || mended
        ? day.ToString("M/d/yy", CultureInfo.InvariantCulture)
        : new DateOnly(2000 + day.Month, day.Day, day.Year % 100).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // lines whose date means another day than in the untouched copy, and what each should mean
    private static (HashSet<int> Changed, Dictionary<int, DateOnly> Meant) Truth(string column)
    {
        var clean = PlainTable.Read(Repository.SharedFile(Clean), '\t', Encoding.Latin1);
        var corrupted = PlainTable.Read(Repository.SharedFile(Corrupted), ',', Encoding.UTF8);
        var true_ = clean.Rows.ToDictionary(row => clean.Cell(row, "ID"), row => PlainTable.Day(clean.Cell(row, column), Forms));
        var (changed, meant) = (new HashSet<int>(), new Dictionary<int, DateOnly>());
        for (var place = 0; place < corrupted.Rows.Count; place++)
        {
            var row = corrupted.Rows[place];
            if (true_[corrupted.Cell(row, "ID")] is { } day)
            {
                meant[place + 2] = day;
                _ = PlainTable.Day(corrupted.Cell(row, column), Forms) != day && changed.Add(place + 2);
            }
        }

        return (changed, meant);
    }

    private static ImportRequest Mapped(ImportCompany company) => company.Request(Repository.SharedFile(Corrupted)) with { Maps = [Map(company)] };

    // the test's map with the quote date beside the order date
    private static string Map(ImportCompany company) => company.Write(
        "both.yaml",
        File.ReadAllText(ImportCompany.Map("scms_delivery_history.yaml")) + $"  \"{QuoteDay}\": {{field: requested_on, empty: [\"Pre-PQ Process\", \"Date Not Captured\"]}}\n");
}
