using Copilot.Core;

namespace Copilot.Plugins.Crm.Rules;

/// <summary>A stretch of days in one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day on which it was left; none while it lasts.</param>
/// <param name="Days">Days from the first day to the day it was left, or to the day asked about.</param>
/// <param name="ById">Who moved it there.</param>
internal sealed record StageStretch(Stage Stage, DateOnly From, DateOnly? To, int Days, Id<Person>? ById);

/// <summary>How an opportunity went through its stages; the stretches follow one another without gap, so that their days add up to its age.</summary>
internal static class StageHistory
{
    /// <summary>Whether a deal in that stage is still in the making.</summary>
    public static bool IsOpen(Stage stage) => stage is not (Stage.Won or Stage.Lost);

    /// <summary>
    /// The stage on a day: as recorded, unless it was closed later than that day; then what the last change up to the day says, else what it was
    /// before its first change.
    /// </summary>
    public static Stage On(Opportunity opportunity, IReadOnlyList<StageChange> changes, DateOnly day)
    {
        if (IsOpen(opportunity.Stage) || opportunity.ClosedOn is not { } closed || closed <= day)
        {
            return opportunity.Stage;
        }

        var ordered = Ordered(changes);
        var last = ordered.LastOrDefault(change => change.ChangedOn <= day && IsOpen(change.To));
        return last?.To ?? (ordered.Count > 0 ? ordered[0].From : null) ?? Stage.Prospecting;
    }

    /// <summary>The day since which it is in its stage: of the last change into it up to the day, else the day it was begun; nothing when neither is known.</summary>
    public static DateOnly? Since(Opportunity opportunity, IReadOnlyList<StageChange> changes, DateOnly day)
    {
        var stage = On(opportunity, changes, day);
        return Ordered(changes).LastOrDefault(change => change.ChangedOn <= day && change.To == stage)?.ChangedOn ?? opportunity.CreatedOn;
    }

    /// <summary>All stretches up to a day, oldest first; a won or lost deal ends with its closing. Empty when no day is known.</summary>
    public static IReadOnlyList<StageStretch> Of(Opportunity opportunity, IReadOnlyList<StageChange> changes, DateOnly day)
    {
        var ordered = Ordered(changes).Where(change => change.ChangedOn <= day).ToList();
        var begun = opportunity.CreatedOn is { } created && (ordered.Count == 0 || created < ordered[0].ChangedOn) ? created : ordered.Count > 0 ? ordered[0].ChangedOn : (DateOnly?)null;
        if (begun is not { } start || start > day)
        {
            return [];
        }

        var moves = new List<(Stage Stage, DateOnly From, Id<Person>? By)>();
        if (ordered.Count == 0 || ordered[0].ChangedOn > start)
        {
            moves.Add((ordered.Count > 0 ? ordered[0].From ?? Stage.Prospecting : IsOpen(opportunity.Stage) ? opportunity.Stage : Stage.Prospecting, start, null));
        }

        moves.AddRange(ordered.Select(change => (change.To, change.ChangedOn, change.ById)));
        if (opportunity.ClosedOn is { } closed && closed <= day && !IsOpen(opportunity.Stage) && moves[^1].Stage != opportunity.Stage)
        {
            moves.Add((opportunity.Stage, closed > moves[^1].From ? closed : moves[^1].From, null));
        }

        return [.. moves.Select((move, i) => Stretch(move, i + 1 < moves.Count ? moves[i + 1].From : null, day))];
    }

    private static StageStretch Stretch((Stage Stage, DateOnly From, Id<Person>? By) move, DateOnly? next, DateOnly day)
    {
        // time after the closing is no time in a stage
        var end = next ?? (IsOpen(move.Stage) ? day : move.From);
        return new StageStretch(move.Stage, move.From, next, end.DayNumber - move.From.DayNumber, move.By);
    }

    private static IReadOnlyList<StageChange> Ordered(IReadOnlyList<StageChange> changes) => [.. changes.OrderBy(change => change.ChangedOn).ThenBy(change => change.Id)];
}
