using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Tests.Receivables.Cash;

public sealed class ReadingReferences
{
    [Theory]
    [InlineData("Payment INV-20417 thank you", "20417")]
    [InlineData("RG 20417 20433", "20417 20433")]
    [InlineData("inv.20417,INV#0020433", "20417 20433")]
    [InlineData("20417/18/23", "20417 20418 20423")]
    [InlineData("20417 und 18", "20417 20418")]
    [InlineData("20417 bis 20419", "20417..20419")]
    [InlineData("20417-20419", "20417..20419")]
    [InlineData("no numbers at all", "")]
    [InlineData("", "")]
    [InlineData("Re 12", "")]
    public void TextOfAStatement_Read_GivesItsNumbers(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReferenceReader.Read(text).Select(number => number.RangeEnd is { } end ? $"{number.Key}..{end}" : number.Key)));

    [Fact]
    public void Range_Opened_NamesEveryNumberInIt() => Assert.Equal(["20417", "20418", "20419"], ReferenceReader.Keys(ReferenceReader.Read("20417 to 20419")[0]));

    [Fact]
    public void RangeOfThousands_Opened_NamesItsEndsOnly() => Assert.Equal(["10000", "90000"], ReferenceReader.Keys(ReferenceReader.Read("10000-90000")[0]));

    [Fact]
    public void TextOfTenThousandDigits_Read_IsBounded() => Assert.InRange(ReferenceReader.Read(string.Concat(Enumerable.Repeat("12345 ", 10_000))).Count, 1, 60);

    [Theory]
    [InlineData("INV-20417", "20417")]
    [InlineData("0000611365", "611365")]
    [InlineData("re.20417", "20417")]
    [InlineData("20-417B", "20417B")]
    [InlineData("000", "0")]
    [InlineData("", "")]
    public void DocumentNumber_Compared_LosesPrefixSignsAndZeros(string text, string key) => Assert.Equal(key, NumberKey.Of(text));

    [Fact]
    public void SlipsOfANumber_Listed_HoldWrongMissingAddedAndSwappedDigits()
    {
        var slips = NumberKey.Slips("20417").ToHashSet();

        Assert.Contains("20418", slips);
        Assert.Contains("2041", slips);
        Assert.Contains("204117", slips);
        Assert.Contains("24017", slips);
        Assert.DoesNotContain("20417", slips);
        Assert.DoesNotContain("20498", slips);
    }
}
