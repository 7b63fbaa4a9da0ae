using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class AskingOnThePage(Room room)
{
    [Fact]
    public async Task PersonChosen_WelcomeIsPressed_AsksWhatTheCardSaid()
    {
        await using var visit = await room.OpenAsync();
        var card = visit.People.Filter(new LocatorFilterOptions { HasText = "Hannah Price" });
        await Expect(card.Locator(".role")).ToHaveTextAsync("Collector");
        await visit.PictureAsync("picker");
        var ask = await card.Locator(".ask").First.InnerTextAsync();

        await visit.ChooseAsync("Hannah Price");
        await Expect(visit.Page.Locator("#company")).ToHaveTextAsync("Lumen & Linden");
        await Expect(visit.Page.Locator("#person")).ToHaveTextAsync("Hannah Price · Collector");
        await Expect(visit.Answer).ToContainTextAsync("Hello Hannah.");
        await Expect(visit.Connection).ToHaveTextAsync("Connected");
        await visit.PictureAsync("welcome");

        var answer = await visit.PressAsync(visit.Answer, ask);
        await Expect(visit.Questions.Last).ToContainTextAsync(ask);
        await Expect(Heading(answer)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task CustomerAskedFor_AnotherIsNamedAfterwards_IsAnsweredForThatOne()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var all = await Visit.TableAsync(await visit.AskAsync("overdue invoices"));
        var customers = all.Skip(1).Select(row => row[1]).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        foreach (var (question, customer) in new[] { ($"was ist bei {customers[0]} überfällig", customers[0]), ($"and for {customers[1]}?", customers[1]) })
        {
            var answer = await visit.AskAsync(question);
            await Expect(Heading(answer)).ToContainTextAsync(customer);
            var rows = (await Visit.TableAsync(answer)).Skip(1).ToArray();
            Assert.NotEmpty(rows);
            Assert.Contains(all.First(row => row[1] == customer)[0], rows.Select(row => row[0]));
        }

        await Expect(visit.Questions).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task MoreRowsThanACardShows_NextAreAskedFor_OthersAreShown()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var answer = await visit.AskAsync("overdue invoices");
        var first = await Visit.TableAsync(answer);
        await visit.PictureAsync("answer");
        var more = await visit.PressAsync(answer, "Show more rows");
        var second = await Visit.TableAsync(more);
        Assert.Equal(11, first.Length);
        Assert.Equal(first[0], second[0]);
        Assert.Empty(first.Skip(1).Select(row => row[0]).Intersect(second.Skip(1).Select(row => row[0]), StringComparer.Ordinal));
        await Expect(more.GetByText($"Rows 11 to {10 + second.Length - 1} of")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task FigureInDoubt_ComputationIsUnfolded_LeadsToTheRecords()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var answer = await visit.AskAsync("overdue invoices");
        var invoice = (await Visit.TableAsync(answer))[1][0];
        var how = Visit.Button(answer, "How was this computed?");
        var added = answer.GetByText("each currency’s subtotal at the rate");
        await Expect(added).ToBeHiddenAsync();
        await Expect(how).ToHaveAttributeAsync("aria-expanded", "false");

        await how.ClickAsync();
        await Expect(added).ToBeVisibleAsync();
        await Expect(how).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(answer.GetByText($"records: {invoice}").First).ToBeVisibleAsync();
        await how.ScrollIntoViewIfNeededAsync();
        await visit.Page.Mouse.WheelAsync(0, 400);
        await visit.PictureAsync("explanation");

        await how.ClickAsync();
        await Expect(added).ToBeHiddenAsync();
    }

    [Fact]
    public async Task ManyFigures_AnswerIsShown_OthersUnfold()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var answer = await visit.AskAsync("overdue invoices");
        var facts = answer.Locator(".ac-factset").First.Locator("tr");
        var all = await facts.CountAsync();
        await Expect(facts.Locator("visible=true").Filter(new LocatorFilterOptions { HasText = "Unapplied cash" })).ToHaveCountAsync(0);
        var unfold = answer.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = $"Show {all - 6} more figures" });
        await unfold.ClickAsync();
        await Expect(facts.Filter(new LocatorFilterOptions { HasText = "Unapplied cash" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SentenceThatIsNone_IsAnswered_SaysWhatCanBeAsked()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var answer = await visit.AskAsync("qwertz uiop asdf");
        await Expect(answer).ToContainTextAsync("type “help” to see what can be asked");
        await Expect(answer.Locator(".card-table")).ToHaveCountAsync(0);
        await visit.PictureAsync("not-understood");
    }

    [Fact]
    public async Task NameOfTwoCustomers_OneIsChosen_IsAnsweredForThatOne()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        var question = await visit.AskAsync("account summary for Kingsway");
        await Expect(Visit.Button(question, "Kingsway Pharmacy")).ToBeVisibleAsync();
        await visit.PictureAsync("choices");
        var answer = await visit.PressAsync(question, "Kingsway Boutiques");
        await Expect(Heading(answer)).ToContainTextAsync("Kingsway Boutiques");
    }

    private static ILocator Heading(ILocator answer) => answer.GetByRole(AriaRole.Heading).First;
}
