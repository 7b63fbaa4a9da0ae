using System.Globalization;
using Copilot.Core;
using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary>Which part of the inbox is asked for. All of it comes from outside.</summary>
/// <param name="Tab">Which list.</param>
/// <param name="Text">Only what holds these words, folded; empty for all.</param>
/// <param name="Kind">Only this kind of effect, by its canonical word; empty for all.</param>
/// <param name="By">Only what this person asked for, by short name; empty for all.</param>
/// <param name="Page">Which page, from 1.</param>
internal sealed record InboxQuery(InboxTab Tab, string Text, string Kind, string By, int Page)
{
    private const int Longest = 200;
    private const int LastPage = 100_000;

    /// <summary>Reads it from an address.</summary>
    public static Result<InboxQuery> Read(IQueryCollection query)
    {
        var (tab, page) = (query["tab"].ToString(), query["page"].ToString());
        var number = 1;
        if (tab is not ("" or "yours" or "others" or "decided") || (page.Length > 0 && !(int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= LastPage)))
        {
            return new Fault("BT-066", "The inbox has the lists yours, others and decided, and pages from 1. Load the page again.");
        }

        return new InboxQuery(tab switch { "others" => InboxTab.Others, "decided" => InboxTab.Decided, _ => InboxTab.Yours }, Folding.Fold(Short(query["text"].ToString())), Short(query["kind"].ToString()), Short(query["by"].ToString()), number);
    }

    /// <summary>Whether a text holds each of the words.</summary>
    public bool Matches(params string[] texts)
    {
        if (Text.Length == 0)
        {
            return true;
        }

        var all = Folding.Fold(string.Join(' ', texts));
        return Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => all.Contains(word, StringComparison.Ordinal));
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest];
}
