using Microsoft.Playwright;

namespace Copilot.BrowserTests.Support;

internal static class Sizes
{
    public static ViewportSize Desk => new() { Width = 1100, Height = 800 };

    public static ViewportSize Phone => new() { Width = 320, Height = 640 };
}
