using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The approval inbox as a place: its number in the header, its lists, and deciding from there.</summary>
public sealed class InboxOnThePage(Room room)
{
    [Fact]
    public async Task ProposalsWait_InboxOpenedFilteredAndDecided_NumberAndListsFollow()
    {
        await using var host = await room.StartHostAsync();
        await using var visit = await room.OpenAsync(host: host);
        await visit.ChooseAsync("Hannah Price");
        await Expect(Open(visit)).ToHaveAccessibleNameAsync("Waiting for you 0");
        await visit.AskAsync("log a call with Belmont & Hale: they pay on Friday");
        await visit.AskAsync("turn off reminders for Blue Heron Gifts");
        await visit.AskAsync("log a call with Kingsway Boutiques: they pay on Monday");
        await visit.AskAsync("turn off reminders for Kingsway Boutiques");
        await Expect(Open(visit)).ToHaveAccessibleNameAsync("Waiting for you 4");

        await Open(visit).ClickAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(4);
        await Expect(visit.Page.Locator("#inbox-heading")).ToBeFocusedAsync();
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        await visit.PictureAsync("inbox-desk");

        await visit.Page.GetByLabel("Find").FillAsync("kingsway");
        await Expect(Rows(visit)).ToHaveCountAsync(2);
        await Expect(visit.Page.GetByText("2 of 4")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Find").FillAsync("nothing like it");
        await Expect(visit.Page.GetByText("Nothing fits what you look for.")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show all of them" }).ClickAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(4);
        await visit.Page.GetByLabel("Kind").SelectOptionAsync("log_call");
        await Expect(Rows(visit)).ToHaveCountAsync(2);

        await Rows(visit).Filter(new() { HasText = "Kingsway" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Card(visit).GetByText("they pay on Monday").First).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        await visit.PictureAsync("inbox-card");
        await Visit.Button(Card(visit), "Confirm").ClickAsync();
        await Expect(Card(visit).GetByText("Confirmed by Hannah Price.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Open(visit)).ToHaveAccessibleNameAsync("Waiting for you 3");
        await visit.PictureAsync("inbox-receipt");

        await visit.Page.GoBackAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(3);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Decided by you" }).ClickAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(1);
        await Expect(Rows(visit).First).ToContainTextAsync("Confirmed, done");
        await visit.PictureAsync("inbox-decided");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the conversation" }).ClickAsync();
        await Expect(visit.Box).ToBeFocusedAsync();
        await Expect(visit.Answers).ToHaveCountAsync(5);
        Assert.Empty(visit.RequestsElsewhere);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task ProposalOpenedInTheInbox_RejectedWithAReason_IsNotDone()
    {
        await using var host = await room.StartHostAsync();
        await using var visit = await room.OpenAsync(host: host);
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("log a call with Kingsway Boutiques: they pay on Monday");
        await Open(visit).ClickAsync();
        await Rows(visit).GetByRole(AriaRole.Link).ClickAsync();
        await Visit.Button(Card(visit), "Correct").ClickAsync();
        await Card(visit).GetByRole(AriaRole.Textbox, new() { Name = "Note" }).FillAsync("they pay on Tuesday");
        await Visit.Button(Card(visit), "Show it corrected").ClickAsync();
        await Expect(Card(visit).GetByText("takes the place of").First).ToBeVisibleAsync();
        await Expect(Card(visit).GetByText("they pay on Tuesday").First).ToBeVisibleAsync();
        await Visit.Button(Card(visit), "More ways").ClickAsync();
        await Card(visit).GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("they asked again");
        await visit.PictureAsync("inbox-more-ways");
        await Visit.Button(Card(visit), "Reject").ClickAsync();
        await Expect(Card(visit).GetByText("Rejected by Hannah Price: they asked again").First).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "All that waits for you" }).ClickAsync();
        await Expect(visit.Page.GetByText("Nothing waits for you.", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        await visit.PictureAsync("inbox-empty");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task EverythingStopped_InboxOpened_SaysSoOnTop()
    {
        await using var host = await room.StartHostAsync();
        await using var visit = await room.OpenAsync(host: host);
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("log a call with Kingsway Boutiques: they pay on Monday");
        await host.AlsoAsync("gate", "stop", "we look into a wrong mail");
        await Open(visit).ClickAsync();
        await Expect(visit.Page.GetByText("Everything is stopped:")).ToContainTextAsync("we look into a wrong mail");
        await visit.PictureAsync("inbox-stopped");
        await Rows(visit).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Card(visit).GetByText("Everything is stopped")).ToBeVisibleAsync();
        await Expect(Visit.Button(Card(visit), "Confirm")).ToHaveCountAsync(0);
        await host.AlsoAsync("gate", "release");
    }

    [Fact]
    public async Task PersonAway_Said_StandsThereAndCanBeTakenBack()
    {
        await using var host = await room.StartHostAsync();
        await using var visit = await room.OpenAsync(host: host);
        await visit.ChooseAsync("Hannah Price");
        await Open(visit).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Being away" }).ClickAsync();
        var until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(7);
        await visit.Page.GetByLabel("Last day away").FillAsync(until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await visit.Page.GetByLabel("Who stands in").FillAsync("Maya Okafor");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(visit.Page.Locator("#inbox-said")).ToContainTextAsync("They may not confirm:");
        await visit.PictureAsync("inbox-away");
        Assert.Empty(await Axe.FindingsAsync(visit.Page));

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "For you", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByText("Maya Okafor stands in.")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Change that" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I am back" }).ClickAsync();
        await Expect(visit.Page.GetByText("Welcome back.")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1100)]
    [InlineData(ColorScheme.Dark, 1100)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Inbox_OnAnyScreen_HasNoSeriousFindingAndScrollsNotSideways(ColorScheme scheme, int width)
    {
        var name = $"inbox-{(width == 320 ? "phone" : "desk")}-{scheme.ToString().ToLowerInvariant()}";
        await using var host = await room.StartHostAsync();
        await using var visit = await room.OpenAsync(new() { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 800 } }, host);
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("log a call with Belmont & Hale: they pay on Friday");
        await visit.AskAsync("turn off reminders for Blue Heron Gifts");
        await visit.PictureAsync(name + "-header");
        await Open(visit).ClickAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(2);
        await visit.PictureAsync(name);
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        Assert.Empty(await WideAsync(visit.Page));
        await Rows(visit).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Visit.Button(Card(visit), "Confirm")).ToBeVisibleAsync();
        await visit.PictureAsync(name + "-card");
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        Assert.Empty(await WideAsync(visit.Page));
    }

    [Fact]
    public async Task NoMouse_InboxAndItsCard_AreReachedAndLeft()
    {
        await using var host = await room.StartHostAsync();
        await using var visit = await room.OpenAsync(host: host);
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("log a call with Kingsway Boutiques: they pay on Monday");
        var keys = visit.Page.Keyboard;
        await Open(visit).FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(Rows(visit)).ToHaveCountAsync(1);
        await UntilAsync(visit, "one => one.closest('tbody') !== null");
        await keys.PressAsync("Enter");
        await Expect(Visit.Button(Card(visit), "Confirm")).ToBeVisibleAsync();
        await UntilAsync(visit, "one => one.textContent === 'Confirm'");
        await keys.PressAsync("Enter");
        await Expect(Card(visit).GetByText("Confirmed by Hannah Price.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Card(visit)).ToBeFocusedAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task ButtonsOfACard_BesideEachOther_StandAtOneHeight()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var proposal = await visit.AskAsync("log a call with Belmont & Hale: they pay on Friday");
        var tops = await proposal.Locator(".ac-pushButton").EvaluateAllAsync<double[]>("buttons => buttons.filter(one => one.offsetParent && ['Confirm', 'Correct', 'More ways'].includes(one.textContent)).map(one => one.getBoundingClientRect().top)");
        Assert.Equal(3, tops.Length);
        Assert.All(tops, top => Assert.Equal(tops[0], top, 0.6));
    }

    private static ILocator Open(Visit visit) => visit.Page.Locator("#inbox-open");

    private static ILocator Rows(Visit visit) => visit.Page.Locator(".waiting-list tbody tr");

    private static ILocator Card(Visit visit) => visit.Page.Locator(".card-place");

    private static async Task UntilAsync(Visit visit, string reached)
    {
        for (var step = 0; step < 30; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<bool>($"() => ({reached})(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail("30 times Tab do not lead there.");
    }

    private static Task<string[]> WideAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => [document.documentElement, ...document.querySelectorAll('body, #inbox, .inbox-view')]
          .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => `${one.tagName}.${one.className}: ${one.scrollWidth} > ${one.clientWidth}`)
        """);
}
