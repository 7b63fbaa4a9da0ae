using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class PeopleApart(Room room)
{
    [Fact]
    public async Task PersonLeaves_AnotherIsChosen_SeesNothingOfTheFirst()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("overdue invoices for Trendhaus");
        await visit.Page.Locator("#switch-person").ClickAsync();
        await visit.People.First.WaitForAsync();
        await Expect(visit.Page.GetByText("Trendhaus")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#person")).ToBeHiddenAsync();

        await visit.ChooseAsync("Ben Carter");
        await Expect(visit.Page.Locator("#person")).ToHaveTextAsync("Ben Carter · Order desk");
        await Expect(visit.Answers).ToHaveCountAsync(1);
        await Expect(visit.Questions).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByText("Trendhaus")).ToHaveCountAsync(0);

        // nor does the way back show it
        await visit.Page.ReloadAsync();
        await Expect(visit.Answers).ToHaveCountAsync(1);
        await Expect(visit.Page.GetByText("Trendhaus")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TwoPeopleInTwoBrowsers_BothAsk_EachSeesTheirOwn()
    {
        await using var one = await room.OpenAsync();
        await using var other = await room.OpenAsync();
        await Task.WhenAll(one.ChooseAsync("Hannah Price"), other.ChooseAsync("Ben Carter"));
        await Task.WhenAll(one.AskAsync("overdue invoices for Trendhaus"), other.AskAsync("which orders are on hold"));
        await Task.WhenAll(one.AskAsync("and for Kaufhaus Adler?"), other.AskAsync("backorders"));
        foreach (var visit in new[] { one, other })
        {
            await Expect(visit.Answers).ToHaveCountAsync(3);
            await Expect(visit.Questions).ToHaveCountAsync(2);
        }

        await Expect(other.Page.GetByText("and for Kaufhaus Adler?")).ToHaveCountAsync(0);
        await Expect(one.Page.GetByText("backorders").Locator("visible=true")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task PageIsLoadedAgain_SamePerson_GoesOnInTheSameConversation()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        await visit.AskAsync("overdue invoices for Trendhaus");
        await visit.Page.ReloadAsync();
        await Expect(visit.Answers).ToHaveCountAsync(2);
        await Expect(await visit.AskAsync("and for Kaufhaus Adler?")).ToContainTextAsync("Kaufhaus Adler");
        await visit.Page.Locator("#new-conversation").ClickAsync();
        await Expect(visit.Answers).ToHaveCountAsync(1);
        await Expect(visit.Page.GetByText("Trendhaus")).ToHaveCountAsync(0);
    }
}
