using Copilot.Core;

namespace Copilot.Tests.Core;

public sealed class CanonicalWords
{
    [Fact]
    public void EnumerationValues_Written_AreTheCatalogueWords()
    {
        Assert.Equal("on_hold", Words.Of(OrderStatus.OnHold));
        Assert.Equal("customer_request", Words.Of(HoldReason.CustomerRequest));
        Assert.Equal("850", Words.Of(EdiType.T850));
        Assert.Equal("REMADV", Words.Of(EdiType.REMADV));
        Assert.Equal("nl", Words.Of(Language.Nl));
    }

    [Fact]
    public void EveryWordOfEveryEnumeration_Read_GivesItsValue()
    {
        Assert.All(Enum.GetValues<HygieneRule>(), value => Assert.True(Words.TryParse<HygieneRule>(Words.Of(value), out var read) && read == value));
        Assert.All(Enum.GetValues<EdiType>(), value => Assert.True(Words.TryParse<EdiType>(Words.Of(value), out var read) && read == value));
    }

    [Theory]
    [InlineData("Müller & Søn  GmbH", "muller & son gmbh")]
    [InlineData(" Straße ", "strasse")]
    [InlineData("ŁÓDŹ", "lodz")]
    [InlineData("Œuvre d’Été", "oeuvre d'ete")]
    public void NameWithAccents_Folded_IsPlain(string name, string folded) => Assert.Equal(folded, Folding.Fold(name));
}
