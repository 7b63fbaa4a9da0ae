using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Desk.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Desk;

/// <summary>What was decided and done through the copilot: by the one who asks, or by everybody for those who see the whole desk.</summary>
[Description("Lists what was confirmed, rejected and done through the copilot, by whom and with which result. Not for an order's own trail (orders_show) and not for what still waits (pending).")]
internal sealed class ListHistory(FunctionContext context)
{
    private const int UsualDays = 30;

    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Period? period, string? kind, Id<Person>? actor, string? subject, int? limit, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var range = period?.Resolve(turn.Today, turn.Fiscal) ?? new DateRange(turn.Today.AddDays(-UsualDays), turn.Today);
        var who = actor is { } id ? await context.Read.FirstOrDefaultAsync(context.Read.People.Where(person => person.Id == id), cancellationToken) : null;
        var all = turn.Access.Of(Area.Desk) == Visibility.All;
        var done = await context.Proposals.HistoryAsync(
            new HistoryFilter(Start(range.From), Start(range.To.AddDays(1)), FunctionLimits.Rows(limit))
            {
                Involving = all ? null : turn.Asker.Key, Actor = who?.Key, Kind = kind is null ? null : DoneWords.Find(kind), Subject = subject?.Trim(),
            },
            cancellationToken);
        var filter = new FilterWords($"decided {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}")
            .And(all ? null : "asked for or decided by you").And(who is null ? null : $"by {who.Name}").And(kind is null ? null : $"kind {kind}").And(subject is null ? null : $"about {subject}").ToString();

        var names = await context.StaffAsync(cancellationToken);
        var answer = new AnswerBuilder(context, Area.Desk, $"What was done, {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}");
        if (done.Total == 0)
        {
            answer.Say($"Nothing was decided or done through the copilot ({filter}).");
        }
        else
        {
            var did = done.Ends.Where(Did).Sum(end => end.Count);
            var others = done.Ends.Where(end => !Did(end)).GroupBy(end => DoneWords.End(end.Proposal, end.State), StringComparer.Ordinal).Select(group => $"{group.Sum(end => end.Count)} {group.Key}").ToArray();
            answer.Say($"{Wording.Count(did, "change was", "changes were")} done{(others.Length == 0 ? "" : $", {done.Total - did} {(done.Total - did == 1 ? "was" : "were")} not: {Wording.List(others)}")} ({filter}).");
        }

        answer.Table(new Grid<DoneEffect>("history", "What was done")
            .Text("change", "Change", row => row.Key)
            .Text("at", "At (UTC)", row => $"{row.At.UtcDateTime:yyyy-MM-dd HH:mm}")
            .Text("what", "What", row => row.Subject.Length == 0 ? DoneWords.Kind(row.Kind) : $"{DoneWords.Kind(row.Kind)}: {row.Subject}")
            .Text("by", "By", row => names.GetValueOrDefault(row.DecidedBy ?? row.Requester, row.DecidedBy ?? row.Requester))
            .Text("end", "End", row => DoneWords.End(row.Proposal, row.State))
            .Text("receipt", "Receipt", row => row.Receipt ?? "")
            .Toned(row => row.State is EffectState.Failed or EffectState.Unknown ? Tone.Warning : Tone.Plain)
            .Show(done.Rows, done.Total, "Nothing was decided or done."));
        return answer.Evidence(Sources.Of("desk", filter, done.Total, turn.Now, [.. done.Rows.Select(row => row.Key)]))
            .Next(done.Rows.Take(1).Select(row => $"show {row.Key.Split('/')[0]}")).Next("what is waiting for me", "help").Build();
    }

    private static bool Did(EndCount end) => end is { Proposal: ProposalState.Confirmed, State: EffectState.Done };

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
