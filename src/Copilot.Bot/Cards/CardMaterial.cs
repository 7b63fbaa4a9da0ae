using Copilot.Core;

namespace Copilot.Bot;

/// <summary>Everything that a card may show, read once while the turn's read session is open, so that making it smaller reads nothing again.</summary>
/// <param name="Steps">The steps of the explanation from <see cref="CardView.From"/> on, as many as a card holds at most.</param>
/// <param name="AllSteps">How many steps there are in all.</param>
/// <param name="Page">The table and rows of a later page; none on the card of the whole answer.</param>
internal sealed record CardMaterial(IReadOnlyList<BridgeStep> Steps, int AllSteps, TablePage? Page)
{
    private const int MostSteps = 25;

    /// <summary>Reads what the view needs.</summary>
    public static async Task<CardMaterial> ReadAsync(Answer answer, CardView view, CancellationToken cancellationToken)
    {
        var full = CardLevel.All[0];
        var steps = BridgeStep.Of(answer);
        var page = view.Whole || view.Explain ? null : await PageAsync(answer, view, full.Rows, cancellationToken);
        if (page is not null)
        {
            return new CardMaterial([], steps.Count, page);
        }

        var wanted = view.Explain ? steps.Skip(view.From - 1).Take(MostSteps) : steps.Take(full.Steps);
        var read = new List<BridgeStep>();
        foreach (var step in wanted)
        {
            read.Add(step.Figure.Bridge is RowsBridge rows ? step with { Rows = await FirstAsync(rows.Rows(cancellationToken), full.BridgeRows, cancellationToken) } : step);
        }

        return new CardMaterial(read, steps.Count, null);
    }

    private static async Task<TablePage?> PageAsync(Answer answer, CardView view, int most, CancellationToken cancellationToken)
    {
        var table = answer.Blocks.OfType<TableBlock>().FirstOrDefault(block => block.Key == view.Table);
        if (table is null)
        {
            return null;
        }

        var rows = table.All is { } all && view.From - 1 + most > table.Rows.Count
            ? await FirstAsync(all(cancellationToken).Skip(view.From - 1), most, cancellationToken)
            : [.. table.Rows.Skip(view.From - 1).Take(most)];
        return new TablePage(table, view.From, rows);
    }

    private static async Task<IReadOnlyList<T>> FirstAsync<T>(IAsyncEnumerable<T> rows, int most, CancellationToken cancellationToken) =>
        await rows.Take(most).ToListAsync(cancellationToken);
}

/// <summary>Some rows of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">Place of the first of them, counted from 1.</param>
/// <param name="Rows">The rows.</param>
internal sealed record TablePage(TableBlock Table, int From, IReadOnlyList<Row> Rows)
{
    private const int FirstPage = 10;

    /// <summary>The rows with which a table begins on the card of its answer: ten, or as many as the person asked for where that fits a card.</summary>
    public static TablePage First(TableBlock table)
    {
        var most = table.All is null ? FirstPage : Math.Clamp(table.Rows.Count, FirstPage, CardLevel.All[0].Rows);
        return new TablePage(table, 1, [.. table.Rows.Take(most)]);
    }
}
