using System.Globalization;
using Copilot.Conversation;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Sentences;

public sealed class ReadingNumbers
{
    [Theory]
    [InlineData("over 25k", "25000", null)]
    [InlineData("£1,000", "1000", "GBP")]
    [InlineData("12.000,50 €", "12000.50", "EUR")]
    [InlineData("12,000.50 USD", "12000.50", "USD")]
    [InlineData("1,5 Mio", "1500000", null)]
    [InlineData("1.2m euros", "1200000", "EUR")]
    [InlineData("5 000 €", "5000", "EUR")]
    [InlineData("CHF 1'250.75", "1250.75", "CHF")]
    [InlineData("1.000", "1000", null)]
    [InlineData("0,5", "0.5", null)]
    [InlineData("deux mille euros", "2000", "EUR")]
    [InlineData("3 Tsd. Euro", "3000", "EUR")]
    public void AmountInAnyNotation_Read_IsAPlainDecimal(string text, string value, string? currency)
    {
        var number = Only(text);

        Assert.Equal((decimal.Parse(value, CultureInfo.InvariantCulture), currency), (number.Value, number.Currency));
    }

    [Theory]
    [InlineData("more than 60 days", 60)]
    [InlineData("mehr als 60 Tage", 60)]
    [InlineData("two weeks", 14)]
    [InlineData("zwei Wochen", 14)]
    [InlineData("45d", 45)]
    [InlineData("een maand", 30)]
    public void SpanOfTime_Read_CountsDays(string text, int days) => Assert.Equal((days, NumberUnit.Days), ((int)Only(text).Value, Only(text).Unit));

    [Theory]
    [InlineData("12 units", 12)]
    [InlineData("6x LL", 6)]
    [InlineData("48 Stück", 48)]
    [InlineData("24 pièces", 24)]
    public void Pieces_Read_AreKnownAsSuch(string text, int pieces) => Assert.Equal((pieces, NumberUnit.Pieces), ((int)Only(text).Value, Only(text).Unit));

    [Theory]
    [InlineData("a customer")]
    [InlineData("livre la commande")]
    [InlineData("one of them")]
    public void TextWithoutNumber_Read_HasNone(string text) => Assert.Empty(Read(text));

    [Fact]
    public void AnyAmount_WrittenTheEnglishAndTheGermanWay_IsReadBack() => Prop.ForAll(
        Gen.Choose(1, 99_999_999).Select(cents => cents / 100m).ToArbitrary(),
        amount =>
        {
            var (english, german) = (CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("de-DE"));
            return Only($"EUR {amount.ToString("N2", english)}").Value == amount && Only($"{amount.ToString("N2", german)} €").Value == amount;
        }).QuickCheckThrowOnFailure();

    private static NumberMention Only(string text) => Assert.Single(Read(text));

    private static List<NumberMention> Read(string text)
    {
        var sentence = Sentence.Of(text);
        return NumberReader.Read(sentence, new bool[sentence.Count]);
    }
}
