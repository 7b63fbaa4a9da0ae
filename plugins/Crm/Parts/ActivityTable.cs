using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>The table of calls, meetings, mails and notes.</summary>
internal static class ActivityTable
{
    /// <summary>Newest first, as read.</summary>
    public static Grid<Activity> Grid(Dictionary<Id<Person>, string> people) => new Grid<Activity>("activities", "Activities, newest first")
        .Day("on", "Day (UTC)", row => DateOnly.FromDateTime(row.At.UtcDateTime))
        .Text("kind", "Kind", row => row.Kind)
        .Text("subject", "Subject", row => row.Subject)
        .Text("by", "By", row => row.ById is { } id ? people.GetValueOrDefault(id) : null);
}
