using System.Text.RegularExpressions;
using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed partial class LosingTheHost(Room room)
{
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task HostIsKilledWhileAMessageIsSent_StartsAgain_NothingIsLostOrDoubled()
    {
        await using var host = await room.StartHostAsync();
        await using var visit = await room.OpenAsync(host: host);
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("overdue invoices");

        // one message is on its way while the host dies, one is written while it is gone
        await visit.SendAsync("and for Trendhaus?");
        await host.KillAsync();
        await Expect(visit.Connection).ToHaveTextAsync(Away());
        await visit.PictureAsync("reconnecting");
        await visit.SendAsync("aging by region");
        await Expect(visit.Questions).ToHaveCountAsync(3);

        await host.StartAsync();
        await Expect(visit.Connection).ToHaveTextAsync("Connected", Patient);
        await AllIsThereOnceAsync(visit, ["overdue invoices", "and for Trendhaus?", "aging by region"]);

        // and so it is in the host's own records
        await visit.Page.ReloadAsync();
        await AllIsThereOnceAsync(visit, ["overdue invoices", "and for Trendhaus?", "aging by region"]);
        Assert.All(visit.Complaints, complaint => Assert.Matches("ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE", complaint));
    }

    [Fact]
    public async Task DeviceIsOffline_IsBack_SendsWhatWasHeldBackOnce()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        await Expect(visit.Connection).ToHaveTextAsync("Connected");
        await visit.Context.SetOfflineAsync(true);
        await Expect(visit.Connection).ToContainTextAsync("This device is offline");
        await visit.SendAsync("overdue invoices");
        await visit.Context.SetOfflineAsync(false);
        await Expect(visit.Connection).ToHaveTextAsync("Connected", Patient);
        await AllIsThereOnceAsync(visit, ["overdue invoices"]);
    }

    private static async Task AllIsThereOnceAsync(Visit visit, string[] questions)
    {
        await Expect(visit.Answers).ToHaveCountAsync(1 + questions.Length, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });
        await Expect(visit.Questions).ToHaveCountAsync(questions.Length);
        foreach (var question in questions)
        {
            await Expect(visit.Questions.Filter(new LocatorFilterOptions { HasText = question })).ToHaveCountAsync(1);
        }

        await Expect(visit.Page.Locator(".ac-adaptiveCard").GetByText("Hello Hannah.")).ToHaveCountAsync(1);
    }

    [GeneratedRegex("Reconnecting")]
    private static partial Regex Away();
}
