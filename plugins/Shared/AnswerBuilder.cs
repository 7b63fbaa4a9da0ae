using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>
/// Puts an answer together: the short answer first, figures, tables, charts, evidence, next questions, in the order of the calls.
/// Where the person's roles hide the money figures of the subject, amounts in texts, figures, cells and charts are replaced when it is built.
/// </summary>
internal sealed class AnswerBuilder(FunctionContext context, Area area, string title)
{
    private readonly bool _hideAmounts = context.Turn.Access.HidesAmounts(area);
    private readonly List<Block> _blocks = [];
    private readonly List<Evidence> _evidence = [];
    private readonly List<string> _next = [];

    /// <summary>A sentence. Put amounts into it as <see cref="Money"/> or <see cref="Measure"/>, never as finished text, so that they can be hidden.</summary>
    public AnswerBuilder Say(FormattableString text, Tone tone = Tone.Plain)
    {
        _blocks.Add(new TextBlock(text.ToString(_hideAmounts ? AmountFormat.Hiding : AmountFormat.Showing), tone));
        return this;
    }

    /// <summary>Figures and texts, most important first; nothing is added where there are none.</summary>
    public AnswerBuilder Facts(params IReadOnlyList<Fact> facts)
    {
        if (facts.Count > 0)
        {
            _blocks.Add(new FactsBlock(_hideAmounts ? [.. facts.Select(HiddenAmounts.In)] : facts));
        }

        return this;
    }

    /// <summary>A table.</summary>
    public AnswerBuilder Table(TableBlock table)
    {
        _blocks.Add(_hideAmounts ? HiddenAmounts.In(table) : table);
        return this;
    }

    /// <summary>A table where it has rows, else nothing: for tables beside the main one.</summary>
    public AnswerBuilder TableIfAny(TableBlock table) => table.TotalRows > 0 ? Table(table) : this;

    /// <summary>A chart; one point says no more than the figure does and is left away.</summary>
    public AnswerBuilder Chart(ChartBlock chart)
    {
        if (chart.Points.Count > 1 && !(_hideAmounts && chart.Unit == Unit.Money))
        {
            _blocks.Add(chart);
        }

        return this;
    }

    /// <summary>Where figures come from.</summary>
    public AnswerBuilder Evidence(Evidence evidence)
    {
        _evidence.Add(evidence);
        return this;
    }

    /// <summary>Questions that work when typed as they stand; empty and repeated ones are left away, four are kept.</summary>
    public AnswerBuilder Next(params IEnumerable<string?> questions)
    {
        _next.AddRange(questions.OfType<string>().Where(question => question.Length > 0 && !_next.Contains(question)).Distinct().Take(4 - _next.Count));
        return this;
    }

    /// <summary>The answer.</summary>
    public Answer Build() => new() { Title = title, Blocks = _blocks, Evidence = _evidence, Next = _next };
}
