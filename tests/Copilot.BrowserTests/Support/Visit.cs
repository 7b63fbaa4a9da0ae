using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Copilot.BrowserTests.Support;

/// <summary>One person's browser at the page, and everything it asked for and complained of.</summary>
internal sealed partial class Visit : IAsyncDisposable
{
    private const string BotMessage = "article.webchat__basic-transcript__activity:not(:has(.webchat__stacked-layout--from-user))";
    private const string OwnMessage = "article.webchat__basic-transcript__activity:has(.webchat__stacked-layout--from-user)";

    private readonly IBrowserContext _context;
    private readonly Uri _home;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visit(IBrowserContext context, Uri home, IPage page) => (_context, _home, Page) = (context, home, page);

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <summary>Every address that was asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What the browser's console says is wrong; a refusal by the page's policy is among it.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Requests that left the host; what the page makes itself (data:, blob:) leaves nothing.</summary>
    public IReadOnlyCollection<string> RequestsElsewhere => [.. _requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal)
        && !address.StartsWith("blob:" + _home, StringComparison.Ordinal) && new Uri(address).Authority != _home.Authority)];

    public ILocator Connection => Page.Locator("#connection");

    public ILocator Box => Page.Locator("[data-id=webchat-sendbox-input]");

    /// <summary>What scrolls.</summary>
    public ILocator Panel => Page.Locator(".webchat__basic-transcript__scrollable");

    public ILocator People => Page.Locator("button.person");

    /// <summary>What the copilot said, in order.</summary>
    public ILocator Answers => Page.Locator(BotMessage);

    /// <summary>What was asked here, in order.</summary>
    public ILocator Questions => Page.Locator(OwnMessage);

    public ILocator Answer => Answers.Last;

    public static async Task<Visit> OpenAsync(IBrowserContext context, Uri home)
    {
        context.SetDefaultTimeout(20_000);
        var visit = new Visit(context, home, await context.NewPageAsync());
        context.Request += (_, request) => visit._requests.Enqueue(request.Url);
        visit.Page.WebSocket += (_, socket) => visit._requests.Enqueue(socket.Url);
        visit.Page.PageError += (_, error) => visit._complaints.Enqueue(error);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                visit._complaints.Enqueue(message.Text);
            }
        };
        await visit.Page.GotoAsync(home.ToString());
        return visit;
    }

    /// <summary>Chooses a person and waits for the welcome.</summary>
    public async Task ChooseAsync(string name)
    {
        await People.Filter(new LocatorFilterOptions { HasText = name }).ClickAsync();
        await Answer.Locator(".ac-pushButton").First.WaitForAsync();
    }

    /// <summary>The page's computer is that many times slower from now on.</summary>
    public async Task SlowAsync(int times)
    {
        var browser = await _context.NewCDPSessionAsync(Page);
        await browser.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = times });
    }

    /// <summary>Types a question and waits for its answer.</summary>
    public Task<ILocator> AskAsync(string question) => AnsweredAsync(() => SendAsync(question));

    /// <summary>Types a question and sends it.</summary>
    public async Task SendAsync(string question)
    {
        await Box.FillAsync(question);
        await Box.PressAsync("Enter");
    }

    /// <summary>Presses a button of an answer and waits for what comes of it.</summary>
    public Task<ILocator> PressAsync(ILocator answer, string button) => AnsweredAsync(() => Button(answer, button).ClickAsync());

    /// <summary>The button of an answer whose words begin like that.</summary>
    public static ILocator Button(ILocator answer, string name) => answer.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex("^" + Regex.Escape(name), RegexOptions.None, TimeSpan.FromSeconds(1)) }).First;

    /// <summary>The cells of an answer's table, row by row, its heading first; the sign before a row that needs attention is left away.</summary>
    public static async Task<string[][]> TableAsync(ILocator answer)
    {
        var rows = await answer.Locator(".card-table [role=row]").EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.children].map(cell => cell.textContent.trim()))");
        return [.. rows.Select(row => row.Select(cell => Sign().Replace(cell, "")).ToArray())];
    }

    /// <summary>How far down the conversation stands, once it has stood still for a dozen frames.</summary>
    public Task<double> AtRestAsync() => Panel.EvaluateAsync<double>("""
        panel => new Promise(done => {
          let [last, still] = [-1, 0];
          const look = () => {
            still = panel.scrollTop === last ? still + 1 : 0;
            last = panel.scrollTop;
            if (still > 12) done(last); else requestAnimationFrame(look);
          };
          look();
        })
        """);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task<ILocator> AnsweredAsync(Func<Task> act)
    {
        var before = await Answers.CountAsync();
        await act();
        var answer = Answers.Nth(before);
        await answer.WaitForAsync();
        return answer;
    }

    [GeneratedRegex("^[⚠✓] ")]
    private static partial Regex Sign();
}
