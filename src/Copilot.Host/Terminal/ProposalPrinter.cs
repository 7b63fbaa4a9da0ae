using System.Globalization;
using Copilot.Core;
using Copilot.Gate;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>A proposal for people: all that would be changed, read from its sealed bytes, and how to decide.</summary>
internal sealed class ProposalPrinter(IAnsiConsole console)
{
    /// <summary>Prints it as it was shown when it was proposed: nothing decided, nothing run.</summary>
    public void PrintAsProposed(ProposalView view) => PrintText(view with
    {
        State = ProposalState.Proposed, DecidedBy = null, DecidedAt = null, AgreedBy = [], Stopped = null, Standing = null,
        Effects = [.. view.Effects.Select(effect => effect with { State = EffectState.Proposed, Receipt = null, Undoable = false, UndoneBy = null, WaitsUntil = null })],
    });

    /// <summary>Prints it whole.</summary>
    public void Print(ProposalView view, DateTimeOffset now)
    {
        PrintText(view);
        PrintWays(view, now);
    }

    private void PrintText(ProposalView view)
    {
        console.MarkupLine($"[bold]{Markup.Escape(view.Number)}  {Markup.Escape(view.Proposal.Title)}[/] [grey]({Markup.Escape(State(view))})[/]");
        Line("default", view.Proposal.Reason);
        if (view.Stopped is { } said)
        {
            Line("red", $"Everything is stopped: {said}. Nothing is confirmed or run until an administrator releases it (copilot gate release).");
        }

        if (view is { State: ProposalState.Proposed, UndoneWith: [_, ..] roles })
        {
            Line("yellow", $"It takes back as much as was changed: somebody else than the one who asks has to confirm it ({string.Join(" or ", roles)}).");
        }

        foreach (var effect in view.Effects)
        {
            Print(effect);
        }

        foreach (var remark in view.Proposal.Remarks)
        {
            Line(remark.Tone switch { Tone.Good => "green", Tone.Warning => "yellow", Tone.Note => "grey", Tone.Plain => "default", _ => throw new InvalidOperationException($"Tone {remark.Tone} has no colour.") }, remark.Text);
        }
    }

    /// <summary>Prints what came of a decision.</summary>
    public void Print(DecisionResult result, DateTimeOffset now)
    {
        Line(result.End is DecisionEnd.Refused ? "yellow" : "default", result.Message);
        PrintChanged(result.Changed);
        if (result.View is { } view)
        {
            Print(view, now);
        }
    }

    private void PrintChanged(IReadOnlyList<Change> changed)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("Changed since").AddColumn("then").AddColumn("now");
        foreach (var change in changed)
        {
            table.AddRow(Markup.Escape(change.Field), Markup.Escape(change.Before), Markup.Escape(change.After));
        }

        console.Write(table);
    }

    private void Print(EffectView effect)
    {
        var text = effect.Effect.Describe();
        var end = effect.State == EffectState.Proposed ? "" : $" [grey]— {Markup.Escape(Plain(effect.State))}[/]";
        console.MarkupLine($"  [bold]{effect.Ordinal.ToString(CultureInfo.InvariantCulture)}.[/] {Markup.Escape(text.Title)}{end}");
        if (effect.Receipt is { } receipt)
        {
            Line(effect.State == EffectState.Done ? "green" : "yellow", $"     {receipt}");
        }

        foreach (var change in text.Changes)
        {
            var before = change.Before.Length == 0 ? "" : $"{Markup.Escape(change.Before)} → ";
            console.MarkupLine($"     [grey]{Markup.Escape(change.Field)}[/]  {before}[bold]{Markup.Escape(change.After)}[/]");
        }

        if (text.Mail is { } mail)
        {
            Print(mail);
        }
    }

    private void Print(MailText mail)
    {
        console.MarkupLine($"     [grey]To[/]  {Markup.Escape(string.Join(", ", mail.To))}");
        console.MarkupLine($"     [grey]Subject[/]  [bold]{Markup.Escape(mail.Subject)}[/]");
        MailPrinter.Print(console, mail.Body);

        foreach (var attachment in mail.Attachments)
        {
            console.MarkupLine($"     [grey]Attached[/]  {Markup.Escape(attachment)}");
        }
    }

    private void PrintWays(ProposalView view, DateTimeOffset now)
    {
        if (view is { State: ProposalState.Proposed, Stopped: not null })
        {
            // what would be refused is not offered
            console.MarkupLine($"[grey]To be rid of it: reject {view.Number} because …    (it can be confirmed once the stop is released)[/]");
        }
        else if (view.State == ProposalState.Proposed)
        {
            var hours = Math.Max(1, (int)(view.ExpiresAt - now).TotalHours);
            var editable = view.Effects.Any(effect => effect.Effect.Fields().Count > 0) ? $" · edit {view.Number}/1 {view.Effects.SelectMany(effect => effect.Effect.Fields()).First().Key}: …" : "";
            var without = view.Effects.Count > 1 ? $" · confirm {view.Number} without 2" : "";
            console.MarkupLine($"[blue]confirm {view.Number}[/][grey]{without} · reject {view.Number} because …{Markup.Escape(editable)} · pass {view.Number} to NAME    (nothing is done before; open for {hours.ToString(CultureInfo.InvariantCulture)} h{(view.IsFinal ? "; once done it cannot be taken back here" : "")})[/]");
        }
        else
        {
            PrintWaysBack(view);
        }
    }

    private void PrintWaysBack(ProposalView view)
    {
        if (view.Stopped is null && view.Effects.Any(effect => effect.State == EffectState.Failed))
        {
            console.MarkupLine($"[grey]retry {view.Number} tries again what failed.[/]");
        }

        if (view.Effects.Any(effect => effect.Undoable))
        {
            console.MarkupLine($"[grey]undo {view.Number} takes {(view.WaitsUntil is null ? "it" : "what waits")} back{(view.UndoneWith.Count > 0 ? $", once somebody else confirms that ({Markup.Escape(string.Join(" or ", view.UndoneWith))})" : "")}.[/]");
        }

        if (view.WaitsUntil is not null)
        {
            console.MarkupLine("[grey]It leaves then where a host runs (copilot serve), else when this terminal is opened next.[/]");
        }
    }

    private static string State(ProposalView view) => view.State switch
    {
        ProposalState.Proposed when view.AgreedBy.Count > 0 => $"agreed by {string.Join(", ", view.AgreedBy.Select(view.NameOf))}, another has to",
        ProposalState.Proposed => "waits for a decision",
        ProposalState.Confirmed when view.WaitsUntil is { } waits => $"confirmed by {view.NameOf(view.DecidedBy)}; waits until {waits.ToString("dddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}, as the policy says",
        ProposalState.Confirmed => view.Standing is { } standing ? $"covered by standing approval {standing}" : $"confirmed by {view.NameOf(view.DecidedBy)}",
        ProposalState.Rejected => $"rejected by {view.NameOf(view.DecidedBy)}{(view.DecisionReason is { Length: > 0 } why ? $": {why}" : "")}",
        ProposalState.Expired => "expired",
        ProposalState.Superseded => $"replaced by {view.SupersededBy}",
        _ => throw new InvalidOperationException($"{view.State} has no words."),
    };

    private static string Plain(EffectState state) => Words.Of(state).Replace('_', ' ');

    private void Line(string style, string text) => console.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");
}
