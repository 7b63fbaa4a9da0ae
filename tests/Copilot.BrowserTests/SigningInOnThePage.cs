using System.Text.Json.Nodes;
using Copilot.BrowserTests.Support;
using Copilot.Tests.SignIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class SigningInOnThePage(Room room)
{
    [Fact]
    public async Task OwnCompany_PersonSignsInAndOut_IsKnownInBetween()
    {
        await using var authority = await OidcServer.StartAsync();
        authority.Knows(new JsonObject { ["u-1"] = new JsonObject { ["email"] = "ben@example.com", ["email_verified"] = true, ["name"] = "Ben Carter" } });
        await using var host = await room.StartOwnCompanyAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Copilot__SignIn__Authority"] = authority.Address, ["Copilot__SignIn__ClientId"] = "confidential", ["Copilot__SignIn__ClientSecret"] = OidcServer.Secret,
        });
        await using var visit = await room.OpenAsync(host: host);
        var page = visit.Page;

        // the authority's own forms load a font from elsewhere, which is not needed here
        await visit.Context.RouteAsync(address => new Uri(address).Host != "127.0.0.1", route => route.AbortAsync());
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Please sign in" })).ToBeVisibleAsync();
        await visit.PictureAsync("sign-in");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.Locator("input[name=login]").FillAsync("u-1");
        await page.Locator("input[name=password]").FillAsync("any");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();

        await Expect(page.Locator("#person")).ToHaveTextAsync("Ben Carter · Collector");
        await Expect(visit.Answer).ToContainTextAsync("Hello Ben.");
        await Expect(await visit.AskAsync("overdue invoices")).ToContainTextAsync("overdue");
        await page.Locator("#switch-person").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "You are signed out" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Please sign in" })).ToBeVisibleAsync();
        await Expect(visit.Answers).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task OwnCompanyWithoutASignIn_PageIsOpened_SaysThatItIsOff()
    {
        await using var host = await room.StartOwnCompanyAsync();
        await using var visit = await room.OpenAsync(host: host);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "The chat page is switched off" })).ToBeVisibleAsync();
        await Expect(visit.People).ToHaveCountAsync(0);
        Assert.Empty(await Axe.FindingsAsync(visit.Page));
        await visit.PictureAsync("switched-off");
    }
}
