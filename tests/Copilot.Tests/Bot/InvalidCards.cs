using System.Text.Json.Nodes;
using Copilot.Bot;

namespace Copilot.Tests.Bot;

/// <summary>The check against the schema finds what is planted.</summary>
public sealed class InvalidCards
{
    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"a"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","colour":"good"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Table","rows":[{"type":"TableRow","cells":[{"type":"TableCell"}]}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"FactSet","facts":[{"title":"a"}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ActionSet","actions":[{"type":"Action.Send"}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.Line","data":[]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.Line","data":[],"fallback":{"type":"Table","rows":"none"}}]}""")]
    public async Task CardWithAPlantedFault_Checked_IsFound(string json) => Assert.NotEmpty(await CardSchema.FaultsAsync(JsonNode.Parse(json)!.AsObject()));

    [Fact]
    public async Task CardOfAnAnswer_WithOneElementBroken_IsFound()
    {
        var card = await new AnswerCards(CardReading.Page).RenderAsync(CardReading.Report(FixedAnswers.Overdue()), CardReading.View, TestContext.Current.CancellationToken);
        Assert.Empty(await CardSchema.FaultsAsync(card));

        card.Elements("TextBlock").First().Remove("text");

        Assert.NotEmpty(await CardSchema.FaultsAsync(card));
    }
}
