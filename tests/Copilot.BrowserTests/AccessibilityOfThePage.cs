using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class AccessibilityOfThePage(Room room)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1100)]
    [InlineData(ColorScheme.Dark, 1100)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task PickerAndChat_AreChecked_HaveNoSeriousFinding(ColorScheme scheme, int width)
    {
        var name = $"{(width == 320 ? "phone" : "desk")}-{scheme.ToString().ToLowerInvariant()}";
        await using var visit = await room.OpenAsync(new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        await visit.People.First.WaitForAsync();
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        Assert.Empty(await WideAsync(visit.Page));
        await visit.PictureAsync(name + "-picker");

        await visit.ChooseAsync("Victor Stein");
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        var table = await visit.AskAsync("overdue invoices");
        await visit.PictureAsync(name + "-answer");
        await Visit.Button(table, "How was this computed?").ClickAsync();
        var chart = await visit.AskAsync("aging by region");
        await chart.GetByText("Show the figures").First.ClickAsync();
        await visit.PictureAsync(name + "-chart");
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        Assert.Empty(await WideAsync(visit.Page));
    }

    [Fact]
    public async Task FaultsPlanted_AreLookedFor_AreFound()
    {
        await using var visit = await room.OpenAsync(new BrowserNewContextOptions { ViewportSize = Sizes.Phone });
        await visit.People.First.WaitForAsync();
        await visit.Page.EvaluateAsync("""
            () => {
              const pale = document.createElement('p');
              pale.textContent = 'hardly to be read';
              pale.style.color = '#cccccc';
              pale.style.background = '#ffffff';
              const wide = document.createElement('div');
              wide.style.width = '400px';
              wide.style.height = '1px';
              document.querySelector('main').prepend(pale, document.createElement('button'), wide);
            }
            """);
        var findings = await Axe.FindingsAsync(visit.Page);
        Assert.Contains(findings, finding => finding.Contains(" color-contrast:", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains(" button-name:", StringComparison.Ordinal));
        Assert.NotEmpty(await WideAsync(visit.Page));
    }

    [Fact]
    public async Task AnswerArrives_ScreenReaderListens_HearsTheShortAnswer()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("overdue invoices");
        var heard = visit.Page.Locator("[role=log]").Filter(new LocatorFilterOptions { HasText = "invoices are overdue" });
        await Expect(heard).ToContainTextAsync("The copilot said:");
        await Expect(heard).Not.ToContainTextAsync("attachment");
    }

    // what is wider than its place and would have to be scrolled sideways; tables do that inside themselves
    private static Task<string[]> WideAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => [document.documentElement, ...document.querySelectorAll('body, main, .webchat__basic-transcript__scrollable')]
          .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => `${one.tagName}.${one.className}: ${one.scrollWidth} > ${one.clientWidth}`)
        """);
}
