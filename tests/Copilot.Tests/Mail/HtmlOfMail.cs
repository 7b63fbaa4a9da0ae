using Copilot.Connectors.Mail;
using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Mail;

public sealed class HtmlOfMail
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("text <b onclick='x'>bold</b>", "<b ")]
    [InlineData("[pay](javascript:alert(1))", "href=\"javascript")]
    [InlineData("[pay](data:text/html;base64,PHNjcmlwdD4=)", "href=\"data")]
    [InlineData("<javascript:alert(1)>", "href=\"javascript")]
    [InlineData("![](https://tracker.example/pixel.png)", "<img")]
    [InlineData("![logo](https://tracker.example/pixel.png)", "tracker.example")]
    [InlineData("[x][1]\n\n[1]: vbscript:x", "href=\"vbscript")]
    public void TextThatWouldRunOrFetchSomething_Rendered_DoesNot(string markdown, string forbidden) => Assert.DoesNotContain(forbidden, MailHtml.Of(markdown, Language.En), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void LinksAndLines_Rendered_AreKept()
    {
        var html = MailHtml.Of("Yours\nAnna\n\n[the **terms**](https://company.example/terms) and [mail](mailto:a@b.example)", Language.Nl);

        Assert.Contains("lang=\"nl\"", html, StringComparison.Ordinal);
        Assert.Contains("Yours<br />", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://company.example/terms\">the <strong>terms</strong></a>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:a@b.example\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void PictureAndBadLink_Rendered_LeaveTheirWords()
    {
        var html = MailHtml.Of("![our logo](https://x.example/a.png) [pay *now*](javascript:x)", Language.En);

        Assert.Contains("our logo", html, StringComparison.Ordinal);
        Assert.Contains("pay <em>now</em>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyText_Rendered_HoldsNoElementThatRuns() => Prop.ForAll(
        Gen.Elements("<script>", "](javascript:x)", "[a", "![b", "<img src=y>", "\n", "`", "*", "|", "---", "<a href='x'>", "&lt;script&gt;", "word", "<https://ok.example>", "[1]: data:x").ListOf(12).Select(pieces => string.Concat(pieces)).ToArbitrary(),
        text =>
        {
            var html = MailHtml.Of(text, Language.En);
            return !html.Contains("<script", StringComparison.OrdinalIgnoreCase) && !html.Contains("<img", StringComparison.OrdinalIgnoreCase) && !html.Contains("href=\"javascript", StringComparison.OrdinalIgnoreCase)
                && !html.Contains("href=\"data", StringComparison.OrdinalIgnoreCase);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
