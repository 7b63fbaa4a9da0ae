using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>The elements of an answer's card at one level: the short answer first, then figures, tables and charts, then where it all comes from.</summary>
internal sealed class AnswerBody(CardSurface surface, CardView view, CardLevel level, Answer answer, string? beside)
{
    private const string HowQuestion = "How was this computed?";
    private const string HowElement = "how";
    private readonly CardButtons _buttons = new(surface.Actions, level);
    private readonly BridgeElement _bridge = new(answer, level);

    /// <summary>The whole answer.</summary>
    public IEnumerable<JsonObject> Whole(CardMaterial material)
    {
        var body = new List<JsonObject> { CardElements.Heading(answer.Title, level.Sentence) };
        var shown = answer.Blocks.Take(level.Blocks).ToArray();
        var firstSentence = Array.FindIndex(shown, block => block is TextBlock);
        if (beside is not null && firstSentence < 0)
        {
            body.Add(CardElements.Sentence(beside, Tone.Warning, level.Sentence));
        }

        foreach (var (index, block) in shown.Index())
        {
            body.AddRange(Block(block));
            if (beside is not null && index == firstSentence)
            {
                body.Add(CardElements.Sentence(beside, Tone.Warning, level.Sentence));
            }
        }

        if (shown.Length < answer.Blocks.Count)
        {
            body.Add(CardElements.Aside($"{Number(shown.Length)} of {Number(answer.Blocks.Count)} parts of this answer fit here. Ask for less at a time to see the others.", level.Sentence));
        }

        return [.. body, .. _bridge.Sources(), .. How(material), .. Asks(answer.Next)];
    }

    /// <summary>A later page of one table.</summary>
    public IEnumerable<JsonObject> Rows(TablePage page) =>
        [CardElements.Heading(answer.Title, level.Sentence), .. new TableElement(surface, view, level).Of(page, answer.Title), .. _bridge.Sources()];

    /// <summary>Nothing but how the figures were computed.</summary>
    public IEnumerable<JsonObject> Explanation(CardMaterial material)
    {
        var steps = material.Steps.Take(Math.Max(1, level.Steps * 2)).ToArray();
        var body = new List<JsonObject> { CardElements.Heading($"How this was computed: {answer.Title}", level.Sentence) };
        body.AddRange(steps.SelectMany(_bridge.Of));
        if (view.From <= 1)
        {
            body.AddRange(_bridge.OfEvidence());
        }

        body.AddRange(MoreSteps(view.From - 1 + steps.Length, material.AllSteps));
        return [.. body, .. _bridge.Sources()];
    }

    /// <summary>Sentences as buttons; those that cannot be sent whole, and those beyond the level, are counted.</summary>
    public static IEnumerable<JsonObject> Asks(IReadOnlyList<string> sentences, CardButtons buttons, CardLevel level)
    {
        var shown = sentences.Where(buttons.Fits).Take(level.Buttons).ToArray();
        foreach (var set in CardElements.Buttons(shown.Select(buttons.Ask)))
        {
            yield return set;
        }

        if (shown.Length < sentences.Count)
        {
            yield return CardElements.Aside($"{Number(shown.Length)} of {Number(sentences.Count)} suggestions fit here; you may also type.", level.Sentence);
        }
    }

    private IEnumerable<JsonObject> Asks(IReadOnlyList<string> sentences) => Asks(sentences, _buttons, level);

    private IEnumerable<JsonObject> Block(Block block) => block switch
    {
        TextBlock text => [CardElements.Sentence(text.Text, text.Tone, level.Sentence)],
        FactsBlock facts => Facts(facts),
        TableBlock table => new TableElement(surface, view, level).Of(TablePage.First(table), answer.Title),
        ChartBlock chart => ChartElement.Of(chart, level),
        _ => throw new InvalidOperationException($"Block {block.GetType().Name} has no card."),
    };

    private IEnumerable<JsonObject> Facts(FactsBlock block)
    {
        var shown = block.Facts.Take(level.Facts).ToArray();
        if (shown.Length > 0)
        {
            yield return CardElements.Facts(shown.Select(fact => (fact.Label, fact.Figure?.Value.ToString() ?? fact.Text ?? "")), level.Cell * 2);
        }

        if (shown.Length < block.Facts.Count)
        {
            var rest = block.Facts.Skip(shown.Length).All(fact => fact.Figure is not null) ? $" \"{HowQuestion}\" names the others." : "";
            yield return CardElements.Aside($"{Number(shown.Length)} of {Number(block.Facts.Count)} facts.{rest}", level.Sentence);
        }
    }

    private IEnumerable<JsonObject> How(CardMaterial material)
    {
        if (material.AllSteps > 0 && level.Steps == 0)
        {
            return CardElements.Buttons([_buttons.Explain(HowQuestion, view.Turn, 1)]);
        }

        var steps = material.Steps.Take(level.Steps).ToArray();
        JsonObject[] inside = [.. steps.SelectMany(_bridge.Of), .. _bridge.OfEvidence(), .. MoreSteps(steps.Length, material.AllSteps)];
        if (inside.Length == 0)
        {
            return [];
        }

        var hidden = new JsonObject { ["type"] = "Container", ["id"] = HowElement, ["isVisible"] = false, ["style"] = "emphasis", ["items"] = new JsonArray([.. inside]) };
        return [.. CardElements.Buttons([CardButtons.Unfold(HowQuestion, HowElement)]), hidden];
    }

    private IEnumerable<JsonObject> MoreSteps(int last, int all) => last >= all
        ? []
        : [CardElements.Aside($"Figures and parts explained up to here: {Number(last)} of {Number(all)}.", level.Sentence), .. CardElements.Buttons([_buttons.Explain("Explain the next ones", view.Turn, last + 1)])];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
