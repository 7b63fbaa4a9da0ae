using System.Globalization;
using Copilot.Core;
using YamlDotNet.RepresentationModel;

namespace Copilot.Gate;

/// <summary>Reads when an effect is carried out.</summary>
internal static class PolicyHours
{
    private const string Key = "hours";
    private const string Expected = "as {from: \"08:00\", until: \"18:00\", days: [monday, tuesday]}; days may be left out";

    private static readonly DayOfWeek[] Week = Enum.GetValues<DayOfWeek>();

    /// <summary>When it rests instead; nothing where no hours are said.</summary>
    public static RestHours? Read(IReadOnlyDictionary<string, YamlNode> fields, Func<YamlNode, string, string, Exception> wrong)
    {
        if (!fields.TryGetValue(Key, out var node))
        {
            return null;
        }

        if (node is not YamlMappingNode { Children: var parts } || parts.Keys.Any(key => key is not YamlScalarNode { Value: "from" or "until" or "days" })
            || Time(parts, "from") is not { } from || Time(parts, "until") is not { } until || from == until)
        {
            throw wrong(node, Key, Expected);
        }

        var days = Week.ToHashSet();
        if (parts.TryGetValue(new YamlScalarNode("days"), out var named))
        {
            days = [.. (named as YamlSequenceNode ?? throw wrong(node, Key, Expected)).Select(day => Day(day) ?? throw wrong(day, Key, Expected))];
        }

        return days.Count == 0 ? throw wrong(node, Key, Expected) : new RestHours(until, from, Week.Except(days).ToHashSet());
    }

    private static DayOfWeek? Day(YamlNode node) =>
        node is YamlScalarNode { Value: { } name } && Array.Find(Week, day => string.Equals(day.ToString(), name, StringComparison.OrdinalIgnoreCase)) is var found && string.Equals(found.ToString(), name, StringComparison.OrdinalIgnoreCase)
            ? found : null;

    private static TimeOnly? Time(IDictionary<YamlNode, YamlNode> parts, string key) =>
        parts.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: var text } && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
