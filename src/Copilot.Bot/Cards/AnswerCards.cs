using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>
/// The one renderer from a turn to an Adaptive Card 1.5. No card is larger than <see cref="LargestBytes"/>: the first level that fits is taken, and what
/// it leaves away is counted on the card.
/// </summary>
internal sealed class AnswerCards(CardSurface surface)
{
    /// <summary>A card has at most this many bytes of UTF-8 JSON.</summary>
    public const int LargestBytes = 28 * 1024;

    private const int LongestPlainText = 300;

    // stands for the turn in a card that is kept: longer than any turn's number, so that the card is never larger with it, and in nobody's records
    private static readonly byte[] AnyTurn = "turn-b3c9e1f2-5d7a-4f60"u8.ToArray();

    /// <summary>The card of a turn as it is sent, made once for all turns that have the same answer. Call it while the turn's report is open.</summary>
    public async Task<RawJson> MadeAsync(TurnReport report, CardView view, CancellationToken cancellationToken)
    {
        if (!view.Whole || report.Kept is not { } kept)
        {
            return RawJson.Of(await RenderAsync(report, view, cancellationToken));
        }

        if (!kept.Shown.TryGetValue(surface, out var card))
        {
            kept.Shown[surface] = card = RawJson.Of(await RenderAsync(report, view with { Turn = Encoding.UTF8.GetString(AnyTurn) }, cancellationToken)).Utf8;
        }

        return new RawJson(For(view.Turn, card.Span));
    }

    /// <summary>The card of a turn, or of a later part of it. Call it while the turn's report is open, for it reads rows.</summary>
    public async Task<JsonObject> RenderAsync(TurnReport report, CardView view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(view);
        var plainText = PlainText(report);
        if (report.Answer is not { } answer)
        {
            return Smallest(level => CardElements.Card(MessageBody.Of(report.Outcome, plainText.Length == 0 ? report.Text : Said(report), report.Choices, report.Code, surface.Actions, level), plainText, level));
        }

        var material = await CardMaterial.ReadAsync(answer, view, cancellationToken);
        using var pieces = new CardPieces();
        foreach (var level in CardLevel.All)
        {
            var body = new AnswerBody(surface, view, level, answer, report.Message, pieces);
            var elements = material.Page is { } page ? body.Rows(page) : view.Explain ? body.Explanation(material) : body.Whole(material);
            if (pieces.Bytes(CardElements.Card([], plainText, level)) + CardPiece.Size(elements) <= LargestBytes)
            {
                return CardElements.Card(elements.Select(piece => piece.Build()), plainText, level);
            }
        }

        throw TooLarge();
    }

    /// <summary>The card of a fault that came before there was a turn: an unknown person, a button of another version.</summary>
    public JsonObject Render(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Smallest(level => CardElements.Card(MessageBody.Of(fault, surface.Actions, level), fault.Message, level));
    }

    /// <summary>
    /// The short answer in a sentence or two, for notifications and screen readers: the text of the message that carries the card. It is plain text, not
    /// Markdown.
    /// </summary>
    public static string PlainText(TurnReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var answer = report.Answer is { } given ? given.Blocks.OfType<TextBlock>().FirstOrDefault()?.Text ?? given.Title : null;
        return string.Join(' ', new[] { answer, Said(report) }.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => CardText.Line(text!, LongestPlainText)));
    }

    private static ReadOnlyMemory<byte> For(string turn, ReadOnlySpan<byte> card)
    {
        var (made, number) = (new ArrayBufferWriter<byte>(card.Length), Encoding.UTF8.GetBytes(turn));
        for (int place; (place = card.IndexOf(AnyTurn)) >= 0; card = card[(place + AnyTurn.Length)..])
        {
            made.Write(card[..place]);
            made.Write(number);
        }

        made.Write(card);
        return made.WrittenMemory;
    }

    private static string Said(TurnReport report) => report.Message ?? report.Proposal?.Title ?? "";

    private static JsonObject Smallest(Func<CardLevel, JsonObject> render)
    {
        using var pieces = new CardPieces();
        return CardLevel.All.Select(render).FirstOrDefault(card => pieces.Bytes(card) <= LargestBytes) ?? throw TooLarge();
    }

    private static InvalidOperationException TooLarge() => new("The last level of a card is larger than a card may be.");
}
