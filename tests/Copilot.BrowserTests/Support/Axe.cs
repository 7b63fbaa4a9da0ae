using System.Text.Json;
using Copilot.Tests.Support;
using Microsoft.Playwright;

namespace Copilot.BrowserTests.Support;

/// <summary>The accessibility checker, which nobody here wrote.</summary>
internal static class Axe
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests", "tools", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Everything serious or critical that it finds on the page as it stands.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        Assert.SkipUnless(File.Exists(Script), "axe-core is not installed: npm ci --prefix tests/tools");

        // evaluated by the browser's debugger and not put into the page, so that the page's own policy stays as it is
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script) + "\n;0");
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        return [.. found.EnumerateArray().Where(finding => Impact(finding) is "serious" or "critical").Select(finding => $"{Impact(finding)} {finding.GetProperty("id")}: {string.Join(" | ", Places(finding))}")];
    }

    private static string? Impact(JsonElement finding) => finding.GetProperty("impact").GetString();

    private static IEnumerable<string> Places(JsonElement finding) => finding.GetProperty("nodes").EnumerateArray().Take(5).Select(node => node.GetProperty("html").ToString());
}
