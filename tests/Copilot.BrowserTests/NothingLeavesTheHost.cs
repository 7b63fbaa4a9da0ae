using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class NothingLeavesTheHost(Room room)
{
    private const string Elsewhere = "https://elsewhere.invalid/picture.png";
    private const string Plant = $"() => new Promise(done => {{ const one = new Image(); one.onload = one.onerror = () => done(); one.src = '{Elsewhere}'; }})";

    [Fact]
    public async Task WholeVisit_IsWatched_AsksTheHostAloneAndComplainsOfNothing()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Victor Stein");
        await visit.AskAsync("overdue invoices");
        await Visit.Button(visit.Answer, "How was this computed?").ClickAsync();
        await visit.PressAsync(visit.Answer, "Show more rows");
        await (await visit.AskAsync("aging by region")).Locator("canvas").First.ScrollIntoViewIfNeededAsync();
        await visit.AskAsync("qwertz uiop asdf");
        await visit.Page.Locator("#theme").ClickAsync();
        await visit.Page.Locator("#new-conversation").ClickAsync();
        await Expect(visit.Answers).ToHaveCountAsync(1);
        await visit.Page.Locator("#switch-person").ClickAsync();
        await visit.People.First.WaitForAsync();

        Assert.Empty(visit.RequestsElsewhere);
        Assert.Empty(visit.Complaints);
        Assert.Contains(visit.Requests, address => address.StartsWith("ws:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PictureOfAnotherHostPlanted_IsAskedFor_PolicyRefusesItAndTheBrowserComplains()
    {
        await using var visit = await room.OpenAsync();
        await visit.Page.EvaluateAsync(Plant);
        Assert.Contains(visit.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal) && complaint.Contains(Elsewhere, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PictureOfAnotherHostPlanted_WithoutThePolicy_IsSeenLeaving()
    {
        await using var visit = await room.OpenAsync(new BrowserNewContextOptions { BypassCSP = true });
        await visit.Context.RouteAsync(Elsewhere, route => route.FulfillAsync(new RouteFulfillOptions { Status = 204 }));
        await visit.Page.EvaluateAsync(Plant);
        Assert.Equal([Elsewhere], visit.RequestsElsewhere);
    }
}
