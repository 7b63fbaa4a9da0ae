using System.Text.Json.Nodes;

namespace Copilot.Bot;

/// <summary>The buttons of a card: what each sends is what <see cref="CardCommand"/> reads.</summary>
internal sealed class CardButtons(CardActions actions, CardLevel level)
{
    private const int LongestTitle = 80;
    private const int LongestNumber = 40;

    /// <summary>A button that asks a sentence.</summary>
    public JsonObject Ask(string text) => Button(text, AskData(text));

    /// <summary>What tapping a document's number does.</summary>
    public JsonObject Open(string number)
    {
        var action = Action(AskData(number));
        action["title"] = "Open " + CardText.Line(number, level.Cell);
        return action;
    }

    /// <summary>Whether a number is one that can be asked for.</summary>
    public static bool CanOpen(string number) => number.Length <= LongestNumber && CardText.Line(number, 1).Length > 0;

    /// <summary>Whether a sentence says anything and is short enough to be sent whole.</summary>
    public bool Fits(string text) => text.Length <= level.Command && CardText.Line(text, 1).Length > 0;

    /// <summary>A button that shows rows of a table from that one on.</summary>
    public JsonObject Rows(string title, string turn, string table, int from) =>
        Button(title, new JsonObject { ["do"] = "rows", ["turn"] = turn, ["table"] = table, ["from"] = from });

    /// <summary>A button that shows how the figures were computed, from that step on.</summary>
    public JsonObject Explain(string title, string turn, int from) => Button(title, new JsonObject { ["do"] = "explain", ["turn"] = turn, ["from"] = from });

    /// <summary>A button that unfolds what is hidden.</summary>
    public static JsonObject Unfold(string title, string element) =>
        new() { ["type"] = "Action.ToggleVisibility", ["title"] = title, ["targetElements"] = new JsonArray(element) };

    /// <summary>A button that makes a file of all rows of a table.</summary>
    public JsonObject Download(FileKind kind, string turn, string table) =>
        Button($"Download as {kind.Name()}", new JsonObject { ["do"] = "download", ["turn"] = turn, ["table"] = table, ["as"] = kind.Extension() });

    /// <summary>A button that shows a page of a proposal.</summary>
    public JsonObject Page(string title, string proposal, int page) => Button(title, new JsonObject { ["do"] = "proposal", ["proposal"] = proposal, ["page"] = page });

    /// <summary>A button that decides on a proposal, on the bytes that its card shows.</summary>
    public JsonObject Decide(string title, string proposal, string digest, string choice, string? style = null)
    {
        var button = Button(title, new JsonObject { ["do"] = "decide", ["proposal"] = proposal, ["digest"] = digest, ["choice"] = choice });
        if (style is not null)
        {
            button["style"] = style;
        }

        return button;
    }

    private static JsonObject AskData(string text) => new() { ["do"] = "ask", ["text"] = text };

    private JsonObject Button(string title, JsonObject data)
    {
        var action = Action(data);
        action["title"] = CardText.Line(title, LongestTitle);
        return action;
    }

    private JsonObject Action(JsonObject data) => actions switch
    {
        CardActions.Execute => new JsonObject { ["type"] = "Action.Execute", ["verb"] = data["do"]!.GetValue<string>(), ["data"] = data },
        CardActions.Submit => new JsonObject { ["type"] = "Action.Submit", ["data"] = data },
        _ => throw new InvalidOperationException($"No button for {actions}."),
    };
}
