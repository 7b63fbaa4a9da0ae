using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class KeyboardAlone(Room room)
{
    private const int MostSteps = 40;

    [Fact]
    public async Task NoMouse_PersonQuestionAndButton_AreAllReached()
    {
        await using var visit = await room.OpenAsync();
        var keys = visit.Page.Keyboard;
        await visit.People.First.WaitForAsync();
        await UntilAsync(visit, "Tab", "one => one.id === 'search'");
        await keys.TypeAsync("hannah");
        await Expect(visit.People).ToHaveCountAsync(1);
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");

        await Expect(visit.Box).ToBeFocusedAsync();
        await Expect(visit.Answers).ToHaveCountAsync(1);
        await keys.TypeAsync("overdue invoices");
        await keys.PressAsync("Enter");
        await Expect(visit.Answers).ToHaveCountAsync(2);

        // into the history, into its last message, to a button of its card
        await UntilAsync(visit, "Shift+Tab", "one => one.matches('.webchat__basic-transcript')");
        await keys.PressAsync("Enter");
        await UntilAsync(visit, "Tab", "one => one.textContent.startsWith('Show more rows')");
        await keys.PressAsync("Enter");
        await Expect(visit.Answers).ToHaveCountAsync(3);
        await Expect(visit.Answer.GetByText("Rows 11 to")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task FirstTab_IsFollowed_LeadsPastTheHeaderToTheBox()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        await visit.Page.ReloadAsync();
        await visit.Answer.WaitForAsync();
        await visit.Page.Locator("#skip").FocusAsync();
        await Expect(visit.Page.Locator("#skip")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Box).ToBeFocusedAsync();
    }

    private static async Task UntilAsync(Visit visit, string key, string reached)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await visit.Page.Keyboard.PressAsync(key);
            if (await visit.Page.EvaluateAsync<bool>($"() => ({reached})(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail($"{MostSteps} times {key} do not lead there; it ended at {await visit.Page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)")}");
    }
}
