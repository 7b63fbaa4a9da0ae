using Copilot.Tests.Support;
using Microsoft.Playwright;

namespace Copilot.BrowserTests.Support;

/// <summary>Pictures of the page for people to look at; git does not keep them.</summary>
internal static class Artifacts
{
    public static async Task PictureAsync(this Visit visit, string name)
    {
        if (await visit.Panel.CountAsync() > 0)
        {
            await visit.AtRestAsync();
        }

        await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Root, "tests", "artifacts", name + ".png"), Caret = ScreenshotCaret.Hide });
    }
}
