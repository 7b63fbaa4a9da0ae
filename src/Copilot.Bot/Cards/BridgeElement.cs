using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>How a figure was computed: definition, filter, source and day, parts or first records with how many in all, and what was left out.</summary>
internal sealed class BridgeElement(Answer answer, CardLevel level)
{
    private const int LongestNumber = 30;

    /// <summary>The elements of one step.</summary>
    public IEnumerable<JsonObject> Of(BridgeStep step)
    {
        var bridge = step.Figure.Bridge;
        var heading = CardElements.Subheading($"{CardText.Line(step.Figure.Label, level.Cell)}: {step.Figure.Value}", level.Cell + 60);
        heading["size"] = "small";
        heading["weight"] = step.Depth == 0 ? "bolder" : "default";
        yield return heading;
        yield return CardElements.Aside(bridge.Definition, level.Sentence, "none");
        var parts = step.Parts.Select(part => ($"{part.Sign} {CardText.Line(part.Part.Label, level.Cell)}", part.Part.Value.ToString())).ToList();
        if (bridge is RatioBridge { Factor: not 1 } ratio)
        {
            parts.Add(("times", ratio.Factor.ToString("0.######", CultureInfo.InvariantCulture)));
        }

        if (parts.Count > 0)
        {
            yield return CardElements.Facts(parts.Take(level.Facts), level.Cell + 20, "none");
        }

        if (parts.Count > level.Facts)
        {
            yield return CardElements.Aside($"{Number(level.Facts)} of {Number(parts.Count)} parts.", level.Sentence, "none");
        }

        if (bridge is RowsBridge rows)
        {
            yield return CardElements.Aside($"From {CardText.Line(rows.Source, level.Cell)}{AsOf(rows.Source)}: {CardText.Line(rows.Filter, level.Sentence)}.", level.Sentence * 2, "none");
            yield return CardElements.Aside(Records(rows.RowCount, [.. step.Rows.Take(level.BridgeRows).Select(row => Record(row, step.Figure.Value))]), level.Sentence * 2, "none");
        }

        if (bridge.LeftOut.Count > 0)
        {
            var reasons = bridge.LeftOut.Take(level.Facts).Select(left => (left with { Reason = CardText.Line(left.Reason, level.Cell) }).ToString());
            var more = bridge.LeftOut.Count > level.Facts ? $"; and {Number(bridge.LeftOut.Count - level.Facts)} more reasons" : "";
            yield return CardElements.Aside($"Left out: {string.Join("; ", reasons)}{more}.", level.Sentence * 2, "none");
        }
    }

    /// <summary>The records that an answer rests on as a whole: the only explanation of an answer without figures.</summary>
    public IEnumerable<JsonObject> OfEvidence() => answer.Evidence.Take(level.Facts / 2)
        .Where(evidence => evidence.Records.Count > 0)
        .Select(evidence => CardElements.Aside(
            $"{CardText.Line(evidence.Source, level.Cell)}: {Records(evidence.RowCount, [.. evidence.Records.Take(level.BridgeRows).Select(record => CardText.Line(record, LongestNumber))])}", level.Sentence * 2));

    /// <summary>The lines that say where an answer comes from.</summary>
    public IEnumerable<JsonObject> Sources()
    {
        var most = level.Facts / 2;
        foreach (var evidence in answer.Evidence.Take(most))
        {
            var line = evidence with { Source = CardText.Line(evidence.Source, level.Cell), Filter = CardText.Line(evidence.Filter, level.Sentence) };
            yield return CardElements.Aside($"From {line}.", level.Sentence + level.Cell + 120);
        }

        if (answer.Evidence.Count > most)
        {
            yield return CardElements.Aside($"And {Number(answer.Evidence.Count - most)} more sources.", level.Sentence);
        }
    }

    private static string Records(long count, IReadOnlyList<string> named)
    {
        var all = count == 1 ? "1 record" : $"{Number(count)} records";
        var more = count > named.Count ? $" and {Number(count - named.Count)} more" : "";
        return named.Count == 0 ? $"{all}." : $"{all}: {string.Join(", ", named)}{more}.";
    }

    private static string Record(BridgeRow row, Measure value)
    {
        var number = CardText.Line(row.Document, LongestNumber);
        return value.Unit == Unit.Count && row.Contribution == 1 ? number : $"{number} ({value with { Number = row.Contribution }})";
    }

    private string AsOf(string source)
    {
        var evidence = answer.Evidence.FirstOrDefault(evidence => evidence.Source == source) ?? (answer.Evidence is [var first, ..] ? first : null);
        return evidence is null ? "" : string.Create(CultureInfo.InvariantCulture, $" as of {evidence.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
