using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Bot;

/// <summary>Whatever an answer holds, its card stays small and valid, and says how many there are in all.</summary>
public sealed class MonstrousAnswers
{
    private static readonly string[] Letters = ["a", "Ж", "😀", "👩‍👩‍👧", "<", "&amp;", "*", "\"", "\\", " ", "日", "[x](http://a.example)"];

    private static readonly Gen<Monster> Monsters =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from columns in Gen.Elements(1, 2, 7, 100)
        from rows in Gen.Elements(0, 1, 10, 25, 60)
        from total in Gen.Elements(0L, 3L, 10_000L)
        from figures in Gen.Elements(0, 1, 12, 200)
        from length in Gen.Elements(1, 30, 400, 5_000)
        from tables in Gen.Elements(0, 1, 4)
        select new Monster(seed, columns, rows, total, figures, length, tables);

    [Fact]
    public void AnyAnswer_OnACard_IsSmallSaysHowManyAndItsButtonsReadBack() => Prop.ForAll(Monsters.ToArbitrary(), monster =>
    {
        var answer = monster.Answer();
        var surface = monster.Surface();
        foreach (var view in new[] { CardReading.View, CardReading.View with { Explain = true }, CardReading.View with { Explain = true, From = 150 }, CardReading.View with { Table = "t0", From = 11 } })
        {
            var card = new AnswerCards(surface).RenderAsync(CardReading.Report(answer, monster.Text(3)), view, CancellationToken.None).GetAwaiter().GetResult();
            Assert.InRange(CardReading.Bytes(card), 100, AnswerCards.LargestBytes);
            Assert.All(card.Commands(), command => Assert.True(command.Ok, command.Fault?.ToString()));
            SaysHowMany(answer, card, view);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public async Task LargestAnswers_OnACard_AreValid()
    {
        foreach (var length in new[] { 1, 400, 5_000 })
        {
            var monster = new Monster(length, 100, 60, 10_000, 200, length, 4);
            foreach (var view in new[] { CardReading.View, CardReading.View with { Explain = true }, CardReading.View with { Table = "t1", From = 31 } })
            {
                var card = await new AnswerCards(monster.Surface()).RenderAsync(CardReading.Report(monster.Answer(), monster.Text(9)), view, TestContext.Current.CancellationToken);
                Assert.Empty(await CardSchema.FaultsAsync(card));
            }
        }
    }

    [Fact]
    public async Task Explanation_FollowedToItsEnd_NamesEveryFigure()
    {
        var answer = new Monster(7, 7, 10, 10_000, 200, 400, 1).Answer();
        var (seen, view) = (0, CardReading.View with { Explain = true });
        while (true)
        {
            var card = await new AnswerCards(CardReading.Teams).RenderAsync(CardReading.Report(answer), view, TestContext.Current.CancellationToken);
            seen += card.Texts().Count(text => text.EndsWith(" 60", StringComparison.Ordinal));
            if (card.Commands().Select(command => command.Value).OfType<CardCommand.Explain>().FirstOrDefault() is not { } next)
            {
                break;
            }

            Assert.True(next.From > view.From);
            view = view with { From = next.From };
        }

        Assert.Equal(200, seen);
    }

    private static void SaysHowMany(Answer answer, JsonObject card, CardView view)
    {
        var texts = card.Texts();
        var shown = card.Elements("Table").Count(table => table["firstRowAsHeader"] is not null);
        foreach (var table in view.Explain ? [] : answer.Blocks.OfType<TableBlock>().Take(view.Whole ? shown : 1))
        {
            var cells = card.Elements("TableRow").Count() - shown;
            var number = table.TotalRows.ToString("N0", CultureInfo.InvariantCulture);
            Assert.True(table.TotalRows <= cells || texts.Any(text => text.EndsWith($" of {number} rows.", StringComparison.Ordinal) || text.EndsWith($"; {number} in all.", StringComparison.Ordinal)), $"{table.TotalRows} rows are not said");
        }

        var figures = answer.Figures.Count();
        if (view.Whole && figures > card.Elements("FactSet").Sum(set => set["facts"]!.AsArray().Count))
        {
            Assert.Contains(texts, text => text.Contains($" of {figures} facts", StringComparison.Ordinal) || text.Contains("parts of this answer fit here", StringComparison.Ordinal));
        }
    }

    private sealed record Monster(int Seed, int Columns, int Rows, long Total, int Figures, int Length, int Tables)
    {
        public string Text(int salt)
        {
            var random = new Random(Seed ^ (salt * 7919));
            var text = new StringBuilder();
            while (text.Length < Length)
            {
                text.Append(Letters[random.Next(Letters.Length)]);
            }

            return text.ToString();
        }

        public CardSurface Surface() => Seed % 2 == 0 ? new CardSurface(CardActions.Execute, Downloads: false) : new CardSurface(CardActions.Submit, Downloads: true);

        public Answer Answer()
        {
            var text = new BridgeText(Text(20), Text(21), Text(22)) { LeftOut = [.. Enumerable.Range(0, 30).Select(i => new LeftOut(Text(i), i, null))] };
            var facts = Enumerable.Range(0, Figures).Select(i => new Fact(Copilot.Core.Figures.Count($"f{i}", Text(i), text, [.. Enumerable.Range(0, 60).Select(row => Text(row))])));
            var tables = Enumerable.Range(0, Tables).Select(i => new TableBlock($"t{i}", Text(i), [.. Enumerable.Range(0, Columns).Select(column => new Column($"c{column}", Text(column)))],
                [.. Enumerable.Range(0, Rows).Select(Row)], Math.Max(Rows, Total), "Nothing.", Total > Rows ? _ => Enumerable.Range(0, (int)Total).Select(Row).ToAsyncEnumerable() : null));
            return new Answer
            {
                Title = Text(1),
                Blocks = [new TextBlock(Text(2)), new FactsBlock([.. facts]), .. tables, new ChartBlock(ChartKind.VerticalBar, Text(4), Unit.Count, null, [.. Enumerable.Range(0, Rows).Select(i => new ChartPoint(Text(i), i))])],
                Evidence = [.. Enumerable.Range(0, 5).Select(i => new Evidence(Text(i), Text(i), 10_000, true, DateTimeOffset.UnixEpoch, [.. Enumerable.Range(0, 100).Select(Text)]))],
                Next = [.. Enumerable.Range(0, 12).Select(Text)],
            };
        }

        private Row Row(int i) => new([.. Enumerable.Range(0, Columns).Select(column => column % 3 == 0 ? Cell.Document(Text(i)) : (Cell)Text(i + column))], (Tone)(i % 4));
    }
}
