using System.Globalization;
using System.Text.Json;
using Copilot.Gate;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>A past action for people: each step in order, with the words that were used then.</summary>
internal sealed class PastActionPrinter(IAnsiConsole console)
{
    private const string Gone = "(not kept any more, or erased; the ledger holds its hash)";

    /// <summary>Prints it.</summary>
    public void Print(PastAction action)
    {
        console.MarkupLine($"[bold]{Markup.Escape(action.Number)} as it was seen[/] [grey]({action.Entries.Count.ToString(CultureInfo.InvariantCulture)} entries of the ledger; every text below yields the hash that stands there)[/]");
        foreach (var entry in action.Entries)
        {
            console.MarkupLine($"[grey]{entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC  no. {entry.Sequence.ToString(CultureInfo.InvariantCulture)}[/]  [bold]{Markup.Escape(entry.Who)}[/] {Markup.Escape(entry.Kind)} {Markup.Escape(entry.About)}");
            Details(action, entry);
        }
    }

    private void Details(PastAction action, LedgerEntry entry)
    {
        foreach (var text in action.Texts.Where(text => text.About == entry.Subject && text.What == (entry.Kind == "called" ? "arguments" : entry.Kind)))
        {
            Line(Shown(text));
        }

        if (entry.Kind == "proposed" && action.Proposals.FirstOrDefault(proposal => proposal.Number == entry.Subject) is { } proposed)
        {
            Line(proposed.Bytes is null ? $"its bytes no longer yield {proposed.Digest}: part of it was erased" : $"its bytes yield {proposed.Digest}");
            new ProposalPrinter(console).PrintAsProposed(proposed.View);
        }
        else if (entry.Kind is not ("asked" or "answered"))
        {
            Line(entry.Payload);
        }
    }

    private void Line(string text) => console.WriteLine($"    {text.ReplaceLineEndings("\n    ")}");

    private static string Shown(PastText text)
    {
        if (text.Text is not { } kept)
        {
            return Gone;
        }

        // an activity's own words are what was read; everything else of it is wire
        using var json = Parse(kept);
        return json?.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("text", out var words) && words.ValueKind == JsonValueKind.String && words.GetString() is { Length: > 0 } said ? said : kept;
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
