using System.Data;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Copilot.BrowserTests.Support;
using ExcelDataReader;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed partial class DownloadingRows(Room room)
{
    private const string Excel = "Download as Excel";

    [Fact]
    public async Task RowsShown_AreDownloadedAsExcel_AreTheSameAndAllOfThem()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var answer = await visit.AskAsync("overdue invoices");
        var shown = await Visit.TableAsync(answer);
        var all = int.Parse(RowsInAll().Match(await answer.InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);

        var file = await DownloadAsync(visit, answer, Excel);
        Assert.Matches(@"^Overdue invoices.* \d{4}-\d\d-\d\d\.xlsx$", file.SuggestedFilename);
        await Expect(visit.Connection).ToHaveTextAsync($"{file.SuggestedFilename} is in your downloads.");
        await visit.PictureAsync("download");

        var rows = await ReadAsync(file);
        Assert.Equal(all, rows.Rows.Count);
        foreach (var (place, row) in shown.Skip(1).Index())
        {
            Assert.Equal(row, shown[0].Select(header => Written(rows.Rows[place], header)));
        }

        // a file is no message, and no answer either
        await Expect(visit.Questions).ToHaveCountAsync(1);
        await Expect(visit.Answers).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task RowsShown_AreDownloadedAsCsv_AreAllOfThem()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var first = (await Visit.TableAsync(await visit.AskAsync("overdue invoices")))[1];
        var answer = await visit.AskAsync($"overdue invoices for {first[1]}");
        var shown = await Visit.TableAsync(answer);
        var file = await DownloadAsync(visit, answer, "Download as CSV");
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.InRange(shown.Length, 2, 11);
        Assert.Equal(shown.Length, lines.Length);
        Assert.All(shown.Zip(lines).Skip(1), pair => Assert.Contains(pair.First[0], pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FileTakesSeconds_PersonWaits_SeesThatItIsBeingMade()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var answer = await visit.AskAsync("overdue invoices");
        var seen = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/download?t=*", async route =>
        {
            await seen.Task;
            await route.ContinueAsync();
        });
        var arrives = visit.Page.WaitForDownloadAsync();
        await Visit.Button(answer, Excel).ClickAsync();
        await Expect(visit.Connection).ToContainTextAsync("Making Overdue invoices");
        await Expect(visit.Connection).ToContainTextAsync("Still making Overdue invoices");
        seen.SetResult();
        await arrives;
        await Expect(visit.Connection).ToContainTextAsync("is in your downloads");
    }

    [Fact]
    public async Task AnswerIsNoLongerKept_FileIsAskedFor_SentenceSaysSo()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var answer = await visit.AskAsync("overdue invoices");
        await visit.Page.RouteAsync("**/downloads", route => route.ContinueAsync(new RouteContinueOptions
        {
            PostData = Encoding.UTF8.GetBytes(Turn().Replace(route.Request.PostData!, "\"turn\":\"999999999\"")),
        }));
        await Visit.Button(answer, Excel).ClickAsync();
        await Expect(visit.Connection).ToHaveAttributeAsync("data-state", "trouble");
        await Expect(visit.Connection).ToContainTextAsync("not kept");
        await visit.PictureAsync("download-refused");
    }

    private static async Task<IDownload> DownloadAsync(Visit visit, ILocator answer, string button) =>
        await visit.Page.RunAndWaitForDownloadAsync(() => Visit.Button(answer, button).ClickAsync());

    private static async Task<DataTable> ReadAsync(IDownload file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var stream = File.OpenRead(await file.PathAsync());
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        Assert.Equal("Rows", reader.Name);
        Assert.True(reader.Read());
        for (var place = 0; place < reader.FieldCount; place++)
        {
            table.Columns.Add(reader.GetString(place), typeof(object));
        }

        while (reader.Read())
        {
            table.Rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return table;
    }

    // a value of the file as the page writes it
    private static string Written(DataRow row, string header) => (row[header], row.Table.Columns.Contains(header + ", currency")) switch
    {
        (double amount, true) => string.Create(CultureInfo.InvariantCulture, $"{row[header + ", currency"]} {amount:N2}"),
        (double number, false) => number.ToString("#,##0.##", CultureInfo.InvariantCulture),
        (DateTime day, _) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (var text, _) => text.ToString()!,
    };

    [GeneratedRegex(@"of ([\d,]+) rows\.")]
    private static partial Regex RowsInAll();

    [GeneratedRegex("\"turn\":\"[^\"]*\"")]
    private static partial Regex Turn();
}
