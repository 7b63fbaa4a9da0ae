using System.Text.Json;
using Copilot.Bot;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Bot;

/// <summary>What a button sends is read only where it is one of the commands, whole.</summary>
public sealed class ButtonsFromOutside
{
    [Theory]
    [InlineData("""{"do":"ask","text":"overdue invoices"}""")]
    [InlineData("""{"do":"ask","text":"overdue invoices","comment":"an input of the card"}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"ask","data":{"do":"ask","text":"overdue invoices"}},"trigger":"manual"}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"ask","data":{"text":"overdue invoices"}}}""")]
    public void Question_FromEitherKindOfAction_IsRead(string json) => Assert.Equal(new CardCommand.Ask("overdue invoices"), Parse(json).Value);

    [Fact]
    public void RowsAndExplanation_FromAButton_AreRead()
    {
        Assert.Equal(new CardCommand.Rows("t-1", "invoices", 11), Parse("""{"do":"rows","turn":"t-1","table":"invoices","from":11}""").Value);
        Assert.Equal(new CardCommand.Explain("t-1", 1), Parse("""{"do":"explain","turn":"t-1","from":1}""").Value);
    }

    [Theory]
    [InlineData("null", "BT-051")]
    [InlineData("[]", "BT-051")]
    [InlineData("\"ask\"", "BT-051")]
    [InlineData("{}", "BT-051")]
    [InlineData("""{"action":{"verb":"ask"}}""", "BT-051")]
    [InlineData("""{"action":{"verb":"ask","data":"text"}}""", "BT-051")]
    [InlineData("""{"action":{"data":{"text":"x"}}}""", "BT-051")]
    [InlineData("""{"do":"confirm","text":"P-1042"}""", "BT-052")]
    [InlineData("""{"do":"Ask","text":"x"}""", "BT-052")]
    [InlineData("""{"do":7,"text":"x"}""", "BT-052")]
    [InlineData("""{"do":["ask"],"text":"x"}""", "BT-052")]
    [InlineData("""{"do":"ask"}""", "BT-053")]
    [InlineData("""{"do":"ask","text":""}""", "BT-053")]
    [InlineData("""{"do":"ask","text":" \u0000\n"}""", "BT-053")]
    [InlineData("""{"do":"ask","text":["x"]}""", "BT-053")]
    [InlineData("""{"do":"ask","text":"\ud800"}""", "BT-053")]
    [InlineData("""{"do":"rows","turn":"t","table":"i"}""", "BT-053")]
    [InlineData("""{"do":"rows","turn":"t","table":"i","from":0}""", "BT-053")]
    [InlineData("""{"do":"rows","turn":"t","table":"i","from":1.5}""", "BT-053")]
    [InlineData("""{"do":"rows","turn":"t","table":"i","from":"11"}""", "BT-053")]
    [InlineData("""{"do":"rows","turn":"t","table":"i","from":99999999999}""", "BT-053")]
    [InlineData("""{"do":"rows","turn":{},"table":"i","from":1}""", "BT-053")]
    [InlineData("""{"do":"rows","turn":"t","from":1}""", "BT-053")]
    [InlineData("""{"do":"explain","from":1}""", "BT-053")]
    public void AnythingElse_FromOutside_IsAFaultWithItsCode(string json, string code) => Assert.Equal(code, Parse(json).Fault?.Code);

    [Fact]
    public void TextBeyondTheLimit_FromOutside_IsRefused()
    {
        Assert.True(Parse(JsonSerializer.Serialize(new { @do = "ask", text = new string('x', 4_000) })).Ok);
        Assert.Equal("BT-053", Parse(JsonSerializer.Serialize(new { @do = "ask", text = new string('x', 4_001) })).Fault?.Code);
        Assert.Equal("BT-053", Parse(JsonSerializer.Serialize(new { @do = "explain", turn = new string('x', 201), from = 1 })).Fault?.Code);
    }

    [Fact]
    public void AnyValue_Parsed_NeverThrows() => Prop.ForAll(Gen.Elements("{", "}", "[", "]", ":", ",", "\"do\"", "\"ask\"", "\"text\"", "\"action\"", "\"data\"", "\"verb\"", "\"rows\"", "1", "null", "true", "\"\\ud800\"").ArrayOf().ToArbitrary(), pieces =>
    {
        try
        {
            using var document = JsonDocument.Parse(string.Concat(pieces));
            var parsed = CardCommand.Parse(document.RootElement);
            return parsed.Ok || parsed.Fault.Code.StartsWith("BT-05", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return true;
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static Copilot.Core.Result<CardCommand> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CardCommand.Parse(document.RootElement);
    }
}
