using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class ReadingALongAnswer(Room room)
{
    [Theory]
    [InlineData(1100, 800)]
    [InlineData(320, 640)]
    public async Task AnswerTallerThanTheView_Arrives_StandsAtItsBeginning(int width, int height)
    {
        await using var visit = await room.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        await visit.ChooseAsync("Hannah Price");
        foreach (var question in new[] { "overdue invoices", "aging by region", "overdue invoices over 60 days" })
        {
            var answer = await visit.AskAsync(question);
            await visit.AtRestAsync();
            var panel = await visit.Panel.BoundingBoxAsync();
            var shown = await answer.BoundingBoxAsync();
            Assert.True(shown!.Height > panel!.Height, "The answer is to be taller than the view.");
            Assert.InRange(shown.Y, panel.Y, panel.Y + (panel.Height / 2));
            await Expect(answer.GetByRole(AriaRole.Heading).First).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task ButtonOfALongAnswer_IsPressed_NextAnswerStandsAtItsBeginning()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var more = await visit.PressAsync(await visit.AskAsync("overdue invoices"), "Show more rows");
        await visit.AtRestAsync();
        await Expect(more.GetByRole(AriaRole.Heading).First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task PersonHasScrolledUp_AnswerArrives_LeavesThemWhereTheyRead()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("overdue invoices");
        await visit.AtRestAsync();

        // the message waits on its way until the person has scrolled up
        var scrolled = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/activities", async route =>
        {
            await scrolled.Task;
            await route.ContinueAsync();
        });
        await visit.SendAsync("aging by region");
        await Expect(visit.Questions).ToHaveCountAsync(2);
        await visit.AtRestAsync();
        await visit.Panel.HoverAsync();
        await visit.Page.Mouse.WheelAsync(0, -600);
        var reading = await visit.AtRestAsync();
        scrolled.SetResult();
        await Expect(visit.Answers).ToHaveCountAsync(3);
        Assert.Equal(reading, await visit.AtRestAsync(), 2.0);
    }
}
