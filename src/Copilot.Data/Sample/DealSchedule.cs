using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The deals of eighteen months: how many were won and lost, how fast, and what is open; shares and pace follow crm_opportunities.</summary>
internal static class DealSchedule
{
    private const int ClosedDeals = 240;
    private const int HistoryDays = 530;

    // open deals by stage, with the faults planted among them
    private static readonly (Stage Stage, int Clean, DealFault[] Faults)[] Open =
    [
        (Stage.Prospecting, 9, [DealFault.MissingContact, DealFault.MissingContact, DealFault.Stale, DealFault.OwnerInactive, DealFault.AmountOutlier]),
        (Stage.Qualified, 10, [DealFault.Stale, DealFault.Stale, DealFault.MissingAmount, DealFault.CloseDatePast, DealFault.StageWentBack, DealFault.OwnerInactive, DealFault.CloseDatePushed]),
        (Stage.Proposal, 8, [DealFault.MissingNextStep, DealFault.MissingAmount, DealFault.CloseDatePast, DealFault.StageSkipped, DealFault.StageWentBack, DealFault.CloseDatePushed, DealFault.MissingContact]),
        (Stage.Negotiation, 5, [DealFault.MissingNextStep, DealFault.MissingNextStep, DealFault.StageSkipped, DealFault.StageSkipped, DealFault.CloseDatePast, DealFault.StageWentBack, DealFault.CloseDatePushed, DealFault.AmountOutlier, DealFault.Stale]),
        (Stage.Commit, 6, [DealFault.SlowCommit, DealFault.SlowCommit, DealFault.SlowCommit, DealFault.SlowCommit, DealFault.MissingNextStep, DealFault.CloseDatePast, DealFault.MissingAmount, DealFault.OwnerInactive]),
    ];

    public static List<DealDraft> Make(SampleWorld world)
    {
        var drafts = new List<DealDraft>();
        var dice = new Dice("deals");
        var accounts = world.Records.Accounts.Where(account => !CrmFacts.Duplicates.Any(duplicate => duplicate.Name == account.Name)).ToList();
        var customers = accounts.Where(account => account.CustomerId is not null).ToList();
        for (var i = 0; i < ClosedDeals; i++)
        {
            // an even mix that keeps the measured share of wins
            var won = (int)((i + 1) * Shapes.WinShare) > (int)(i * Shapes.WinShare);
            var closed = world.Day.AddDays(-2 - dice.Between(0, HistoryDays)).WorkdayUntil();
            var days = (int)Math.Round(dice.FromQuantiles(won ? Shapes.DaysToWin : Shapes.DaysToLoss));
            var account = dice.Of(dice.Chance(won ? 0.7 : 0.35) ? customers : accounts);
            drafts.Add(new DealDraft(drafts.Count, account, won ? Stage.Won : Stage.Lost, closed.AddDays(-days), closed, DealFault.None));
        }

        foreach (var (stage, clean, faults) in Open)
        {
            for (var i = 0; i < clean + faults.Length; i++)
            {
                drafts.Add(OpenDeal(world, drafts.Count, stage, i < clean ? DealFault.None : faults[i - clean], accounts, dice));
            }
        }

        return [.. drafts.OrderBy(draft => draft.CreatedOn)];
    }

    private static DealDraft OpenDeal(SampleWorld world, int serial, Stage stage, DealFault fault, List<Account> accounts, Dice dice)
    {
        var age = (8 * (int)stage) + dice.Between(4, 26);
        age = fault switch
        {
            DealFault.Stale => age + dice.Between(110, 160),
            DealFault.SlowCommit => dice.Between(165, 240),
            DealFault.CloseDatePushed => age + 90,
            DealFault.CloseDatePast => age + 60,
            _ => age,
        };
        var close = fault == DealFault.CloseDatePast ? -dice.Between(6, 40) : stage == Stage.Commit ? dice.Between(4, 38) : dice.Between(12, 120);
        var pool = fault == DealFault.OwnerInactive ? accounts.FindAll(account => account.Region == "Benelux") : accounts;
        return new DealDraft(serial, dice.Of(pool), stage, world.Day.AddDays(-age).WorkdayUntil(), world.Day.AddDays(close).WorkdayFrom(), fault);
    }
}
