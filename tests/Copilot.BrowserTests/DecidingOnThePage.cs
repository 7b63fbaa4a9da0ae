using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class DecidingOnThePage(Room room)
{
    [Fact]
    public async Task ProposalShown_Confirmed_IsDoneAndTellsSo()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var proposal = await visit.AskAsync("log a call with Belmont & Hale: they pay on Friday");
        await Expect(proposal.GetByText("they pay on Friday").First).ToBeVisibleAsync();
        await Expect(Visit.Button(proposal, "Reject")).ToBeHiddenAsync();
        await visit.PictureAsync("proposal");

        var done = await visit.PressAsync(proposal, "Confirm");

        await Expect(done.GetByText("Confirmed by Hannah Price.", new() { Exact = true })).ToBeVisibleAsync();
        await visit.PictureAsync("receipt");
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
    }

    [Fact]
    public async Task ProposalCorrectedOnItsCard_Confirmed_IsShownCorrectedBeforeAnythingIsDone()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var proposal = await visit.AskAsync("log a call with Kingsway Boutiques: they pay on Monday");
        await Visit.Button(proposal, "Correct").ClickAsync();
        await proposal.GetByRole(AriaRole.Textbox, new() { Name = "Note" }).FillAsync("they pay on Tuesday");

        var corrected = await visit.PressAsync(proposal, "Confirm");
        await Expect(corrected.GetByText("takes the place of").First).ToBeVisibleAsync();
        await Expect(corrected.GetByText("they pay on Tuesday").First).ToBeVisibleAsync();

        var done = await visit.PressAsync(corrected, "Confirm");
        await Expect(done.GetByText("Confirmed by Hannah Price.", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ProposalRejected_WithAReason_IsNotDone()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var proposal = await visit.AskAsync("turn off reminders for Blue Heron Gifts");
        await Visit.Button(proposal, "More ways").ClickAsync();
        await proposal.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("they asked again");

        var rejected = await visit.PressAsync(proposal, "Reject");

        await Expect(rejected.GetByText("Rejected by Hannah Price: they asked again").First).ToBeVisibleAsync();
        await Expect(Visit.Button(rejected, "Confirm")).ToHaveCountAsync(0);
    }
}
