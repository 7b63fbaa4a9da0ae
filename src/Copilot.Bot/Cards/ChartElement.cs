using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>A chart, with the same figures as a table where a client draws none.</summary>
internal static partial class ChartElement
{
    private const int Longest = 60;

    /// <summary>The elements of a chart.</summary>
    public static IEnumerable<JsonObject> Of(ChartBlock chart, CardLevel level)
    {
        var points = chart.Points.Take(level.Points).ToArray();
        if (points.Length > 0)
        {
            yield return Drawn(chart, points);
        }

        if (points.Length < chart.Points.Count)
        {
            yield return CardElements.Aside(string.Create(CultureInfo.InvariantCulture, $"{points.Length:N0} of {chart.Points.Count:N0} points of the chart \"{CardText.Line(chart.Title, Longest)}\"."), level.Sentence);
        }
    }

    private static JsonObject Drawn(ChartBlock chart, IReadOnlyList<ChartPoint> points)
    {
        var kind = Form(chart.Kind, points);
        var unit = chart.Unit == Unit.Money ? chart.Currency?.Code ?? "" : chart.Unit.ToString();
        var element = new JsonObject { ["type"] = "Chart." + kind, ["title"] = CardText.Line(chart.Title, Longest) };
        switch (kind)
        {
            case ChartKind.Line:
                var line = points.Select(point => (JsonNode)new JsonObject { ["x"] = Label(point), ["y"] = point.Value });
                element["yAxisTitle"] = unit;
                element["data"] = new JsonArray(new JsonObject { ["legend"] = CardText.Line(chart.Title, Longest), ["values"] = new JsonArray([.. line]) });
                break;
            case ChartKind.Donut:
                element["data"] = new JsonArray([.. points.Select(point => (JsonNode)new JsonObject { ["legend"] = Label(point), ["value"] = point.Value })]);
                break;
            case ChartKind.VerticalBar or ChartKind.HorizontalBar:
                element[kind == ChartKind.VerticalBar ? "yAxisTitle" : "xAxisTitle"] = unit;
                element["data"] = new JsonArray([.. points.Select(point => (JsonNode)new JsonObject { ["x"] = Label(point), ["y"] = point.Value })]);
                break;
            default:
                throw new InvalidOperationException($"Chart {kind} has no card.");
        }

        element["fallback"] = Table(chart, points);
        return element;
    }

    /// <summary>A line needs days or months below it, a ring shares above nought; otherwise bars say the same.</summary>
    private static ChartKind Form(ChartKind kind, IReadOnlyList<ChartPoint> points) => kind switch
    {
        ChartKind.Line when !points.All(point => Time().IsMatch(point.Label)) => ChartKind.VerticalBar,
        ChartKind.Donut when points.Any(point => point.Value < 0) => ChartKind.HorizontalBar,
        _ => kind,
    };

    private static string Label(ChartPoint point) => CardText.Line(point.Label, Longest);

    private static JsonObject Table(ChartBlock chart, IReadOnlyList<ChartPoint> points)
    {
        var decimals = chart.Currency?.MinorDigits ?? (points.All(point => point.Value == decimal.Truncate(point.Value)) ? 0 : 1);
        var rows = points.Select(point => Row(point.Label, new Measure(decimal.Round(point.Value, decimals, MidpointRounding.AwayFromZero), chart.Unit, chart.Currency, decimals).ToString()));
        return new JsonObject
        {
            ["type"] = "Table",
            ["showGridLines"] = false,
            ["columns"] = new JsonArray(new JsonObject { ["width"] = 2 }, new JsonObject { ["width"] = 1, ["horizontalCellContentAlignment"] = "right" }),
            ["rows"] = new JsonArray([Row(chart.Title, ""), .. rows]),
        };
    }

    private static JsonObject Row(params string[] texts) => new()
    {
        ["type"] = "TableRow",
        ["cells"] = new JsonArray([.. texts.Select(text => (JsonNode)new JsonObject
        {
            ["type"] = "TableCell",
            ["items"] = text.Length == 0 ? [] : new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = CardText.Block(text, Longest), ["wrap"] = true }),
        })]),
    };

    [GeneratedRegex(@"^\d{4}(-\d{2}){0,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
