using Copilot.Core;

namespace Copilot.Tests.Core;

public sealed class DocumentNumbers
{
    [Theory]
    [InlineData("SO-10482", "SO-10482")]
    [InlineData("so10482", "SO-10482")]
    [InlineData("inv 20417", "INV-20417")]
    [InlineData(" CB3007 ", "CB-3007")]
    [InlineData("edi-88012", "EDI-88012")]
    [InlineData("Opp–7012", "OPP-7012")]
    public void NumberOfThisHouse_Read_IsCanonical(string typed, string canonical)
    {
        Assert.True(DocumentNumber.TryParse(typed, out var number));
        Assert.Equal(canonical, number.Text);
    }

    [Theory]
    [InlineData("10482")]
    [InlineData("SO-")]
    [InlineData("SO-10x")]
    [InlineData("SOS-1")]
    [InlineData("INV-1234567890123")]
    [InlineData("")]
    [InlineData(null)]
    public void OtherText_Read_IsNoNumberOfThisHouse(string? typed) => Assert.False(DocumentNumber.TryParse(typed, out _));

    [Fact]
    public void NumberOfAnotherSystem_ForAKind_KeepsItsLeadingZeros() =>
        Assert.Equal("0000611365", DocumentNumber.For(DocumentKind.Invoice, " 0000611365 ").Text);

    [Fact]
    public void EveryKind_FromItsNumber_ReadsBackAsItself()
    {
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            Assert.True(DocumentNumber.TryParse(DocumentNumber.Of(kind, 12).Text, out var number));
            Assert.Equal(kind, number.Kind);
        }
    }
}
