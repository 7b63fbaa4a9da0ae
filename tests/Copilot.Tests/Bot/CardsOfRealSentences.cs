using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Conversation;
using Copilot.Tests.Support;

namespace Copilot.Tests.Bot;

/// <summary>A sentence for every function, asked of the sample company: each card is valid, small, and its buttons lead on.</summary>
public sealed class CardsOfRealSentences(SampleFixture sample, UnderstandingFixture understanding)
{
    public static TheoryData<string> Sentences => [.. Read()];

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task SentenceOfAManager_OnACard_IsValidSmallAndItsButtonsReadBack(string sentence)
    {
        await using var report = await AskAsync(sentence, "nadia.hassan");

        await SoundAsync(await RenderAsync(CardReading.Page, report, CardReading.View), CardReading.Page);
        await SoundAsync(await RenderAsync(CardReading.Teams, report, CardReading.View with { Explain = true }), CardReading.Teams);
    }

    [Theory]
    [InlineData("hannah.price", "what is on SO-99999", Outcome.Clarify)]
    [InlineData("olivia.grant", "overdue invoices", Outcome.Refused)]
    [InlineData("ben.carter", "what is the weather tomorrow", Outcome.Decline)]
    [InlineData("hannah.price", "Kingsway", Outcome.Clarify)]
    [InlineData("ben.carter", "release 10162", Outcome.Refused)]
    [InlineData("ben.carter", "open chargebacks", Outcome.Unavailable)]
    public async Task TurnWithoutAnAnswer_OnACard_SaysItsMessageAndOffersItsChoices(string person, string sentence, Outcome outcome)
    {
        await using var report = await AskAsync(sentence, person);
        var card = await RenderAsync(CardReading.Page, report, CardReading.View);

        Assert.Equal(outcome, report.Outcome);
        await SoundAsync(card, CardReading.Page);
        Assert.Contains(CardText.Block(report.Message!, 1_200), card.Texts());
        Assert.Equal(report.Choices.Take(10), card.Commands().Select(command => Assert.IsType<CardCommand.Ask>(command.Value).Text));
    }

    [Fact]
    public async Task NumberInARow_SentAsItsButtonDoes_OpensTheDocument()
    {
        await using var report = await AskAsync("overdue invoices", "hannah.price");
        var card = await RenderAsync(CardReading.Page, report, CardReading.View);
        var number = card.Elements("TableCell").Select(cell => cell["selectAction"]).First(action => action is not null)!["data"]!["text"]!.GetValue<string>();

        await using var opened = await AskAsync(number, "hannah.price");

        Assert.Equal((Outcome.Answer, "receivables_invoice", number), (opened.Outcome, opened.Tool, opened.Arguments["invoice"]?.ToString()));
    }

    [Fact]
    public async Task MoreRows_ShownUntilTheEnd_AreAllRowsOnceInTheirOrder()
    {
        await using var report = await AskAsync("overdue invoices", "nadia.hassan");
        var table = report.Answer!.Blocks.OfType<Copilot.Core.TableBlock>().First();
        var expected = await table.All!(TestContext.Current.CancellationToken).Select(row => row.Cells.OfType<Copilot.Core.DocumentCell>().First().Number).ToListAsync(TestContext.Current.CancellationToken);
        var (seen, view) = (new List<string>(), CardReading.View);
        while (true)
        {
            var card = await RenderAsync(CardReading.Teams, report, view);
            await SoundAsync(card, CardReading.Teams);
            seen.AddRange(card.Elements("TableCell").Where(cell => cell["selectAction"] is not null).Select(cell => cell["selectAction"]!["data"]!["text"]!.GetValue<string>()).Where(expected.Contains));
            var next = card.Commands().Select(command => command.Value).OfType<CardCommand.Rows>().FirstOrDefault(rows => rows.Table == table.Key && rows.From > view.From);
            if (next is null)
            {
                break;
            }

            view = CardReading.View with { Table = next.Table, From = next.From };
        }

        Assert.True(expected.Count > 20, $"only {expected.Count} rows");
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task ManagersFigures_OnACard_ReadAsInTheTerminal()
    {
        await using var report = await AskAsync("dso by region last quarter", "nadia.hassan");
        var texts = (await RenderAsync(CardReading.Page, report, CardReading.View)).Texts();

        Assert.All(report.Answer!.Figures, figure => Assert.Contains(figure.Value.ToString(), texts));
        Assert.Contains(texts, text => text.StartsWith("From ", StringComparison.Ordinal) && text.Contains(" as of ", StringComparison.Ordinal));
    }

    private static async Task SoundAsync(JsonObject card, CardSurface surface)
    {
        Assert.Empty(await CardSchema.FaultsAsync(card));
        Assert.InRange(CardReading.Bytes(card), 100, AnswerCards.LargestBytes);
        Assert.All(card.Commands(), command => Assert.True(command.Ok, command.Fault?.ToString()));
        Assert.Empty(card.Elements(surface.Actions == CardActions.Execute ? "Action.Submit" : "Action.Execute"));
        Assert.NotEmpty(card["fallbackText"]!.GetValue<string>());
    }

    private static Task<JsonObject> RenderAsync(CardSurface surface, TurnReport report, CardView view) =>
        new AnswerCards(surface).RenderAsync(report, view, TestContext.Current.CancellationToken);

    private async Task<TurnReport> AskAsync(string sentence, string person) =>
        (await understanding.Dialogue(sample).AskAsync(sentence, ConversationState.Empty, person, TestContext.Current.CancellationToken)).Value;

    private static IEnumerable<string> Read() => File.ReadLines(Path.Combine(Repository.Root, "tests", "evaluation", "development.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(item => item.GetProperty("lang").GetString() == "en" && item.GetProperty("turns").GetArrayLength() == 1)
        .GroupBy(item => item.GetProperty("tools").EnumerateArray().Select(tool => tool.GetString()).FirstOrDefault() ?? "", StringComparer.Ordinal)
        .Select(group => group.First().GetProperty("turns")[0].GetString()!);
}
