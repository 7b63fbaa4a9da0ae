using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Host.Json;

/// <summary>The penny bridge as JSON.</summary>
internal static class BridgeJson
{
    /// <summary>A figure with its bridge; its rows only when it, or "all", is asked to be opened.</summary>
    public static async Task<JsonObject> FigureAsync(Figure figure, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var json = new JsonObject { ["label"] = figure.Label, ["key"] = figure.Key };
        foreach (var (name, value) in AnswerJson.Measure(figure.Value).ToArray())
        {
            json[name] = value?.DeepClone();
        }

        json["bridge"] = await BridgeAsync(figure, open, cancellationToken);
        return json;
    }

    private static async Task<JsonObject> BridgeAsync(Figure figure, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var json = new JsonObject { ["definition"] = figure.Bridge.Definition };
        switch (figure.Bridge)
        {
            case RowsBridge rows:
                json["made_of"] = "rows";
                json["source"] = rows.Source;
                json["filter"] = rows.Filter;
                json["row_count"] = rows.RowCount;
                if (open.Contains("all") || open.Contains(figure.Key))
                {
                    json["rows"] = await RowsAsync(rows, cancellationToken);
                }

                break;
            case TotalBridge total:
                json["made_of"] = "parts";
                json["parts"] = await PartsAsync(total.Parts.Select(part => (part.Sign, part.Figure)), open, cancellationToken);
                break;
            case ConversionBridge conversion:
                json["made_of"] = "conversion";
                json["rate"] = conversion.Rate;
                json["rate_day"] = conversion.RateDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                json["parts"] = await PartsAsync([(1, conversion.Part)], open, cancellationToken);
                break;
            case RatioBridge ratio:
                json["made_of"] = "ratio";
                json["factor"] = ratio.Factor;
                json["numerator"] = await FigureAsync(ratio.Numerator, open, cancellationToken);
                json["denominator"] = await FigureAsync(ratio.Denominator, open, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"Bridge {figure.Bridge.GetType().Name} has no JSON.");
        }

        json["left_out"] = new JsonArray([.. figure.Bridge.LeftOut.Select(left => (JsonNode)LeftOut(left))]);
        return json;
    }

    private static JsonObject LeftOut(LeftOut left)
    {
        var json = new JsonObject { ["reason"] = left.Reason, ["count"] = left.Count };
        if (left.Value is { } value)
        {
            json["sum"] = AnswerJson.Measure(value);
        }

        return json;
    }

    private static async Task<JsonArray> PartsAsync(IEnumerable<(int Sign, Figure Figure)> parts, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var json = new JsonArray();
        foreach (var (sign, part) in parts)
        {
            var figure = await FigureAsync(part, open, cancellationToken);
            figure["sign"] = sign;
            json.Add(figure);
        }

        return json;
    }

    private static async Task<JsonArray> RowsAsync(RowsBridge bridge, CancellationToken cancellationToken)
    {
        var rows = new JsonArray();
        await foreach (var row in bridge.Rows(cancellationToken))
        {
            rows.Add(new JsonObject { ["document"] = row.Document, ["contribution"] = row.Contribution, ["detail"] = row.Detail });
        }

        return rows;
    }
}
