using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class ChartsOnThePage(Room room)
{
    [Theory]
    [InlineData("Victor Stein", "aging by region", "chart-bars")]
    [InlineData("Victor Stein", "days sales outstanding last quarter", "chart-line")]
    public async Task AnswerWithAChart_IsShown_IsDrawnAndSaidInWords(string person, string question, string picture)
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync(person);
        var answer = await visit.AskAsync(question);
        var chart = answer.Locator(".chart").First;
        await chart.ScrollIntoViewIfNeededAsync();
        var canvas = chart.Locator("canvas");
        Assert.InRange(await ColoursAsync(canvas), 2, int.MaxValue);
        await visit.PictureAsync(picture);

        await chart.GetByText("Show the figures").ClickAsync();
        var figures = chart.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { Has = visit.Page.Locator("td") });
        var spoken = await canvas.GetAttributeAsync("aria-label");
        Assert.InRange(await figures.CountAsync(), 2, 100);
        foreach (var row in await figures.AllAsync())
        {
            var (label, figure) = (await row.Locator("th").InnerTextAsync(), await row.Locator("td").First.InnerTextAsync());
            Assert.Contains($"{label}: {figure}", spoken, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ChartDrawnInLight_ThemeBecomesDark_IsDrawnInOtherColours()
    {
        await using var visit = await room.OpenAsync(new BrowserNewContextOptions { ViewportSize = Sizes.Desk, ColorScheme = ColorScheme.Light });
        await visit.ChooseAsync("Victor Stein");
        var canvas = (await visit.AskAsync("aging by region")).Locator("canvas").First;
        await canvas.ScrollIntoViewIfNeededAsync();
        Assert.InRange(await ColoursAsync(canvas), 2, int.MaxValue);
        var light = await canvas.EvaluateAsync<string>("one => one.toDataURL()");
        await visit.Page.Locator("#theme").ClickAsync();
        await visit.Page.Locator("#theme").ClickAsync();
        await Expect(visit.Page.Locator("#theme")).ToHaveTextAsync("Theme: dark");
        Assert.NotEqual(light, await canvas.EvaluateAsync<string>("one => one.toDataURL()"));
        await visit.PictureAsync("dark-chart");
    }

    // how many colours a picture has that are not see-through, once it has any
    private static Task<int> ColoursAsync(ILocator canvas) => canvas.EvaluateAsync<int>("""
        canvas => new Promise(done => {
          const look = () => {
            const { width, height } = canvas;
            const pixels = width && height ? new Uint32Array(canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer) : [];
            const colours = new Set(pixels);
            if (colours.size > 1) done(colours.size - (colours.has(0) ? 1 : 0)); else requestAnimationFrame(look);
          };
          look();
        })
        """);
}
