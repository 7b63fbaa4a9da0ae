using Copilot.Bot;
using Copilot.Core;

namespace Copilot.Tests.Bot;

/// <summary>What a narrow card shows of a wide table, and what it says about the rest.</summary>
public sealed class ColumnsOfACard
{
    [Fact]
    public async Task WideTable_OnACard_ShowsDocumentCustomerDaysAndAmountAndNamesTheRest()
    {
        var card = await RenderAsync(CardReading.Page, CardReading.View);
        var header = card.Elements("TableRow").First().Elements("TextBlock").Select(block => block["text"]!.GetValue<string>()).ToArray();

        Assert.Equal(["Invoice", "Order", "Customer", "Days late", "Open"], header);
        Assert.Contains("3 columns are not shown here (the download has all): Due, Seen to by, Note.", card.Texts());
    }

    [Fact]
    public async Task LongTable_OnACard_ShowsTenRowsAndTheWayToTheOthers()
    {
        var card = await RenderAsync(CardReading.Page, CardReading.View);

        Assert.Contains("10 of 42 rows.", card.Texts());
        Assert.Contains(new CardCommand.Rows("turn-1", "invoices", 11), card.Commands().Select(command => command.Value));
        Assert.Equal([FileKind.Excel, FileKind.Csv], card.Commands().Select(command => command.Value).OfType<CardCommand.Download>().Select(file => file.Kind));
    }

    [Fact]
    public async Task SecondPage_OfALongTable_ShowsTheNextTwentyFive()
    {
        var card = await RenderAsync(CardReading.Teams, CardReading.View with { Table = "invoices", From = 11 });

        Assert.Contains("Rows 11 to 35 of 42 rows.", card.Texts());
        Assert.Contains("INV-20035", card.Texts());
        Assert.DoesNotContain("INV-20010", card.Elements("TableRow").SelectMany(row => row.Texts()));
        Assert.Equal([new CardCommand.Rows("turn-1", "invoices", 36), new CardCommand.Rows("turn-1", "invoices", 1)], card.Commands().Select(command => command.Value).OfType<CardCommand.Rows>());
        Assert.Empty(card.Commands().Select(command => command.Value).OfType<CardCommand.Download>());
    }

    [Fact]
    public async Task PageBeyondTheEnd_OfATable_SaysThereAreNoMore()
    {
        var card = await RenderAsync(CardReading.Page, CardReading.View with { Table = "invoices", From = 43 });

        Assert.Contains("No rows from here on; 42 in all.", card.Texts());
    }

    [Fact]
    public async Task PageOfATable_ThatTheAnswerDoesNotHave_IsTheAnswer()
    {
        var card = await RenderAsync(CardReading.Page, CardReading.View with { Table = "orders", From = 11 });

        Assert.Contains("10 of 42 rows.", card.Texts());
    }

    [Fact]
    public void Channels_TheirButtons_AreOfTheKindTheyKnow()
    {
        Assert.Equal(CardActions.Execute, CardSurface.ActionsOf("msteams"));
        Assert.Equal(CardActions.Submit, CardSurface.ActionsOf("directline"));
        Assert.Equal(CardActions.Submit, CardSurface.ActionsOf(null));
    }

    [Fact]
    public void ShortAnswer_AsPlainText_IsTheFirstSentenceAndWhatWasLeftOut()
    {
        Assert.Equal("There are none.", AnswerCards.PlainText(CardReading.Report(FixedAnswers.Nothing())));
        Assert.Equal("There are none. Not taken into account: \"*red*\".", AnswerCards.PlainText(CardReading.Report(FixedAnswers.Nothing(), "Not taken into account: \"*red*\".")));
    }

    [Fact]
    public async Task FaultBeforeATurn_OnACard_SaysWhatToDo()
    {
        var card = new AnswerCards(CardReading.Page).Render(CardFaults.UnknownCommand);

        Assert.Empty(await CardSchema.FaultsAsync(card));
        Assert.Contains(card.Texts(), text => text.Contains("Type the question instead", StringComparison.Ordinal));
        Assert.Contains("BT-052", card.Texts());
    }

    private static Task<System.Text.Json.Nodes.JsonObject> RenderAsync(CardSurface surface, CardView view) =>
        new AnswerCards(surface).RenderAsync(CardReading.Report(FixedAnswers.Overdue()), view, TestContext.Current.CancellationToken);
}
