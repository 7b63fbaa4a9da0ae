using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>The elements of an answer's card at one level: the short answer first, then figures, tables and charts, then where it all comes from.</summary>
internal sealed class AnswerBody(CardSurface surface, CardView view, CardLevel level, Answer answer, string? beside, CardPieces pieces)
{
    private const string HowQuestion = "How was this computed?";
    private const string HowElement = "how";
    private readonly CardButtons _buttons = new(surface.Actions, level);

    // what only some parts depend on: another value of it makes the others no other
    private readonly CardLevel _look = level with { BridgeRows = 0, Steps = 0, Rows = 0 };

    /// <summary>The whole answer.</summary>
    public IReadOnlyList<CardPiece> Whole(CardMaterial material)
    {
        var body = new List<CardPiece> { pieces.Of(CardElements.Heading(answer.Title, level.Sentence)) };
        var shown = answer.Blocks.Take(level.Blocks).ToArray();
        var firstSentence = Array.FindIndex(shown, block => block is TextBlock);
        if (beside is not null && firstSentence < 0)
        {
            body.Add(pieces.Of(CardElements.Sentence(beside, Tone.Warning, level.Sentence)));
        }

        foreach (var (index, block) in shown.Index())
        {
            body.AddRange(Block(block, index));
            if (beside is not null && index == firstSentence)
            {
                body.Add(pieces.Of(CardElements.Sentence(beside, Tone.Warning, level.Sentence)));
            }
        }

        if (shown.Length < answer.Blocks.Count)
        {
            body.Add(pieces.Of(CardElements.Aside($"{Number(shown.Length)} of {Number(answer.Blocks.Count)} parts of this answer fit here. Ask for less at a time to see the others.", level.Sentence)));
        }

        return [.. body, .. Sources(), .. How(material), .. pieces.Of(CardPart.Asks, 0, _look, look => Asks(answer.Next, new CardButtons(surface.Actions, look), look))];
    }

    /// <summary>A later page of one table.</summary>
    public IReadOnlyList<CardPiece> Rows(TablePage page) =>
        [.. new[] { CardElements.Heading(answer.Title, level.Sentence) }.Concat(new TableElement(surface, view, level).Of(page, answer.Title)).Select(pieces.Of), .. Sources()];

    /// <summary>Nothing but how the figures were computed.</summary>
    public IReadOnlyList<CardPiece> Explanation(CardMaterial material)
    {
        var steps = material.Steps.Take(Math.Max(1, level.Steps * 2)).ToArray();
        return
        [
            pieces.Of(CardElements.Heading($"How this was computed: {answer.Title}", level.Sentence)),
            .. steps.Index().SelectMany(step => Step(step.Item, step.Index)),
            .. view.From <= 1 ? Evidence() : [],
            .. MoreSteps(view.From - 1 + steps.Length, material.AllSteps).Select(pieces.Of),
            .. Sources(),
        ];
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

    private IReadOnlyList<CardPiece> Block(Block block, int place)
    {
        if (block is TableBlock table)
        {
            var page = TablePage.First(table);
            return pieces.Of(CardPart.Block, place, _look with { Rows = Math.Min(level.Rows, page.Rows.Count) }, look => new TableElement(surface, view, look).Of(page, answer.Title));
        }

        return pieces.Of(CardPart.Block, place, _look, look => block switch
        {
            TextBlock text => [CardElements.Sentence(text.Text, text.Tone, look.Sentence)],
            FactsBlock facts => Facts(facts, look),
            ChartBlock chart => ChartElement.Of(chart, look),
            _ => throw new InvalidOperationException($"Block {block.GetType().Name} has no card."),
        });
    }

    private IReadOnlyList<CardPiece> Step(BridgeStep step, int place) =>
        pieces.Of(CardPart.Step, place, _look with { BridgeRows = Math.Min(level.BridgeRows, step.Rows.Count) }, look => new BridgeElement(answer, look).Of(step));

    private IReadOnlyList<CardPiece> Evidence() => pieces.Of(CardPart.Evidence, 0, _look with { BridgeRows = level.BridgeRows }, look => new BridgeElement(answer, look).OfEvidence());

    private IReadOnlyList<CardPiece> Sources() => pieces.Of(CardPart.Sources, 0, _look, look => new BridgeElement(answer, look).Sources());

    private static IEnumerable<JsonObject> Facts(FactsBlock block, CardLevel level)
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

    private IReadOnlyList<CardPiece> How(CardMaterial material)
    {
        if (material.AllSteps > 0 && level.Steps == 0)
        {
            return [.. CardElements.Buttons([_buttons.Explain(HowQuestion, view.Turn, 1)]).Select(pieces.Of)];
        }

        var steps = material.Steps.Take(level.Steps).ToArray();
        CardPiece[] inside = [.. steps.Index().SelectMany(step => Step(step.Item, step.Index)), .. Evidence(), .. MoreSteps(steps.Length, material.AllSteps).Select(pieces.Of)];
        if (inside.Length == 0)
        {
            return [];
        }

        var hidden = new JsonObject { ["type"] = "Container", ["id"] = HowElement, ["isVisible"] = false, ["style"] = "emphasis", ["items"] = new JsonArray() };
        return [.. CardElements.Buttons([CardButtons.Unfold(HowQuestion, HowElement)]).Select(pieces.Of), pieces.Of(hidden) with { Inside = inside }];
    }

    private IEnumerable<JsonObject> MoreSteps(int last, int all) => last >= all
        ? []
        : [CardElements.Aside($"Figures and parts explained up to here: {Number(last)} of {Number(all)}.", level.Sentence), .. CardElements.Buttons([_buttons.Explain("Explain the next ones", view.Turn, last + 1)])];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
