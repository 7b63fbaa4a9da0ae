using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The way of a deal through its stages.</summary>
internal static class DealHistory
{
    public static List<StageChange> Changes(SampleWorld world, DealDraft draft, Opportunity row)
    {
        var path = Path(draft);
        var last = draft.Closed ? draft.CloseOn : Workdays.Earlier(world.Yesterday, draft.CreatedOn.AddDays(Math.Max(1, (world.Day.DayNumber - draft.CreatedOn.DayNumber) * 4 / 5)));
        var span = Math.Max(0, last.DayNumber - draft.CreatedOn.DayNumber);
        var changes = new List<StageChange>();
        for (var i = 0; i < path.Count; i++)
        {
            changes.Add(new StageChange
            {
                OpportunityId = row.Id,
                From = i == 0 ? null : path[i - 1],
                To = path[i],
                ChangedOn = path.Count == 1 ? draft.CreatedOn : draft.CreatedOn.AddDays(span * i / (path.Count - 1)),
                ById = row.OwnerId,
            });
        }

        return changes;
    }

    private static List<Stage> Path(DealDraft draft)
    {
        var dice = draft.Dice("path");
        var reached = draft.Stage switch
        {
            Stage.Won => Stage.Commit,
            Stage.Lost => (Stage)dice.Between((int)Stage.Prospecting, (int)Stage.Negotiation),
            var open => open,
        };
        var path = Enumerable.Range(0, (int)reached + 1).Select(stage => (Stage)stage).ToList();
        if (draft.Fault == DealFault.StageSkipped)
        {
            path.Remove(Stage.Qualified);
        }
        else if (draft.Fault == DealFault.StageWentBack)
        {
            // forward by one, and back again
            path.Add((Stage)((int)reached + 1));
            path.Add(reached);
        }

        if (draft.Closed)
        {
            path.Add(draft.Stage);
        }

        return path;
    }
}
