using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class ReadingALongAnswer(Room room)
{
    [Theory]
    [InlineData(1100, 800, 1)]
    [InlineData(320, 640, 1)]
    [InlineData(1100, 800, 6)]
    [InlineData(320, 640, 10)]
    public async Task AnswerTallerThanTheView_Arrives_StandsAtItsBeginning(int width, int height, int slower)
    {
        await using var visit = await room.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        await visit.ChooseAsync("Hannah Price");
        await visit.SlowAsync(slower);
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
    public async Task FrameOfTheGlideToTheQuestion_IsDueJustAsTheAnswerIsShown_AnswerStandsAtItsBeginning()
    {
        await using var visit = await room.OpenAsync(new BrowserNewContextOptions { ViewportSize = Sizes.Phone });
        await visit.ChooseAsync("Hannah Price");
        await visit.AtRestAsync();
        await HoldTheGlideAsync(visit);
        var answer = await visit.AskAsync("overdue invoices");
        await visit.AtRestAsync();
        await Expect(answer.GetByRole(AriaRole.Heading).First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task FrameOfTheGlideAfterAButton_IsDueJustAsTheAnswerIsShown_AnswerStandsAtItsBeginning()
    {
        await using var visit = await room.OpenAsync(new BrowserNewContextOptions { ViewportSize = Sizes.Phone });
        await visit.ChooseAsync("Hannah Price");
        var first = await visit.AskAsync("overdue invoices");
        await visit.AtRestAsync();
        await HoldTheGlideAsync(visit);
        var more = await visit.PressAsync(first, "Show more rows");
        await visit.AtRestAsync();
        await Expect(more.GetByRole(AriaRole.Heading).First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task ButtonOfALongAnswer_IsPressed_NextAnswerStandsAtItsBeginning()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var answer = await visit.AskAsync("overdue invoices");

        // nobody presses what is still on its way to where it will stand
        await visit.AtRestAsync();
        var more = await visit.PressAsync(answer, "Show more rows");
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

    /// <summary>Lets no frame pass until the next answer is put in, and then all of them at once, late enough for the whole of a glide.</summary>
    private static async Task HoldTheGlideAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("""
            () => {
              const [ask, cancel, held] = [requestAnimationFrame, cancelAnimationFrame, new Map()];
              const answers = () => document.querySelectorAll('.webchat__basic-transcript__activity:not(:has(.webchat__stacked-layout--from-user))').length;
              const before = answers();
              let last = 0;
              window.requestAnimationFrame = frame => { held.set(--last, frame); return last; };
              window.cancelAnimationFrame = id => held.delete(id) || cancel.call(window, id);
              new MutationObserver((_, watch) => {
                if (answers() === before) return;
                watch.disconnect();
                window.requestAnimationFrame = ask;
                for (const frame of held.values()) frame(performance.now());
              }).observe(document.body, { childList: true, subtree: true });
            }
            """);
        await visit.Page.RouteAsync("**/activities", async route =>
        {
            // how far a frame glides depends on how late it comes: this one is late enough for all of it
            await visit.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 800))");
            await route.ContinueAsync();
        });
    }
}
