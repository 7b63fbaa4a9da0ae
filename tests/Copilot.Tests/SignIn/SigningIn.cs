using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Copilot.Tests.SignIn;

/// <summary>The whole way with a certified server: from the page to the authority's form and back.</summary>
public sealed class SigningIn(CertifiedHouse house) : IClassFixture<CertifiedHouse>
{
    private static readonly JsonObject Accounts = (JsonObject)JsonNode.Parse("""
        { "u-1": { "email": "Ben@Example.com", "email_verified": true, "name": "Ben Carter" },
          "u-2": { "email": "stranger@example.com", "email_verified": true, "name": "Ben Carter" },
          "u-3": { "email": "ben@example.com", "email_verified": false, "preferred_username": "ben@example.com", "name": "Ben Carter" },
          "u-4": { "preferred_username": "DORA" } }
        """)!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("client_secret_basic", "confidential", "userinfo")]
    [InlineData("client_secret_post", "confidential", "id_token")]
    [InlineData("client_secret_basic", "public", "id_token")]
    public async Task PersonOfTheStaff_SignsIn_SitsAtThePageWithTheirRole(string way, string client, string claims)
    {
        await using var authority = await OidcServer.StartAsync(("CLIENT_AUTH", way), ("CLAIMS", claims));
        authority.Knows(Accounts);
        await using var company = await RealCompany.StartAsync(authority.Address, settings =>
        {
            settings["ClientId"] = client;
            settings["ClientSecret"] = client == "public" ? null : OidcServer.Secret;
        });
        using var visitor = company.Visit();
        Assert.Equal("/sign-in", (string?)(await visitor.PageAsync())["signIn"]);

        var seen = await visitor.SignInAsync("u-1", "/sign-in?return=/%3Fwhere=here");

        Assert.Equal((HttpStatusCode.OK, "/?where=here"), (seen.Status, seen.Address.PathAndQuery));
        var person = (await visitor.PageAsync())["person"]!;
        Assert.Equal(("ben", "collector", "UK"), ((string?)person["key"], (string?)person["role"], (string?)person["region"]));
        var session = Assert.Single(seen.Cookies, cookie => cookie.StartsWith("copilot-signed-in=", StringComparison.Ordinal));
        Assert.Matches("(?i)max-age=43200;.*path=/;.*samesite=lax;.*httponly", session);
        using var token = await visitor.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate");
        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
        Assert.DoesNotContain("eyJ", company.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralPeople_SigningIn_AreLetInOnlyWhenTheyAreStaffByAProvedName()
    {
        var (authority, company) = (house.Authority, house.Company);
        authority.Knows(Accounts);

        foreach (var login in (string[])["u-2", "u-3", "anna "])
        {
            using var visitor = company.Visit();
            var seen = await visitor.SignInAsync(login);

            Assert.Equal((HttpStatusCode.Forbidden, "HO-056", null), (seen.Status, seen.Code, await visitor.WhoAsync()));
            Assert.Contains("does not know you yet", seen.Text, StringComparison.Ordinal);
            Assert.Contains("Test &amp; &lt;Sons&gt;", seen.Text, StringComparison.Ordinal);
        }

        Assert.Contains("stranger@example.com", company.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_CancelsAtTheAuthority_ReadsAPlainSentence()
    {
        var company = house.Company;
        using var visitor = company.Visit();
        var form = await visitor.GoAsync("/sign-in");

        var seen = await visitor.GoAsync(form.Address + "/abort");

        Assert.Equal((HttpStatusCode.Forbidden, "HO-054", null), (seen.Status, seen.Code, await visitor.WhoAsync()));
        Assert.DoesNotContain("aborted", seen.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task QuestionWithoutItsChallenge_AtTheAuthority_IsRefusedThere()
    {
        var company = house.Company;
        using var visitor = company.Visit();
        var question = (await visitor.GoAsync("/sign-in")).Trail[1];
        var fields = QueryHelpers.ParseQuery(question.Query);
        Assert.Equal(("S256", "code", "openid profile email"), (fields["code_challenge_method"].ToString(), fields["response_type"].ToString(), fields["scope"].ToString()));
        Assert.True(fields.Remove("code_challenge") && fields.Remove("code_challenge_method"));

        var seen = await visitor.GoAsync(QueryHelpers.AddQueryString(question.GetLeftPart(UriPartial.Path), fields));

        Assert.Equal((HttpStatusCode.BadGateway, "HO-058"), (seen.Status, seen.Code));
        Assert.Contains("invalid_request", company.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_Replayed_IsWorthNothing()
    {
        var (authority, company) = (house.Authority, house.Company);
        authority.Knows(Accounts);
        using var visitor = company.Visit();
        var callback = await visitor.SignInAsync("u-1", toCallback: true);
        var attempt = visitor.Jar.GetCookieHeader(new Uri(company.Address));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync(callback.Address.ToString())).Status);
        Assert.Equal((HttpStatusCode.BadRequest, "HO-052"), await OutcomeAsync(visitor, callback));
        using var other = company.Visit();
        Assert.Equal((HttpStatusCode.BadRequest, "HO-052"), await OutcomeAsync(other, callback));

        // even with the attempt's cookie kept: the authority gives nothing for a code twice
        other.CookieHeader = attempt;
        Assert.Equal((HttpStatusCode.BadGateway, "HO-055"), await OutcomeAsync(other, callback));
        Assert.Null(await other.WhoAsync());
    }

    [Fact]
    public async Task WrongSecret_WithAGoodPerson_IsTheAdministratorsAffairUntilTheFileHoldsTheRightOne()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "yesterday's", Stop);
        await using var authority = await OidcServer.StartAsync();
        authority.Knows(Accounts);
        await using var company = await RealCompany.StartAsync(authority.Address, settings => (settings["ClientSecret"], settings["ClientSecretFile"]) = (null, file));
        using var visitor = company.Visit();

        var refused = await visitor.SignInAsync("u-1");
        await File.WriteAllTextAsync(file, OidcServer.Secret + "\n", Stop);
        var taken = await visitor.SignInAsync("u-1");
        File.Delete(file);
        var gone = await visitor.SignInAsync("u-1");

        Assert.Equal(((HttpStatusCode.BadGateway, "HO-058"), HttpStatusCode.OK, "HO-058"), ((refused.Status, refused.Code), taken.Status, gone.Code));
        Assert.Contains("invalid_client", company.Log, StringComparison.Ordinal);
        Assert.Contains("ClientSecretFile", company.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(OidcServer.Secret, company.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("yesterday's", company.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonWhoIsLetGo_WhileSignedIn_IsOutAtOnceAndCannotComeBack()
    {
        var (authority, company) = (house.Authority, house.Company);
        authority.Knows(Accounts);
        Assert.True((await company.AddAsync(new NewStaff { Key = "dora", Name = "Dora", Email = "dora@example.com", Roles = ["logistics"] })).Ok);
        using var visitor = company.Visit();
        await visitor.SignInAsync("u-4");
        Assert.Equal("dora", await visitor.WhoAsync());

        Assert.True((await company.RemoveAsync("dora")).Ok);

        Assert.Null(await visitor.WhoAsync());
        using var token = await visitor.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate");
        Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
        Assert.Equal("HO-056", (await visitor.SignInAsync("u-4")).Code);
    }

    [Fact]
    public async Task Person_SignsOut_IsForgottenHereAndShownTheWayOutThere()
    {
        var (authority, company) = (house.Authority, house.Company);
        authority.Knows(Accounts);
        using var visitor = company.Visit();
        await visitor.SignInAsync("u-1");
        using var token = await visitor.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate");
        var granted = (await token.Content.ReadFromJsonAsync<JsonObject>(Stop))!;

        using var foreign = await visitor.SendAsync(HttpMethod.Delete, "/api/person", ofThePage: false);
        Assert.Equal((HttpStatusCode.Forbidden, "ben"), (foreign.StatusCode, await visitor.WhoAsync()));
        Assert.All(await OfTheLineAsync(visitor, company, granted), status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created));
        using var own = await visitor.SendAsync(HttpMethod.Delete, "/api/person");

        var elsewhere = (string?)(await own.Content.ReadFromJsonAsync<JsonObject>(Stop))!["elsewhere"];
        Assert.StartsWith($"{authority.Address}/session/end?client_id=confidential", elsewhere, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync(elsewhere!)).Status);
        Assert.Null(await visitor.WhoAsync());
        Assert.All(await OfTheLineAsync(visitor, company, granted), status => Assert.Equal(HttpStatusCode.Forbidden, status));
    }

    // what a browser may do with the token that it holds
    private static async Task<IReadOnlyList<HttpStatusCode>> OfTheLineAsync(Visitor visitor, RealCompany company, JsonObject granted)
    {
        using var http = new HttpClient();
        var statuses = new List<HttpStatusCode>();
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "tokens/refresh"), (HttpMethod.Post, "conversations"), (HttpMethod.Get, $"conversations/{granted["conversationId"]}/activities"),
            (HttpMethod.Post, $"conversations/{granted["conversationId"]}/activities"), (HttpMethod.Get, $"conversations/{granted["conversationId"]}/inbox/count"),
        })
        {
            using var request = new HttpRequestMessage(method, $"{company.Address}/v3/directline/{path}");
            request.Content = path.EndsWith("/activities", StringComparison.Ordinal) && method == HttpMethod.Post ? JsonContent.Create(new { type = "message", text = "help" }) : null;
            request.Headers.Add("Authorization", $"Bearer {granted["token"]}");
            request.Headers.Add("X-Copilot", "page");
            request.Headers.Add("Cookie", visitor.Jar.GetCookieHeader(new Uri(company.Address)));
            using var answer = await http.SendAsync(request, Stop);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private static async Task<(HttpStatusCode, string?)> OutcomeAsync(Visitor visitor, Seen callback)
    {
        var seen = await visitor.GoAsync(callback.Address.ToString());
        return (seen.Status, seen.Code);
    }
}
