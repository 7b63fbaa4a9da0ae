using System.Net;
using Copilot.Bot;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Host.Settings;
using Copilot.Host.SignIn;
using Copilot.Tests.Bot;
using Copilot.Tests.Bot.Authentication;
using Copilot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Attempt = Copilot.Host.SignIn.Attempt;

namespace Copilot.Tests.SignIn;

/// <summary>What a cookie is worth, and where.</summary>
public sealed class CookiesOfTheSignIn(ChatHost sample)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_OfThisInstallation_IsGoodAndOfAnotherOrChangedIsNot()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var company = await RealCompany.StartAsync(authority.Address);
        await using var other = await RealCompany.StartAsync(authority.Address);
        using var visitor = company.Visit();
        var good = CopilotBot.MakePagePass(company.Services, "ben", Hour);

        foreach (var (cookie, expected) in (List<(string, string?)>)[
            (good, "ben"), (CopilotBot.MakePagePass(other.Services, "ben", Hour), null), (good[..^4] + "AAAA", null),
            (CopilotBot.MakePagePass(company.Services, "Ben Carter", Hour), null), ("ben", null)])
        {
            visitor.CookieHeader = $"copilot-signed-in={cookie}";
            Assert.Equal(expected, await visitor.WhoAsync());
        }

        visitor.CookieHeader = $"copilot-person={good}";
        Assert.Null(await visitor.WhoAsync());
    }

    [Fact]
    public async Task CookieOfTheSample_AtARealCompanyAndTheOtherWay_IsWorthNothing()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var company = await RealCompany.StartAsync(authority.Address);
        using var chosen = new Visitor(sample.Address);
        using var content = new StringContent("{\"key\":\"hannah.price\"}", System.Text.Encoding.UTF8, "application/json");
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = chosen.Jar });
        http.DefaultRequestHeaders.Add("X-Copilot", "page");
        using var answer = await http.PostAsync(new Uri(sample.Address, "/api/person"), content, Stop);
        Assert.Equal("hannah.price", await chosen.WhoAsync());
        var pass = chosen.Jar.GetCookies(sample.Address)["copilot-person"]!.Value;
        Assert.True((await company.AddAsync(new NewStaff { Key = "hannah.price", Name = "Hannah Price", Email = "h@example.com", Roles = ["collector"] })).Ok);

        using var visitor = company.Visit();
        visitor.CookieHeader = $"copilot-person={pass}; copilot-signed-in={pass}";
        Assert.Null(await visitor.WhoAsync());
        using var choosing = await visitor.SendAsync(HttpMethod.Post, "/api/person");
        Assert.Equal(HttpStatusCode.Forbidden, choosing.StatusCode);

        using var back = new Visitor(sample.Address) { CookieHeader = $"copilot-person={CopilotBot.MakePagePass(company.Services, "hannah.price", Hour)}" };
        Assert.Null(await back.WhoAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await back.GoAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task SampleReplacedByACompanyInTheSameFolder_WhileTheHostRuns_SeatsNobodyAnyMore()
    {
        using var folder = new TemporaryFolder();
        var settings = new HostSettings(folder.Path, null, StoreProvider.Sqlite, null, null);
        await using var company = (await OpenCompany.OpenAsync(settings, NullLoggerFactory.Instance, Stop)).Value;
        await using var app = (await ServeCommand.BuildAsync(company, new Uri("http://127.0.0.1:0"), Stop)).Value;
        await app.StartAsync(Stop);
        var pass = CopilotBot.MakePagePass(app.Services, "hannah.price", Hour);
        using var visitor = new Visitor(new Uri(app.Urls.First())) { CookieHeader = $"copilot-person={pass}" };
        Assert.Equal("hannah.price", await visitor.WhoAsync());

        Assert.True((await CompanyInit.CreateAsync(company.Store, new InitRequest { Name = "Real", AccountName = "hannah.price" }, Stop)).Ok);

        Assert.Null(await visitor.WhoAsync());
        Assert.Empty((await visitor.PageAsync())["people"]!.AsArray());
        using var choosing = await visitor.SendAsync(HttpMethod.Post, "/api/person");
        Assert.Equal(HttpStatusCode.Forbidden, choosing.StatusCode);
        await using var after = (await OpenCompany.OpenAsync(settings, NullLoggerFactory.Instance, Stop)).Value;
        await using var next = (await ServeCommand.BuildAsync(after, new Uri("http://127.0.0.1:0"), Stop)).Value;
        Assert.Null(await CopilotBot.ReadPagePassAsync(next.Services, pass, Stop));
        await app.StopAsync(Stop);
    }

    [Fact]
    public async Task HostBehindAnEncryptingProxy_SigningIn_KeepsItsCookiesToEncryptedConnections()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var company = await RealCompany.StartAsync(authority.Address, publicUrl: "https://copilot.example.test");
        using var visitor = company.Visit();

        var callback = await visitor.GoAsync("/sign-in", toCallback: true);
        Assert.Equal("https://copilot.example.test/sign-in/callback", callback.Address.GetLeftPart(UriPartial.Path));
        var attempt = Assert.Single(callback.Cookies);
        Assert.Matches("(?i)^__Host-copilot-sign-in-[A-Za-z0-9_-]{16}=.*max-age=600; path=/; secure; samesite=lax; httponly$", attempt);
        visitor.CookieHeader = attempt.Split(';')[0];
        var seen = await visitor.GoAsync(callback.Address.PathAndQuery);

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        var session = Assert.Single(seen.Cookies, cookie => cookie.StartsWith("__Host-copilot-signed-in=", StringComparison.Ordinal));
        Assert.Matches("(?i)path=/; secure; samesite=lax; httponly$", session);
        visitor.CookieHeader = session.Split(';')[0];
        Assert.Equal("ben", await visitor.WhoAsync());
    }

    [Fact]
    public async Task Attempt_AfterTenMinutesOrChanged_IsOver()
    {
        var clock = new MovedClock();
        var attempts = new Attempts(new byte[32], clock);
        var attempt = Attempts.New("/there");
        var cookie = Given(attempts, attempt);

        clock.Move(TimeSpan.FromMinutes(9.9));
        Assert.Equal(attempt, await TakenAsync(attempts, attempt.State, cookie));
        Assert.Null(await TakenAsync(attempts, attempt.State, cookie[..^3] + "AAA"));
        Assert.Null(await TakenAsync(new Attempts([.. Enumerable.Repeat((byte)1, 32)], clock), attempt.State, cookie));
        clock.Move(TimeSpan.FromMinutes(0.2));
        Assert.Null(await TakenAsync(attempts, attempt.State, cookie));
    }

    [Fact]
    public void AttemptsWithoutEnd_Begun_DoNotFillTheBrowser()
    {
        var attempts = new Attempts(new byte[32], new MovedClock());
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = string.Join("; ", Enumerable.Range(0, 5).Select(at => $"copilot-sign-in-{at}=x"));

        attempts.Give(context, Attempts.New("/"), secure: false);

        Assert.Equal(5, context.Response.Headers.SetCookie.Count(cookie => cookie!.Contains("1970", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignIn_AskedForByAPictureOfAnotherPage_DoesNotBegin()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var company = await RealCompany.StartAsync(authority.Address);
        using var http = new HttpClient { DefaultRequestHeaders = { { "Sec-Fetch-Dest", "image" } } };

        using var answer = await http.GetAsync(new Uri(company.Address + "/sign-in"), Stop);

        Assert.Equal((HttpStatusCode.Forbidden, false), (answer.StatusCode, answer.Headers.Contains("Set-Cookie")));
    }

    private static string Given(Attempts attempts, Attempt attempt)
    {
        var context = new DefaultHttpContext();
        attempts.Give(context, attempt, secure: false);
        return context.Response.Headers.SetCookie.Single()!.Split(';')[0];
    }

    private static Task<Attempt?> TakenAsync(Attempts attempts, string state, string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        return attempts.TakeAsync(context, state, secure: false, Stop);
    }
}
