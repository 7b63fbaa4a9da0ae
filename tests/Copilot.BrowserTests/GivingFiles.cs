using System.Text;
using Copilot.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

public sealed class GivingFiles(Room room)
{
    [Fact]
    public async Task SmallFile_IsGiven_IsTakenAndAnswered()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        await ChooseAsync(visit, "remittance.csv", Encoding.UTF8.GetBytes("invoice;amount\nINV-20785;6517.20\n"));
        await visit.Box.PressAsync("Enter");
        await Expect(visit.Questions.Last).ToContainTextAsync("remittance.csv");
        await Expect(visit.Answers).ToHaveCountAsync(2);
        await Expect(visit.Answer).ToContainTextAsync("remittance.csv");
        await visit.PictureAsync("file");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task FileTooLarge_IsGiven_IsNotSentAndASentenceSaysWhy()
    {
        await using var visit = await room.OpenAsync();
        await visit.ChooseAsync("Hannah Price");
        await ChooseAsync(visit, "everything.csv", new byte[(10 * 1024 * 1024) + 1]);
        await visit.Box.PressAsync("Enter");
        await Expect(visit.Connection).ToHaveTextAsync("everything.csv is larger than 10 MB, so it was not sent.");
        await visit.PictureAsync("file-too-large");
        Assert.DoesNotContain(visit.Requests, address => address.Contains("/upload?", StringComparison.Ordinal));
        await Expect(visit.Answers).ToHaveCountAsync(1);
    }

    private static Task ChooseAsync(Visit visit, string name, byte[] content) =>
        visit.Page.Locator("#webchat input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
}
