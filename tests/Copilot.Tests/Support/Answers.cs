using System.Globalization;
using Copilot.Core;

namespace Copilot.Tests.Support;

/// <summary>Looks into answers.</summary>
internal static class Answers
{
    /// <summary>The answer, after every promise that any answer makes has been checked: it adds up, its rows are as many as it says, it has evidence and next questions.</summary>
    public static async Task<Answer> SoundAsync(this Task<Result<Answer>> asked)
    {
        var token = TestContext.Current.CancellationToken;
        var result = await asked;
        Assert.True(result.Ok, result.Fault?.ToString());
        var answer = result.Value;
        foreach (var figure in answer.Figures)
        {
            Assert.Empty(await BridgeCheck.FaultsAsync(figure, token));
        }

        Assert.Equal(answer.Figures.Count(), answer.Figures.Select(figure => figure.Key).Distinct().Count());
        foreach (var table in answer.Blocks.OfType<TableBlock>())
        {
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Cells.Count));
            Assert.NotEmpty(table.EmptyText);
            var all = table.All is null ? table.Rows : await table.All(token).ToListAsync(token);
            Assert.Equal(table.TotalRows, all.Count);
            Assert.Equal(table.Rows.Select(Text), all.Take(table.Rows.Count).Select(Text));
        }

        // no sentence is said twice; what is as short as a name may end in a full stop of its own
        var said = answer.Blocks.OfType<TextBlock>().SelectMany(block => block.Text.Split(". ")).Select(sentence => sentence.TrimEnd('.')).Where(sentence => sentence.Length > 30).ToList();
        Assert.Equal(said.Distinct(StringComparer.Ordinal), said);
        Assert.Equal(answer.Evidence.Distinct(), answer.Evidence);
        Assert.IsType<TextBlock>(answer.Blocks[0]);
        Assert.NotEmpty(answer.Evidence);
        Assert.All(answer.Evidence, evidence => Assert.InRange(evidence.Records.Count, 0, 100));
        Assert.InRange(answer.Next.Count, 2, 4);
        return answer;
    }

    public static Figure Figure(this Answer answer, string key) => answer.Figures.Single(figure => figure.Key == key);

    public static decimal Number(this Answer answer, string key) => answer.Figure(key).Value.Number;

    public static TableBlock Table(this Answer answer, string key) => answer.Blocks.OfType<TableBlock>().Single(table => table.Key == key);

    public static bool Has(this Answer answer, string tableKey) => answer.Blocks.OfType<TableBlock>().Any(table => table.Key == tableKey);

    /// <summary>All rows of a table, each as column key → text.</summary>
    public static async Task<List<Dictionary<string, string>>> RowsAsync(this Answer answer, string key)
    {
        var (table, token) = (answer.Table(key), TestContext.Current.CancellationToken);
        var rows = table.All is null ? table.Rows : await table.All(token).ToListAsync(token);
        return [.. rows.Select(row => table.Columns.Zip(row.Cells, (column, cell) => (column.Key, Text: Text(cell))).ToDictionary(pair => pair.Key, pair => pair.Text))];
    }

    /// <summary>All sentences, one after the other.</summary>
    public static string Said(this Answer answer) => string.Join(' ', answer.Blocks.OfType<TextBlock>().Select(block => block.Text));

    public static string Text(Cell cell) => cell switch
    {
        TextCell text => text.Text,
        NumberCell number => number.Value.ToString(),
        DateCell date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DocumentCell document => document.Number,
        _ => throw new InvalidOperationException(cell.GetType().Name),
    };

    private static string Text(Row row) => string.Join('|', row.Cells.Select(Text));
}
