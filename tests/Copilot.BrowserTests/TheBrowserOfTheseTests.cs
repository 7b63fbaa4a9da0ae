using Microsoft.Playwright;

namespace Copilot.BrowserTests;

public sealed class TheBrowserOfTheseTests
{
    [Fact]
    public async Task Chromium_OpensAPage_ReadsItsText()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "/usr/bin/chromium is not installed.");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<p>read</p>");
        Assert.Equal("read", await page.InnerTextAsync("p"));
    }
}
