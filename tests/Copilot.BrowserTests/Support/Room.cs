using Copilot.BrowserTests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Room))]

namespace Copilot.BrowserTests.Support;

/// <summary>One browser and one host of the sample company for all tests; each visit is a browser profile of its own.</summary>
public sealed class Room : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-browser-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private HostProcess? _host;

    private DirectoryInfo Laid => new(Path.Combine(_folder.FullName, "laid"));

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        // the sample is laid out and the language learned once; every host of these tests begins with a copy
        Laid.Create();
        await HostProcess.RunAsync(Laid, "ask", "help");
        _host = await StartHostAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>A host of its own, for a test that ends it or sets it up otherwise.</summary>
    internal async Task<HostProcess> StartHostAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not installed.");
        var copy = _folder.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        foreach (var file in Laid.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(copy.FullName, file.Name));
        }

        return await HostProcess.StartAsync(copy, settings);
    }

    /// <summary>Opens the page in a browser profile of its own.</summary>
    /// <param name="options">What kind of device it is.</param>
    /// <param name="host">Another host than the one of all.</param>
    internal async Task<Visit> OpenAsync(BrowserNewContextOptions? options = null, HostProcess? host = null)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not installed.");
        var context = await _browser!.NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = Sizes.Desk });
        return await Visit.OpenAsync(context, (host ?? _host!).Address);
    }
}
