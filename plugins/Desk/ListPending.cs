using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Desk;

/// <summary>What waits for the one who asks: to be decided by them, by others, or to be settled after something went wrong.</summary>
[Description("Lists the proposals that wait: for your confirmation, for somebody else's, or for your word after something went wrong. Not for what was done already (history).")]
internal sealed class ListPending(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(int? limit, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var rows = await context.Proposals.WaitingAsync(turn.Asker, turn.Access.Roles, cancellationToken);
        var mine = rows.Count(row => row.For == WaitingFor.YourDecision);
        var answer = new AnswerBuilder(context, Area.Desk, "What is waiting");
        if (rows.Count == 0)
        {
            answer.Say($"Nothing waits for you.", Tone.Good);
        }
        else
        {
            answer.Say(mine == 0 ? (FormattableString)$"Nothing waits for your decision; {Wording.Count(rows.Count, "proposal")} of yours {(rows.Count == 1 ? "waits" : "wait")} for others or need a word." : $"{Wording.Count(mine, "proposal waits", "proposals wait")} for your decision. Nothing of it is done before.");
        }

        if (rows.FirstOrDefault(row => row.For == WaitingFor.YourDecision) is { } next && next.ExpiresAt - turn.Now < TimeSpan.FromHours(4))
        {
            answer.Say($"{next.Number} expires first, at {next.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", Tone.Warning);
        }

        foreach (var away in rows.SelectMany(row => row.Away.Select(sentence => (row.Number, Sentence: sentence))).GroupBy(away => away.Sentence, away => away.Number))
        {
            answer.Say($"{away.Key} Asked for {Wording.List([.. away])}.", Tone.Note);
        }

        var names = await context.StaffAsync(cancellationToken);
        var text = new BridgeText("proposals that wait", "desk", "open to you");
        answer.Facts(
            new Fact(Figures.Count("waiting", "For your decision", text, [.. rows.Where(row => row.For == WaitingFor.YourDecision).Select(row => row.Number)])),
            new Fact(Figures.Count("others", "For others or to be settled", text, [.. rows.Where(row => row.For != WaitingFor.YourDecision).Select(row => row.Number)])));
        answer.Table(new Grid<WaitingProposal>("pending", "Waiting")
            .Text("proposal", "Proposal", row => row.Number)
            .Text("what", "What", row => row.Title)
            .Text("for", "Waits for", row => Plain(row.For))
            .Text("asked_by", "Asked by", row => names.GetValueOrDefault(row.Requester, row.Requester))
            .Amount("worth", "Worth", row => row.Worth)
            .Text("expires", "Open until (UTC)", row => row.For is WaitingFor.YourDecision or WaitingFor.SomebodyElse ? $"{row.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm}" : "")
            .Toned(row => row.For is WaitingFor.YourWord or WaitingFor.AnotherTry ? Tone.Warning : Tone.Plain)
            .Show([.. rows.Take(FunctionLimits.Rows(limit))], rows.Count, "Nothing waits for you."));
        return answer.Evidence(Sources.Of("desk", "proposals open to you", rows.Count, turn.Now, [.. rows.Take(FunctionLimits.Rows(limit)).Select(row => row.Number)]))
            .Next(rows.Take(2).Select(row => $"show {row.Number}")).Next("what was done today", "help").Build();
    }

    private static string Plain(WaitingFor reason) => reason switch
    {
        WaitingFor.YourDecision => "your decision",
        WaitingFor.SomebodyElse => "somebody else's decision",
        WaitingFor.YourWord => "your word whether it happened",
        WaitingFor.AnotherTry => "another try",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
