using System.Globalization;

namespace Copilot.Core;

/// <summary>
/// A standing approval: until it ends, nudges of these words to these colleagues go out without being confirmed one by one, so many a day. Granting it is
/// itself an effect that a person confirms, with the words and the names before them.
/// </summary>
/// <param name="Template">The words, by their hash: once the template says anything else, nothing is covered any more.</param>
/// <param name="Text">The words themselves, as they are shown.</param>
/// <param name="To">Who may get them.</param>
/// <param name="PerDay">The most of one day, all recipients together.</param>
/// <param name="Until">Its last day.</param>
public sealed record GrantStanding(NudgeTemplate Template, string Text, IReadOnlyList<Colleague> To, int PerDay, DateOnly Until) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.NudgeSeries;

    /// <inheritdoc/>
    public override string About() => Template.Name.Split('/')[^1];

    /// <inheritdoc/>
    public override EffectText Describe()
    {
        var (subject, body) = TemplateReading.Of(Text);
        return new(
            "Standing approval: these nudges go out without being confirmed one by one",
            [
                new("A day", "", $"{PerDay.ToString("N0", CultureInfo.InvariantCulture)} at most"),
                new("Last day", "", Edits.Plain(Until)),
                new("Words", "", $"{Template.Name}, and no others (SHA-256 {Template.Hash[..12]}…); what stands in ‹ › is filled in each time, and left out where there is nothing to say"),
            ],
            new MailText([.. To.Select(member => member.ToString())], subject, body, []));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("until", "Last day", Edits.Plain(Until), EditKind.Day)];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        if (field != "until")
        {
            return EffectFaults.NotEditable(field);
        }

        var day = Edits.Day("The last day", value);
        return day.Ok ? this with { Until = day.Value } : day.Fault;
    }

    /// <inheritdoc/>
    public override Fault? Outdated(DateOnly today) => Until < today ? EffectFaults.Past("The last day", Until, today) : null;
}
