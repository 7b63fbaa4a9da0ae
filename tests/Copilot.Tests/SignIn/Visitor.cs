using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Copilot.Tests.SignIn;

/// <summary>What a browser shows after it has followed every redirect, and where it came by.</summary>
internal sealed record Seen(Uri Address, HttpStatusCode Status, string Text, IReadOnlyList<Uri> Trail, IReadOnlyList<string> Cookies)
{
    /// <summary>The code on a page of somebody who was not let in.</summary>
    public string? Code => Regex.Match(Text, @"HO-\d{3}", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Value : null;
}

/// <summary>A person with a browser of their own.</summary>
internal sealed partial class Visitor : IDisposable
{
    private const string Callback = "/sign-in/callback";

    private readonly HttpClient _http;
    private readonly Uri _host;

    public Visitor(Uri host)
    {
        _host = host;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = Jar });
    }

    public CookieContainer Jar { get; } = new();

    /// <summary>Cookies of the host that it sends itself, whatever their attributes: for a host behind a proxy.</summary>
    public string? CookieHeader { get; set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens an address, of the host where it is a path; stops before the callback when asked to.</summary>
    public Task<Seen> GoAsync(string address, bool toCallback = false) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_host, address)), toCallback);

    /// <summary>Signs in with the certified server: name, consent, and back.</summary>
    public async Task<Seen> SignInAsync(string login, string start = "/sign-in", bool toCallback = false)
    {
        var seen = await GoAsync(start, toCallback);
        while (Form().Match(seen.Text) is { Success: true } form)
        {
            var asksName = seen.Text.Contains("name=\"login\"", StringComparison.Ordinal);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["prompt"] = asksName ? "login" : "consent", ["login"] = login, ["password"] = "x" };
            seen = await FollowAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(seen.Address, form.Groups[1].Value)) { Content = new FormUrlEncodedContent(fields) }, toCallback);
        }

        return seen;
    }

    /// <summary>What the page is told.</summary>
    public async Task<JsonObject> PageAsync()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/api/page");
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    /// <summary>The short name of whom the page knows.</summary>
    public async Task<string?> WhoAsync() => (string?)(await PageAsync())["person"]?["key"];

    /// <summary>A request of the page itself, or of somebody else's page.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, bool ofThePage = true)
    {
        var request = new HttpRequestMessage(method, new Uri(_host, path));
        if (ofThePage)
        {
            request.Headers.Add("X-Copilot", "page");
        }

        if (CookieHeader is not null)
        {
            request.Headers.Add("Cookie", CookieHeader);
        }

        return _http.SendAsync(request, Stop);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Seen> FollowAsync(HttpRequestMessage request, bool toCallback)
    {
        var (trail, cookies) = (new List<Uri>(), new List<string>());
        while (true)
        {
            var address = request.RequestUri!;
            trail.Add(address);
            if (toCallback && address.AbsolutePath == Callback)
            {
                return new Seen(address, default, "", trail, cookies);
            }

            if (CookieHeader is not null && address.Authority == _host.Authority)
            {
                request.Headers.Add("Cookie", CookieHeader);
            }

            using var answer = await _http.SendAsync(request, Stop);
            request.Dispose();
            if (address.Authority == _host.Authority && answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                cookies.AddRange(set);
            }

            if (answer.Headers.Location is not { } next || trail.Count > 20)
            {
                return new Seen(address, answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop), trail, cookies);
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, next));
        }
    }

    [GeneratedRegex("<form[^>]* action=\"([^\"]+)\"[^>]* method=\"post\"")]
    private static partial Regex Form();
}
