using System.Net;
using Copilot.Tests.Bot.Authentication;
using Microsoft.AspNetCore.Http;

namespace Copilot.Tests.SignIn;

/// <summary>What an authority, or somebody in between, may send: the good is taken, everything else lets nobody in and says so plainly.</summary>
public sealed class AnswersOfTheAuthority : IClassFixture<SpoiledHouse>
{
    private readonly FakeAuthority _authority;
    private readonly RealCompany _company;

    public AnswersOfTheAuthority(SpoiledHouse house)
    {
        (_authority, _company) = (house.Authority, house.Company);
        _authority.Mend();
    }

    [Fact]
    public async Task IdTokens_EachWithOneThingWrong_LetNobodyIn()
    {
        Assert.Equal((HttpStatusCode.OK, null, "ben"), await TryAsync());
        foreach (var (row, spoil) in WaysToBeWrong.Tokens)
        {
            _authority.Token = spoil;
            var (status, code, who) = await TryAsync();
            Assert.Equal((row, HttpStatusCode.BadGateway, "HO-055", null), (row, status, code, who));
        }

        Assert.DoesNotContain("eyJ", _company.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokensWithinTheRules_Checked_AreTaken()
    {
        foreach (var spoil in (Action<TokenDraft>[])[
            t => t.Payload["exp"] = TokenDraft.Now - 200,
            t => t.Payload["nbf"] = TokenDraft.Now + 200,
            t => t.Header.Remove("kid"),
            t => { t.Payload["aud"] = new[] { "confidential", "other" }; t.Payload["azp"] = "confidential"; },
            t => { t.Payload.Remove("email"); t.Payload["oid"] = "OBJECT-7"; },
            t => { t.Payload["email"] = "x@example.com"; t.Payload["upn"] = "ben"; }])
        {
            _authority.Token = spoil;
            Assert.Equal((HttpStatusCode.OK, null, "ben"), await TryAsync());
        }
    }

    [Fact]
    public async Task KeyPublishedAfterwards_SignsTheNextToken_IsFoundOnceTheMinuteIsOver()
    {
        Assert.Equal("ben", (await TryAsync()).Who);
        _authority.Keys.Add(FakeIssuer.Publish(FakeAuthority.SecondKey, "second"));
        _authority.Token = token => { token.Header["kid"] = "second"; token.Sign = text => TokenMint.Rs256(FakeAuthority.SecondKey, text); };

        Assert.Equal("HO-055", (await TryAsync()).Code);
        await using var later = await RealCompany.StartAsync(_authority.Address);
        Assert.Equal("ben", (await TryAsync(later)).Who);
    }

    [Fact]
    public async Task Authority_ThatIsAway_IsSaidAtTheBeginningAndAtTheEnd()
    {
        using var visitor = _company.Visit();
        var callback = await visitor.GoAsync("/sign-in", toCallback: true);
        _authority.Down = true;
        var after = await visitor.GoAsync(callback.Address.ToString());
        Assert.Equal((HttpStatusCode.BadGateway, "HO-053", null), (after.Status, after.Code, await visitor.WhoAsync()));

        await using var other = await RealCompany.StartAsync(_authority.Address);
        var (status, code, who) = await TryAsync(other);
        Assert.Equal((HttpStatusCode.BadGateway, "HO-053", null), (status, code, who));
    }

    [Theory]
    [InlineData("access_denied", "HO-054", HttpStatusCode.Forbidden)]
    [InlineData("temporarily_unavailable", "HO-053", HttpStatusCode.BadGateway)]
    [InlineData("unauthorized_client", "HO-058", HttpStatusCode.BadGateway)]
    [InlineData("<script>alert(1)</script>", "HO-058", HttpStatusCode.BadGateway)]
    public async Task ErrorOfTheAuthority_ComingBack_IsAPlainSentenceAndIsNotRepeated(string error, string code, HttpStatusCode status)
    {
        _authority.Answer = answer => (answer["error"], answer["error_description"], answer["error_uri"]) = (error, "<b>Call 0900</b>", "https://evil.example.test");
        using var visitor = _company.Visit();

        var seen = await visitor.GoAsync("/sign-in");

        Assert.Equal((status, code, null), (seen.Status, seen.Code, await visitor.WhoAsync()));
        Assert.All([error, "0900", "evil"], said => Assert.DoesNotContain(said, seen.Text, StringComparison.Ordinal));
        Assert.All(["<script>", "0900", "evil"], said => Assert.DoesNotContain(said, _company.Log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnswersThatBelongToNoAttempt_ComingBack_LetNobodyIn()
    {
        (Action<Dictionary<string, string?>> Spoil, string Code)[] rows =
        [
            (answer => answer["state"] = new string('x', 43), "HO-052"),
            (answer => answer["state"] += "x", "HO-052"),
            (answer => answer["state"] = answer["state"]![..16] + new string('x', 27), "HO-052"),
            (answer => answer.Remove("state"), "HO-052"),
            (answer => answer["iss"] = "https://issuer.example.test", "HO-055"),
            (answer => answer.Remove("code"), "HO-055"),
            (answer => answer["code"] = "another", "HO-055"),
            (answer => answer["code"] = new string('x', 5_000), "HO-055"),
        ];
        foreach (var (spoil, code) in rows)
        {
            _authority.Answer = spoil;
            var (_, said, who) = await TryAsync();
            Assert.Equal((code, null), (said, who));
        }

        _authority.Answer = _ => { };
        using var visitor = _company.Visit();
        var callback = (await visitor.GoAsync("/sign-in", toCallback: true)).Address.ToString();
        Assert.Equal("HO-052", (await visitor.GoAsync(callback + "&state=again")).Code);
        using var other = _company.Visit();
        Assert.Equal("HO-052", (await other.GoAsync(callback)).Code);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync(callback)).Status);
    }

    [Fact]
    public async Task TokenDoor_AnsweringWithSomethingElse_IsAPlainSentence()
    {
        foreach (var (instead, code) in (List<(IResult, string)>)[
            (Results.Text("<html>", "text/html"), "HO-055"), (Results.Json(Array.Empty<string>()), "HO-055"), (Results.Json(new { id_token = 7 }), "HO-055"),
            (Results.Text(new string('x', 600_000)), "HO-053"), (Results.Redirect("https://evil.example.test/"), "HO-058"), (Results.Json(new { error = "invalid_client" }, statusCode: 401), "HO-058"),
            (Results.StatusCode(500), "HO-053")])
        {
            _authority.Instead = instead;
            var (_, said, who) = await TryAsync();
            Assert.Equal((code, null), (said, who));
        }
    }

    [Fact]
    public async Task DocumentOfAnAuthorityThatCallsItselfOtherwise_Read_IsNotBelieved()
    {
        foreach (var spoil in (Action<Dictionary<string, object?>>[])[
            document => document["issuer"] = "https://issuer.example.test", document => document["token_endpoint"] = "http://example.test/token",
            document => document.Remove("authorization_endpoint"), document => document["jwks_uri"] = "http://example.test/keys", document => document["id_token_signing_alg_values_supported"] = new[] { "HS256" }])
        {
            _authority.Document = spoil;
            await using var company = await RealCompany.StartAsync(_authority.Address);
            var (status, code, who) = await TryAsync(company);
            Assert.Equal((HttpStatusCode.BadGateway, null), (status, who));
            Assert.True(code is "HO-053" or "HO-055", code);
        }
    }

    [Fact]
    public async Task PageAboutThePerson_OfSomebodyElse_AddsNothing()
    {
        _authority.Token = token => token.Payload.Remove("email");
        foreach (var (subject, verified, expected) in (List<(string, object, string?)>)[("8", true, null), ("7", false, null), ("7", "false", null), ("7", true, "ben")])
        {
            _authority.Person = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject, ["email"] = "ben@example.com", ["email_verified"] = verified };
            Assert.Equal(expected, (await TryAsync()).Who);
        }
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/?a=b", "/?a=b")]
    [InlineData("//evil.example.test", "/")]
    [InlineData("/\\evil.example.test", "/")]
    [InlineData("/\t/evil.example.test", "/")]
    [InlineData("\\\\evil.example.test", "/")]
    [InlineData("https://evil.example.test/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil", "/")]
    [InlineData("", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData("/sign-in", "/")]
    [InlineData("/sign-in/callback?code=x", "/")]
    public async Task PathToReturnTo_WhateverALinkSays_IsOfThisHost(string path, string expected)
    {
        using var visitor = _company.Visit();

        var seen = await visitor.GoAsync("/sign-in?return=" + Uri.EscapeDataString(path));

        Assert.Equal((HttpStatusCode.OK, new Uri(new Uri(_company.Address), expected)), (seen.Status, seen.Address));
        Assert.Equal("ben", await visitor.WhoAsync());
    }

    private Task<(HttpStatusCode Status, string? Code, string? Who)> TryAsync() => TryAsync(_company);

    private static async Task<(HttpStatusCode Status, string? Code, string? Who)> TryAsync(RealCompany company)
    {
        using var visitor = company.Visit();
        var seen = await visitor.GoAsync("/sign-in");
        return (seen.Status, seen.Code, await visitor.WhoAsync());
    }
}
