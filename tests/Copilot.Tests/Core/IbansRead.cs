using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Core;

public sealed class IbansRead
{
    // the examples of the registry of IBANs, and accounts of the sample
    private static readonly string[] Right =
        ["GB29NWBK60161331926819", "DE89370400440532013000", "FR1420041010050500013M02606", "NL91ABNA0417164300", "PL61109010140000071219812874", "CH9300762011623852957", "NO9386011117947", "MT84MALT011000012345MTLCAST001S", "SA0380000000608010167519"];

    private static readonly Gen<string> Known = Gen.Elements(Right);

    [Theory]
    [InlineData("NL91 ABNA 0417 1643 00")]
    [InlineData("nl91abna0417164300")]
    [InlineData(" NL91-ABNA-0417-1643-00 ")]
    public void RightIban_HoweverWritten_IsRead(string text)
    {
        Assert.Equal(("NL91ABNA0417164300", null), Iban.Read(text));
        Assert.Equal("NL91 ABNA 0417 1643 00", Iban.Written("NL91ABNA0417164300"));
    }

    [Fact]
    public void ExamplesOfTheRegistry_Read_AreRight() => Assert.All(Right, number => Assert.True(Iban.IsNumber(number), number));

    [Theory]
    [InlineData("", "is no IBAN")]
    [InlineData("0417164300", "is no IBAN")]
    [InlineData("NL91", "is no IBAN")]
    [InlineData("NL91 ABNA 0417 1643 0€", "is no IBAN")]
    [InlineData("NL91ABNA041716430", "those have 18")]
    [InlineData("XX9100", "no length of an IBAN")]
    [InlineData("NL91ABNA0417164301", "check of its digits")]
    [InlineData("NL19ABNA0417164300", "check of its digits")]
    public void WrongIban_Read_IsRefusedWithWhatIsWrong(string text, string says)
    {
        var (number, wrong) = Iban.Read(text);

        Assert.Null(number);
        Assert.Contains(says, wrong, StringComparison.Ordinal);
        Assert.False(Iban.IsNumber(text));
    }

    [Fact]
    public void OneDigitChanged_InAnyIban_IsFound() => Prop.ForAll(
        (from number in Known from at in Gen.Choose(2, number.Length - 1).Where(at => char.IsAsciiDigit(number[at])) from step in Gen.Choose(1, 9) select (number, at, step)).ToArbitrary(),
        wrong => !Iban.IsNumber(wrong.number[..wrong.at] + (char)('0' + ((wrong.number[wrong.at] - '0' + wrong.step) % 10)) + wrong.number[(wrong.at + 1)..])).QuickCheckThrowOnFailure();

    [Fact]
    public void TwoNeighboursExchanged_InAnyIban_AreFound() => Prop.ForAll(
        (from number in Known from at in Gen.Choose(4, number.Length - 2).Where(at => number[at] != number[at + 1]) select (number, at)).ToArbitrary(),
        wrong => !Iban.IsNumber(wrong.number[..wrong.at] + wrong.number[wrong.at + 1] + wrong.number[wrong.at] + wrong.number[(wrong.at + 2)..])).QuickCheckThrowOnFailure();

    [Fact]
    public void Written_AndReadAgain_IsTheSame() => Prop.ForAll(Known.ToArbitrary(), number => Iban.Read(Iban.Written(number)).Number == number).QuickCheckThrowOnFailure();
}
