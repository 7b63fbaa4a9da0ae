using System.Runtime.CompilerServices;
using System.Text;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>An answer without its amounts of money, for those to whom a subject's rows are open and its amounts are not.</summary>
internal static class HiddenAmounts
{
    private const string Hidden = "hidden";

    /// <summary>The answer with every amount replaced.</summary>
    public static Answer In(Answer answer) => answer with
    {
        Title = Text(answer.Title),
        Blocks = [.. answer.Blocks.Where(block => block is not ChartBlock { Unit: Unit.Money }).Select(Mask)],
        Next = [.. answer.Next.Select(Text)],
    };

    /// <summary>A text with amounts ("EUR 1,234.50") replaced.</summary>
    public static string Text(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = AmountEnd(text, i);
            if (end > i)
            {
                result.Append(Hidden);
                i = end;
            }
            else
            {
                result.Append(text[i++]);
            }
        }

        return result.ToString();
    }

    private static int AmountEnd(string text, int start)
    {
        var code = start + 4 < text.Length && char.IsAsciiLetterUpper(text[start]) && char.IsAsciiLetterUpper(text[start + 1]) && char.IsAsciiLetterUpper(text[start + 2]) && text[start + 3] == ' '
            && (start == 0 || !char.IsLetterOrDigit(text[start - 1]));
        var end = start + 4;
        if (!code)
        {
            return start;
        }

        end += text[end] == '-' ? 1 : 0;
        var digits = end;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end > digits ? end : start;
    }

    private static Block Mask(Block block) => block switch
    {
        TextBlock text => text with { Text = Text(text.Text) },
        FactsBlock facts => new FactsBlock([.. facts.Facts.Select(Mask)]),
        TableBlock table => table with { Rows = [.. table.Rows.Select(Mask)], All = table.All is { } all ? cancellationToken => All(all, cancellationToken) : null },
        _ => block,
    };

    private static Fact Mask(Fact fact) => fact.Figure switch
    {
        null => new Fact(fact.Label, Text(fact.Text ?? "")),
        { Value.Unit: Unit.Money } => new Fact(fact.Label, Hidden),

        // a ratio of amounts would give them away when it is opened
        { } figure when Holds(figure) => new Fact(fact.Label, figure.Value.ToString()),
        _ => fact,
    };

    private static bool Holds(Figure figure) => figure.Value.Unit == Unit.Money || figure.Bridge switch
    {
        TotalBridge total => total.Parts.Any(part => Holds(part.Figure)),
        ConversionBridge => true,
        RatioBridge ratio => Holds(ratio.Numerator) || Holds(ratio.Denominator),
        _ => false,
    };

    private static Row Mask(Row row) => row with { Cells = [.. row.Cells.Select(cell => cell is NumberCell { Value.Unit: Unit.Money } ? Hidden : cell is TextCell text ? Text(text.Text) : cell)] };

    private static async IAsyncEnumerable<Row> All(Func<CancellationToken, IAsyncEnumerable<Row>> all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in all(cancellationToken).WithCancellation(cancellationToken))
        {
            yield return Mask(row);
        }
    }
}
