using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Desk;

/// <summary>What goes out without being confirmed one by one: of the one who asks, or all of it for those who see the whole desk.</summary>
[Description("Lists the standing approvals: which mails go out by themselves, to whom, until when, and who approved that. Not for what waits to be confirmed (pending) and not for what was done (history).")]
internal sealed class ListStanding(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(int? limit, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var all = turn.Access.Of(Area.Desk) == Visibility.All;
        var rows = (await context.Proposals.StandingAsync(cancellationToken)).Where(row => all || row.RequestedBy == turn.Asker.Key || row.GrantedBy == turn.Asker.Key || row.Recipients.Contains(turn.Asker.Key)).ToList();
        var force = rows.FindAll(row => row.InForce);
        var names = await context.StaffAsync(cancellationToken);
        string Name(string key) => names.GetValueOrDefault(key, key);
        var filter = all ? "all standing approvals" : "standing approvals asked for or confirmed by you, or that write to you";

        var answer = new AnswerBuilder(context, Area.Desk, "Standing approvals");
        if (force.Count == 0)
        {
            answer.Say($"No standing approval is in force{(all ? "" : " that is yours or writes to you")}: whatever goes out was confirmed by a person, one by one.");
        }
        else
        {
            answer.Say($"{Wording.Count(force.Count, "standing approval is", "standing approvals are")} in force. What goes out under {(force.Count == 1 ? "it" : "them")} is not confirmed one by one.");
            Ends(answer, force, Name);
        }

        var text = new BridgeText("standing approvals in force", "desk", filter);
        answer.Facts(new Fact(Figures.Count("in_force", "In force", text, [.. force.Select(row => row.Number)])));
        answer.Table(new Grid<StandingApproval>("standing", "Standing approvals")
            .Text("number", "Number", row => row.Number)
            .Text("what", "What", row => Wording.Plain(row.Template.Split('/')[^1]))
            .Text("to", "To", row => Wording.List([.. row.Recipients.Select(Name)]))
            .Text("state", "Stands", row => row.InForce ? "in force" : row.EndedBy is { } by ? $"ended by {Name(by)}" : "over")
            .Day("until", "Until", row => row.Until)
            .Text("today", "Today", row => $"{row.UsedToday} of {row.PerDay}")
            .Text("last", "Last went out", row => row.LastUsed is { } day ? $"{day:yyyy-MM-dd}" : "not yet")
            .Text("by", "Confirmed by", row => $"{Name(row.GrantedBy)} ({row.Proposal})")
            .Toned(row => row.InForce ? Tone.Plain : Tone.Note)
            .Show([.. rows.Take(FunctionLimits.Rows(limit))], rows.Count, "There is no standing approval."));
        return answer.Evidence(Sources.Of("desk", filter, rows.Count, turn.Now, [.. rows.Take(FunctionLimits.Rows(limit)).Select(row => row.Number)]))
            .Next(rows.Take(2).Select(row => $"show {row.Proposal}")).Next("what was done today", "what is waiting for me").Build();
    }

    // how one is ended is told to whoever may; to others, who may
    private void Ends(AnswerBuilder answer, List<StandingApproval> force, Func<string, string> name)
    {
        var (asker, roles) = (context.Turn.Asker.Key, context.Turn.Access.Roles);
        var own = force.FindAll(row => row.RequestedBy == asker || row.GrantedBy == asker || row.EnderRoles.Any(roles.Contains));
        if (own.Count > 0)
        {
            answer.Say($"To end one at once, type for example: end {own[0].Number}", Tone.Note);
        }

        foreach (var group in force.Except(own).GroupBy(row => Wording.List([.. new[] { row.RequestedBy, row.GrantedBy }.Distinct(StringComparer.Ordinal).Select(name)])))
        {
            answer.Say($"{Wording.List([.. group.Select(row => row.Number)])} can be ended by {group.Key}, or by a colleague who may confirm such approvals.", Tone.Note);
        }
    }
}
