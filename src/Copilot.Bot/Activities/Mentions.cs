using System.Text.Json;

namespace Copilot.Bot;

/// <summary>In a group the copilot hears what mentions it; the mention is not part of the question.</summary>
internal static class Mentions
{
    /// <summary>The text without the copilot's own mention; other people's stay as their names.</summary>
    public static string Strip(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity.ValueKind == JsonValueKind.Object && Text(entity, "type") == "mention" && Text(entity, "text") is { Length: > 0 } mention)
            {
                var own = entity.TryGetProperty("mentioned", out var mentioned) && Text(mentioned, "id") == activity.Recipient?.Id;
                text = text.Replace(mention, own ? " " : Name(mention), StringComparison.OrdinalIgnoreCase);
            }
        }

        return text.Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
    }

    /// <summary>
    /// What the person typed themselves, as far as it may decide something: the text without the copilot's own mention, and nothing where anybody else is
    /// mentioned, because a name that somebody gave themselves is not what this person typed.
    /// </summary>
    public static string? Typed(Activity activity)
    {
        var others = (activity.Entities ?? []).Any(entity => entity.ValueKind == JsonValueKind.Object && Text(entity, "type") == "mention"
            && !(entity.TryGetProperty("mentioned", out var mentioned) && Text(mentioned, "id") == activity.Recipient?.Id));
        return others ? null : Strip(activity);
    }

    private static string Name(string mention) => mention.Replace("<at>", "", StringComparison.OrdinalIgnoreCase).Replace("</at>", "", StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
