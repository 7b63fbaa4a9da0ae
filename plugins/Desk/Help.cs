using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Desk.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Desk;

/// <summary>
/// What can be asked, by the one who asks: subjects that are open to them, with questions made from their own records. It says of each function whether it
/// works, or is understood and not built yet.
/// </summary>
[Description("Says what the copilot can do for the person who asks, with example questions; for all subjects or one topic. Not for the company's procedures (sops) and not for what was done (history).")]
internal sealed class Help(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(string? topic, CancellationToken cancellationToken)
    {
        var lines = context.Tools.Where(tool => HelpEntries.All.ContainsKey(tool.Name)).Select(tool => new HelpLine(tool, HelpEntries.All[tool.Name])).OrderBy(line => line.Tool.Area).ThenBy(line => line.Tool.Kind).ToList();
        var open = lines.FindAll(line => context.Turn.Access.MaySee(line.Tool.Area));
        var found = string.IsNullOrWhiteSpace(topic) ? null : HelpTopics.Find(topic);
        return found is { } subject ? await TopicAsync(topic!, subject, open, lines, cancellationToken) : await OverviewAsync(open, lines, cancellationToken);
    }

    private async Task<Answer> OverviewAsync(List<HelpLine> open, List<HelpLine> all, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var working = open.Where(line => line.Tool is { Built: true, Kind: ToolKind.Read }).ToList();
        var samples = await HelpSamples.ReadAsync(context.Read, working.Select(line => line.Entry), cancellationToken);
        var subjects = open.GroupBy(line => line.Tool.Area).Select(group => new HelpSubject(group.Key, [.. group], samples)).ToList();
        var answer = new AnswerBuilder(context, Area.Desk, "What you can ask");
        answer.Say($"I answer questions about {turn.Company} from its records and show what each figure is made of. What I prepare changes nothing until you confirm it. Ask in English, German, French or Dutch.");
        answer.Say($"Open to you as {Wording.List([.. turn.Access.Roles.Select(Wording.Plain)])}: {Wording.List([.. subjects.Select(subject => Wording.Plain(Words.Of(subject.Area)))])}. Type \"help\" and a subject for all of its questions.");
        Honest(answer, open, all);
        answer.Facts(Facts(open, "functions of the subjects open to you"));
        answer.Table(new Grid<HelpSubject>("subjects", "Subjects")
            .Text("subject", "Subject", row => Wording.Plain(Words.Of(row.Area)))
            .Text("works", "I can now", row => row.Works)
            .Text("later", "Understood, not built yet", row => row.Later)
            .Text("try", "Try", row => row.Try)
            .Show(subjects, subjects.Count, "No subject is open to you: ask an administrator for a role."));
        return answer.Evidence(Catalogue(open, "functions of the subjects open to you")).Next(subjects.Where(subject => subject.Area != Area.Desk).Select(subject => subject.Try)).Next("show me examples of questions", "what can you do").Build();
    }

    private async Task<Answer> TopicAsync(string topic, HelpTopic subject, List<HelpLine> open, List<HelpLine> all, CancellationToken cancellationToken)
    {
        var name = Wording.Plain(Words.Of(subject.Area));
        if (!context.Turn.Access.MaySee(subject.Area))
        {
            var closed = new AnswerBuilder(context, Area.Desk, $"Help: {name}");
            closed.Say($"The subject {name} is not open to you as {Wording.List([.. context.Turn.Access.Roles.Select(Wording.Plain)])}. Ask an administrator, or ask about what is: type \"help\".", Tone.Warning);
            return closed.Evidence(Catalogue([], $"subject {name}")).Next("help", "what can you do").Build();
        }

        var lines = open.Where(line => line.Tool.Area == subject.Area).OrderByDescending(line => HelpTopics.Common(topic, $"{line.Tool.Name} {line.Entry.What} {line.Entry.Question}")).ToList();
        var samples = await HelpSamples.ReadAsync(context.Read, lines.Select(line => line.Entry), cancellationToken);
        var answer = new AnswerBuilder(context, Area.Desk, $"Help: {name}");
        answer.Say(subject.Certain
            ? (FormattableString)$"About {name}: {Wording.Count(lines.Count(line => line.Tool.Built), "function")} of {lines.Count} work now."
            : $"I know no subject \"{topic.Trim()}\"; the nearest is {name}: {Wording.Count(lines.Count(line => line.Tool.Built), "function")} of {lines.Count} work now. Type \"help\" for all subjects.");
        Honest(answer, lines, all.FindAll(line => line.Tool.Area == subject.Area));
        answer.Facts(Facts(lines, $"functions of {name}"));
        answer.Table(new Grid<HelpLine>("functions", $"What you can ask about {name}")
            .Text("try", "Ask or say", line => samples.Fill(line.Entry) ?? "no record to show it with")
            .Text("what", "What it does", line => line.Tool.Kind == ToolKind.Action ? $"prepares, for you to confirm: {line.Entry.What}" : line.Entry.What)
            .Text("state", "State", line => line.Tool.Built ? "works" : "understood, not built yet")
            .Toned(line => line.Tool.Built ? Tone.Plain : Tone.Note)
            .Show(lines, lines.Count, "No functions."));
        var questions = lines.Where(line => line.Tool is { Built: true, Kind: ToolKind.Read }).Select(line => samples.Fill(line.Entry));
        return answer.Evidence(Catalogue(lines, $"functions of {name}")).Next(questions.Take(3)).Next("help", "what can you do").Build();
    }

    private static void Honest(AnswerBuilder answer, List<HelpLine> open, List<HelpLine> all)
    {
        var later = open.Count(line => !line.Tool.Built);
        if (later > 0)
        {
            answer.Say($"{Wording.Count(later, "function is", "functions are")} understood and not built yet: asked for one, I say so.", Tone.Note);
        }

        var closed = all.Except(open).Select(line => Wording.Plain(Words.Of(line.Tool.Area))).Distinct(StringComparer.Ordinal).ToArray();
        if (closed.Length > 0)
        {
            answer.Say($"Not open to you: {Wording.List(closed)}.", Tone.Note);
        }
    }

    private static Fact[] Facts(List<HelpLine> lines, string filter)
    {
        Fact Counted(string key, string label, string definition, Func<HelpLine, bool> wanted) =>
            new(Figures.Count(key, label, new BridgeText(definition, "catalogue", filter), [.. lines.Where(wanted).Select(line => line.Tool.Name)]));
        return
        [
            Counted("working", "Questions answered now", "one for each function that reads and is built", line => line.Tool is { Built: true, Kind: ToolKind.Read }),
            Counted("actions", "Changes prepared now", "one for each action that is built; each waits for your confirmation", line => line.Tool is { Built: true, Kind: ToolKind.Action }),
            Counted("later", "Understood, not built yet", "one for each function of the catalogue without code behind it", line => !line.Tool.Built),
        ];
    }

    private Evidence Catalogue(List<HelpLine> lines, string filter) => Sources.Of("catalogue", filter, lines.Count, context.Turn.Now, [.. lines.Select(line => line.Tool.Name)]);
}
