using System.Text.Json;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>What a card's button asks for. It comes from outside, so nothing in it is believed before it has been checked.</summary>
internal abstract record CardCommand
{
    private const int LongestText = 4_000;
    private const int LongestKey = 200;
    private const int LastRow = 10_000_000;

    private CardCommand()
    {
    }

    /// <summary>
    /// Reads the <c>value</c> of an <c>adaptiveCard/action</c> invoke (its <c>action.data</c> and <c>action.verb</c>) or of a message (the data itself,
    /// merged with the card's inputs). Fields that no command has are passed over.
    /// </summary>
    public static Result<CardCommand> Parse(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return CardFaults.NotACommand;
        }

        var (data, verb) = (value, (string?)null);
        if (value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object)
        {
            verb = ReadText(action, "verb", LongestKey);
            data = action.TryGetProperty("data", out var given) ? given : default;
            if (data.ValueKind != JsonValueKind.Object)
            {
                return CardFaults.NotACommand;
            }
        }

        return data.TryGetProperty("do", out _)
            ? Named(ReadText(data, "do", LongestKey), data)
            : verb is null ? CardFaults.NotACommand : Named(verb, data);
    }

    private static Result<CardCommand> Named(string? name, JsonElement data) => name switch
    {
        "ask" => ReadText(data, "text", LongestText) is { } text ? new Ask(text) : CardFaults.BadField("text"),
        "rows" => ReadTurn(data) is not { } turn ? CardFaults.BadField("turn")
            : ReadText(data, "table", LongestKey) is not { } table ? CardFaults.BadField("table")
            : ReadFrom(data) is { } from ? new Rows(turn, table, from) : CardFaults.BadField("from"),
        "explain" => ReadTurn(data) is not { } turn ? CardFaults.BadField("turn")
            : ReadFrom(data) is { } from ? new Explain(turn, from) : CardFaults.BadField("from"),
        "download" => ReadTurn(data) is not { } turn ? CardFaults.BadField("turn")
            : ReadText(data, "table", LongestKey) is not { } table ? CardFaults.BadField("table")
            : FileKinds.Of(ReadText(data, "as", LongestKey)) is { } kind ? new Download(turn, table, kind) : CardFaults.BadField("as"),
        "proposal" => ReadText(data, "proposal", LongestKey) is not { } shown ? CardFaults.BadField("proposal")
            : ReadNumber(data, "page") is { } page ? new Page(shown, page) : CardFaults.BadField("page"),
        "decide" => ReadText(data, "proposal", LongestKey) is not { } proposal ? CardFaults.BadField("proposal")
            : ReadText(data, "digest", LongestKey) is not { } digest ? CardFaults.BadField("digest")
            : ReadText(data, "choice", LongestKey) is { } choice ? new Decide(proposal, digest, choice, data.Clone()) : CardFaults.BadField("choice"),
        _ => CardFaults.UnknownCommand,
    };

    private static string? ReadTurn(JsonElement data) => ReadText(data, "turn", LongestKey);

    private static int? ReadFrom(JsonElement data) => ReadNumber(data, "from");

    private static int? ReadNumber(JsonElement data, string name) =>
        data.TryGetProperty(name, out var from) && from.ValueKind == JsonValueKind.Number && from.TryGetInt32(out var number) && number is >= 1 and <= LastRow ? number : null;

    private static string? ReadText(JsonElement data, string name, int most)
    {
        if (!data.TryGetProperty(name, out var element) || element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            var text = element.GetString()!;
            return text.Length <= most && text.Any(character => !char.IsWhiteSpace(character) && !char.IsControl(character)) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair: JSON may carry it, a text may not
            return null;
        }
    }

    /// <summary>A sentence, as if it had been typed: a next question, a choice, a document's number.</summary>
    internal sealed record Ask(string Text) : CardCommand;

    /// <summary>More rows of a turn's table, beginning with that one (counted from 1).</summary>
    internal sealed record Rows(string Turn, string Table, int From) : CardCommand;

    /// <summary>How a turn's figures were computed, beginning with that step (counted from 1).</summary>
    internal sealed record Explain(string Turn, int From) : CardCommand;

    /// <summary>A page of a proposal that one card does not hold, counted from 1.</summary>
    internal sealed record Page(string Proposal, int Number) : CardCommand;

    /// <summary>A decision on a proposal: on those bytes, with what stood in the card's inputs.</summary>
    internal sealed record Decide(string Proposal, string Digest, string Choice, JsonElement Inputs) : CardCommand;

    /// <summary>All rows of a turn's table as a file.</summary>
    internal sealed record Download(string Turn, string Table, FileKind Kind) : CardCommand;
}
