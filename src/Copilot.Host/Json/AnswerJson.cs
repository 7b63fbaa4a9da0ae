using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Host.Json;

/// <summary>An answer as JSON: every figure with its definition, and with its rows where it is asked to be opened.</summary>
internal static class AnswerJson
{
    /// <summary>Makes the JSON while the read session of the answer is open.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="open">Keys of the figures whose rows are wanted; "all" for every one.</param>
    /// <param name="cancellationToken">Cancels reading the rows.</param>
    public static async Task<JsonObject> WriteAsync(Answer answer, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var blocks = new JsonArray();
        foreach (var block in answer.Blocks)
        {
            blocks.Add(await BlockAsync(block, open, cancellationToken));
        }

        return new JsonObject
        {
            ["title"] = answer.Title,
            ["blocks"] = blocks,
            ["next"] = new JsonArray([.. answer.Next.Select(question => (JsonNode)question)]),
        };
    }

    /// <summary>Where an answer's figures come from, as JSON.</summary>
    public static JsonArray Evidence(Answer answer) => new([.. answer.Evidence.Select(evidence => (JsonNode)new JsonObject
    {
        ["source"] = evidence.Source,
        ["filter"] = evidence.Filter,
        ["row_count"] = evidence.RowCount,
        ["truncated"] = evidence.Truncated,
        ["as_of"] = evidence.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["records"] = new JsonArray([.. evidence.Records.Select(record => (JsonNode)record)]),
    })]);

    /// <summary>A number with its unit.</summary>
    public static JsonObject Measure(Measure measure)
    {
        var json = new JsonObject { ["value"] = measure.Number, ["unit"] = Words.Of(measure.Unit) };
        if (measure.Currency is { } currency)
        {
            json["currency"] = currency.Code;
        }

        return json;
    }

    private static async Task<JsonObject> BlockAsync(Block block, IReadOnlyCollection<string> open, CancellationToken cancellationToken) => block switch
    {
        TextBlock text => new JsonObject { ["type"] = "text", ["text"] = text.Text, ["tone"] = Words.Of(text.Tone) },
        FactsBlock facts => new JsonObject { ["type"] = "facts", ["facts"] = await FactsAsync(facts, open, cancellationToken) },
        TableBlock table => Table(table),
        ChartBlock chart => Chart(chart),
        _ => throw new InvalidOperationException($"Block {block.GetType().Name} has no JSON."),
    };

    private static async Task<JsonArray> FactsAsync(FactsBlock block, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var facts = new JsonArray();
        foreach (var fact in block.Facts)
        {
            facts.Add(fact.Figure is { } figure
                ? await BridgeJson.FigureAsync(figure, open, cancellationToken)
                : new JsonObject { ["label"] = fact.Label, ["text"] = fact.Text });
        }

        return facts;
    }

    private static JsonObject Table(TableBlock table) => new()
    {
        ["type"] = "table",
        ["key"] = table.Key,
        ["title"] = table.Title,
        ["total_rows"] = table.TotalRows,
        ["columns"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)new JsonObject { ["key"] = column.Key, ["header"] = column.Header })]),
        ["rows"] = new JsonArray([.. table.Rows.Select(row => (JsonNode)Row(table.Columns, row))]),
        ["empty"] = table.Rows.Count == 0 ? table.EmptyText : null,
    };

    private static JsonObject Row(IReadOnlyList<Column> columns, Row row)
    {
        var json = new JsonObject();
        foreach (var (column, cell) in columns.Zip(row.Cells))
        {
            json[column.Key] = cell switch
            {
                TextCell text => text.Text,
                DocumentCell document => document.Number,
                DateCell date => date.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                NumberCell { Value.Unit: Unit.Money } money => Measure(money.Value),
                NumberCell number => number.Value.Number,
                _ => throw new InvalidOperationException($"Cell {cell.GetType().Name} has no JSON."),
            };
        }

        return json;
    }

    private static JsonObject Chart(ChartBlock chart) => new()
    {
        ["type"] = "chart",
        ["kind"] = Words.Of(chart.Kind),
        ["title"] = chart.Title,
        ["unit"] = Words.Of(chart.Unit),
        ["currency"] = chart.Currency?.Code,
        ["points"] = new JsonArray([.. chart.Points.Select(point => (JsonNode)new JsonObject { ["label"] = point.Label, ["value"] = point.Value })]),
    };
}
