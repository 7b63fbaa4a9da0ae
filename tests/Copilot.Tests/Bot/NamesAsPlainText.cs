using System.Net;
using System.Text.RegularExpressions;
using Copilot.Bot;
using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;
using Markdig;

namespace Copilot.Tests.Bot;

/// <summary>Names from data format nothing and lead nowhere, as an independent reader of Markdown sees them with every extension on.</summary>
public sealed partial class NamesAsPlainText
{
    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().Build();
    private static readonly MarkdownPipeline Greedy = new MarkdownPipelineBuilder().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UsePipeTables().UseTaskLists().UseFootnotes().UseListExtras().Build();

    private static readonly string[] Pieces =
    [
        "*", "**", "_", "__", "`", "~~", "~", "[", "]", "(", ")", "![", "](", "http://evil.example/x", "https://evil.example", "www.evil.example", "mailto:a@b.example", "//evil.example", "ftp://a.b", "tel:1", "a@b.example",
        "javascript:alert(1)", "<b>", "</b>", "<script>", "<http://a.example>", "&amp;", "&#42;", "&lt;", "&", "#", "# ", "## x", "- ", "-", "+ ", "1. ", "1)", "10. x", "x)", "a.", "iv. ", "XX)", "---", "===", "***", "> ", "|", "|---|", "\\", "\\*", "\\\\", "\n", "\r\n", "\t", "    ",
        "{{DATE(2026-11-20T00:00:00Z)}}", "{{", "}}", "{", "SO-10482", "EUR 1,204.50", "-12.00", "Müller & Söhne", "日本", "😀", "👩‍👩‍👧", "\u202E", "e.g.", "H&M", "3.5", "!", ":", "^", "=", "[^1]", "[ ] ", "[x] ", "x", " ", "Ltd.", "_id_", "\"", "'",
    ];

    private static readonly Arbitrary<string> Hostile = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Theory]
    [InlineData("*evil* [x](http://evil.example)", @"\*evil\* \[x\](http\:\//evil\.example)")]
    [InlineData("EUR 1,204.50", "EUR 1,204.50")]
    [InlineData("SO-10482, 95.2 % of Maple & Main (H&M)", "SO-10482, 95.2 % of Maple & Main (H&M)")]
    [InlineData("-12.00", "-12.00")]
    [InlineData("1. FC Köln", @"1\. FC Köln")]
    [InlineData("x) :<b>", @"x\) :\<b\>")]
    [InlineData("XIV. Bezirk", @"XIV\. Bezirk")]
    [InlineData("{{DATE(2026-11-20T00:00:00Z)}}", @"{\{DATE(2026-11-20T00:00:00Z)}}")]
    public void Text_PutOnACard_IsEscapedWhereNeededAndNowhereElse(string text, string expected) => Assert.Equal(expected, CardText.Block(text, 200));

    [Fact]
    public void AnyName_ReadAsMarkdown_IsItselfWithoutAnyFormatting() => Prop.ForAll(Hostile, name =>
    {
        var block = CardText.Block(name, 1_000);
        return new[] { Plain, Greedy }.All(pipeline => TextOf(Markdown.ToHtml(block, pipeline)) == CardText.Line(name, 1_000))
            && !block.Contains("{{", StringComparison.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    [Fact]
    public void NameLeftAsItIs_ReadAsMarkdown_IsSeenToFormat() =>
        Assert.All(["*evil*", "[x](http://evil.example)", "http://evil.example", "<b>x</b>", "# x"], name => Assert.NotEqual(name, TextOf(Markdown.ToHtml(name, Greedy))));

    [Fact]
    public void AnyText_Cut_IsNeverLongerAndSaysSo() => Prop.ForAll(Hostile, Gen.Choose(1, 60).ToArbitrary(), (text, most) =>
    {
        var (line, whole) = (CardText.Line(text, most), CardText.Line(text, 10_000));
        return line.Length <= most + 1 && (line == whole || (line.EndsWith('…') && whole.StartsWith(line[..^1].TrimEnd(), StringComparison.Ordinal))) && !line.Any(char.IsControl);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public async Task HostileNames_EverywhereInAnAnswer_AreEscapedEverywhere()
    {
        const string Name = "*evil* [x](http://evil.example)";
        var figure = Figures.Sum("k", Name, CurrencyCode.Eur, new BridgeText(Name, Name, Name) { LeftOut = [new LeftOut(Name, 1, null)] }, [(Name, new Money(1, CurrencyCode.Eur))]);
        var answer = new Answer
        {
            Title = Name,
            Blocks =
            [
                new TextBlock(Name, Tone.Warning), new FactsBlock([new Fact(figure), new Fact(Name, Name)]),
                new TableBlock("t", Name, [new Column("a", Name), new Column("b", Name)], [new Row([Cell.Document(Name), Name])], 1, Name),
                new TableBlock("u", Name, [new Column("a", Name)], [], 0, Name), new ChartBlock(ChartKind.Donut, Name, Unit.Count, null, [new ChartPoint(Name, 1)]),
            ],
            Evidence = [new Evidence(Name, Name, 1, false, DateTimeOffset.UnixEpoch, [Name])],
            Next = [Name],
        };

        var card = await new AnswerCards(CardReading.Page).RenderAsync(CardReading.Report(answer, Name), CardReading.View, TestContext.Current.CancellationToken);

        var texts = card.Texts().Append(card["fallbackText"]!.GetValue<string>()).Where(text => text.Contains("evil", StringComparison.Ordinal)).ToArray();
        Assert.InRange(texts.Length, 20, 100);
        Assert.All(texts, text => Assert.DoesNotMatch("""(?<!\\)[*\[\]]|http:""", text));
    }

    private static string TextOf(string html)
    {
        var inside = html.Trim();
        inside = inside.Length == 0 ? "<p></p>" : inside;
        return inside.StartsWith("<p>", StringComparison.Ordinal) && inside.EndsWith("</p>", StringComparison.Ordinal) && !Tag().IsMatch(inside[3..^4])
            ? WebUtility.HtmlDecode(inside[3..^4])
            : "formatted: " + html;
    }

    [GeneratedRegex("<[a-zA-Z/!]")]
    private static partial Regex Tag();
}
