using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Bot;

/// <summary>What the inbox says of a proposal.</summary>
internal static class InboxWords
{
    /// <summary>A kind of effect as it is read: "Log call".</summary>
    public static string Kind(string kind) => kind.Length == 0 ? "" : char.ToUpperInvariant(kind[0]) + kind[1..].Replace('_', ' ');

    /// <summary>What it waits for, where that is not plainly a decision; with whom; who is away.</summary>
    public static string Note(WaitingProposal row, string asker, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> away)
    {
        string Name(string key) => names.GetValueOrDefault(key, key);
        var parts = new List<string>();
        switch (row.For)
        {
            case WaitingFor.YourWord:
                parts.Add("Nobody knows whether it happened. Say so on its card.");
                break;
            case WaitingFor.AnotherTry:
                parts.Add("Something of it failed. It can be tried again.");
                break;
            case WaitingFor.YourDecision when row.AskedBy is { } by && by != asker:
                parts.Add(away.TryGetValue(by, out var absent) ? $"{absent.TrimEnd('.')}: you decide in their place." : $"{Name(by)} gave it to you to decide.");
                break;
            case WaitingFor.SomebodyElse when row.Asked.Count > 0:
                parts.Add($"Waits with {string.Join(", ", row.Asked.Select(Name))}.");
                break;
            case WaitingFor.SomebodyElse when row.Confirmers.Count > 0:
                parts.Add($"Can be decided by: {string.Join(" or ", row.Confirmers.Select(role => role.Replace('_', ' ')))}. Open it to ask somebody.");
                break;
            default:
                break;
        }

        parts.AddRange(row.Asked.Where(key => key != asker && key != row.AskedBy).Select(key => away.GetValueOrDefault(key)).OfType<string>());
        return string.Join(' ', parts);
    }

    /// <summary>What came of a decision.</summary>
    public static string End(DecidedProposal row)
    {
        if (row.State == ProposalState.Rejected)
        {
            return row.Reason is { Length: > 0 } why ? $"Rejected: {why}" : "Rejected";
        }

        var ends = row.Ends.GroupBy(end => end).OrderBy(group => group.Key).ToArray();
        return ends.Length == 1 ? $"Confirmed, {Plain(ends[0].Key)}" : $"Confirmed: {string.Join(", ", ends.Select(group => $"{group.Count().ToString(System.Globalization.CultureInfo.InvariantCulture)} {Plain(group.Key)}"))}";
    }

    private static string Plain(EffectState state) => Words.Of(state).Replace('_', ' ');
}
