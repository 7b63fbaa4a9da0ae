using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Core;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using static Copilot.Tests.Bot.PageClient;

namespace Copilot.Tests.Bot;

public sealed class RowsAsFiles(ChatHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RowsOfAnAnswer_AsExcel_HoldEveryRowWithItsNumbersAndDays()
    {
        using var page = await OpenAsync(host, "luca.moretti");
        var (id, button) = await AskAsync(page, "overdue invoices", "xlsx");
        var link = await LinkAsync(page, id, button);
        var bytes = await page.GetByteArrayAsync((string)link["url"]!, Token);

        Assert.Empty(Faults(bytes));
        using var reader = Open(bytes);
        var rows = Rows(reader);
        Assert.Equal("Rows", reader.Name);
        Assert.Equal((long)link["rows"]! + 1, rows.Count);
        Assert.Contains(rows[1], cell => cell is double);
        Assert.Contains(rows[1], cell => cell is DateTime);
        Assert.Contains("EUR", rows.Skip(1).SelectMany(row => row).OfType<string>());
        Assert.True(reader.NextResult());
        Assert.Contains(Rows(reader), row => row is ["From", string from, ..] && from.Contains("receivables as of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RowsOfAnAnswer_AsCsvAndExcel_AreTheSame()
    {
        using var page = await OpenAsync(host, "luca.moretti");
        var (id, button) = await AskAsync(page, "overdue invoices", "csv");
        var csv = await page.GetByteArrayAsync((string)(await LinkAsync(page, id, button))["url"]!, Token);
        button["as"] = "xlsx";
        using var reader = Open(await page.GetByteArrayAsync((string)(await LinkAsync(page, id, button))["url"]!, Token));

        using var text = ExcelReaderFactory.CreateCsvReader(new MemoryStream(csv), new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8 });
        var written = Rows(text).Skip(1).Select(row => row.Select(cell => cell?.ToString() ?? "").ToArray());
        var read = Rows(reader).Skip(1).Select(row => row.Select(cell => cell switch
        {
            double number => number.ToString("0.########", CultureInfo.InvariantCulture), DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), _ => cell?.ToString() ?? "",
        }).ToArray());
        Assert.Equal(read, written.Select(row => row.Select(cell => decimal.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.########", CultureInfo.InvariantCulture) : cell).ToArray()));
    }

    [Fact]
    public async Task Link_FollowedTwiceAtOnce_GivesOneFile()
    {
        using var page = await OpenAsync(host, "luca.moretti");
        var (id, button) = await AskAsync(page, "overdue invoices", "csv");
        var url = (string)(await LinkAsync(page, id, button))["url"]!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => page.GetAsync(url, Token)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.Gone, answer.StatusCode));
        Assert.Equal("no-store", answers[0].Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task AnswerOfSomebodyElse_AskedForAsAFile_IsNotGiven()
    {
        using var luca = await OpenAsync(host, "luca.moretti");
        var (_, button) = await AskAsync(luca, "overdue invoices", "xlsx");
        using var ben = await OpenAsync(host, "ben.carter");
        var (his, _) = await StartAsync(ben);

        using var response = await ben.PostAsJsonAsync($"/v3/directline/conversations/{his}/downloads", button, Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("BT-021", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJ1c2VyIjoibWlhLm5vdmFrIiwid2hhdCI6IjEgeGxzeCB0In0.")]
    public async Task ForgedLink_Followed_IsRefusedInASentence(string link)
    {
        using var client = host.Client();
        using var response = await client.GetAsync($"/download?t={link}", Token);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains("15 minutes", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as", "exe", HttpStatusCode.BadRequest)]
    [InlineData("table", "no such table", HttpStatusCode.NotFound)]
    [InlineData("turn", "999999", HttpStatusCode.NotFound)]
    [InlineData("do", "rows", HttpStatusCode.BadRequest)]
    public async Task Button_ChangedOnTheWay_GetsASentence(string field, string value, HttpStatusCode status)
    {
        using var page = await OpenAsync(host, "luca.moretti");
        var (id, button) = await AskAsync(page, "overdue invoices", "xlsx");
        button[field] = value;

        using var response = await page.PostAsJsonAsync($"/v3/directline/conversations/{id}/downloads", button, Token);

        Assert.Equal(status, response.StatusCode);
        Assert.NotNull((string?)(await response.Content.ReadFromJsonAsync<JsonObject>(Token))!["error"]!["message"]);
    }

    [Fact]
    public async Task Button_PressedInTeams_GetsACardWithTheLink()
    {
        var conversation = Guid.NewGuid().ToString("N");
        var answer = await host.AskAsync(host.Message("overdue invoices", "luca.moretti", conversation));
        var button = answer[0]!["attachments"]![0]!["content"]!.Commands().Single(command => command.Value is CardCommand.Download { Kind: FileKind.Excel }).Value as CardCommand.Download;
        var pressed = host.Message("", "luca.moretti", conversation);
        pressed["value"] = new JsonObject { ["do"] = "download", ["turn"] = button!.Turn, ["table"] = button.Table, ["as"] = "xlsx" };

        var reply = Assert.Single(await host.AskAsync(pressed));
        var url = (string)reply!["attachments"]![0]!["content"].Elements("Action.OpenUrl").Single()["url"]!;
        using var client = new HttpClient();
        using var file = await client.GetAsync(new Uri(url), Token);

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.EndsWith(".xlsx", file.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        using var again = await client.GetAsync(new Uri(url), Token);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    private static async Task<(string Id, JsonObject Button)> AskAsync(HttpClient page, string text, string kind)
    {
        var (id, _) = await StartAsync(page);
        await SayAsync(page, id, new JsonObject { ["type"] = "message", ["text"] = text });
        var answer = (await ReadAsync(page, id, 3))[2]!["attachments"]![0]!["content"];
        return (id, (JsonObject)answer.Elements("Action.Submit").Select(action => action["data"]!).First(data => (string?)data["do"] == "download" && (string?)data["as"] == kind).DeepClone());
    }

    private static async Task<JsonObject> LinkAsync(HttpClient page, string id, JsonObject button)
    {
        using var response = await page.PostAsJsonAsync($"/v3/directline/conversations/{id}/downloads", button, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Token))!;
    }

    internal static string[] Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }

    internal static IExcelDataReader Open(byte[] workbook)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
    }

    internal static List<object?[]> Rows(IExcelDataReader reader)
    {
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }
}
