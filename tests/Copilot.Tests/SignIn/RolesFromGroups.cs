using System.Net;
using System.Text.Json.Nodes;
using Copilot.Data;

namespace Copilot.Tests.SignIn;

/// <summary>Where groups give roles, the staff list follows the directory at each sign-in, and the ledger says so.</summary>
public sealed class RolesFromGroups : IAsyncLifetime
{
    private OidcServer _authority = null!;
    private RealCompany _company = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await OidcServer.StartAsync();
        _company = await RealCompany.StartAsync(_authority.Address, settings =>
        {
            settings["Scopes"] = "openid profile email groups";
            settings["Groups"] = new JsonObject { ["g-money"] = "collector", ["urn:x:g-desk"] = "order_desk, logistics", ["G-ADMIN"] = "administrator" };
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_company is not null)
        {
            await _company.DisposeAsync();
            await _authority.DisposeAsync();
        }
    }

    [Fact]
    public async Task RolesOfSomebodyKnown_AtEachSignIn_BecomeThoseOfTheirGroups()
    {
        Assert.Equal((HttpStatusCode.OK, null), await SignInAsync("ben@example.com", "g-money", "other"));
        Assert.Equal("anna: administrator director; ben: collector", await _company.StaffAsync());
        Assert.Empty(await _company.LedgerAsync());

        Assert.Equal((HttpStatusCode.OK, null), await SignInAsync("ben@example.com", "urn:x:g-desk", "g-admin"));
        Assert.Equal("anna: administrator director; ben: administrator logistics order_desk", await _company.StaffAsync());

        Assert.Equal((HttpStatusCode.OK, null), await SignInAsync("ben@example.com", "g-money"));
        Assert.Equal((HttpStatusCode.OK, null), await SignInAsync("ben@example.com", "g-money"));
        Assert.Equal("anna: administrator director; ben: collector", await _company.StaffAsync());
        Assert.Equal(["people_roles sign-in ben", "people_roles sign-in ben"], await _company.LedgerAsync());
        Assert.Equal("UK", (await _company.Store.FindPersonAsync("ben", TestContext.Current.CancellationToken)).Value.Person.Region);
    }

    [Fact]
    public async Task PersonWithoutAGroupThatGivesARole_SigningIn_IsRefusedAndStaysAsTheyAre()
    {
        Assert.Equal((HttpStatusCode.Forbidden, "HO-057"), await SignInAsync("ben@example.com", "other"));
        Assert.Equal((HttpStatusCode.Forbidden, "HO-057"), await SignInAsync("ben@example.com"));
        Assert.Equal("anna: administrator director; ben: collector", await _company.StaffAsync());
        Assert.Contains("ben@example.com", _company.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodyNewInAGroup_SigningIn_JoinsOnceAndStandsInTheLedger()
    {
        Assert.Equal((HttpStatusCode.OK, null), await SignInAsync("cleo.west@example.com", "g-money"));
        Assert.Equal((HttpStatusCode.OK, null), await SignInAsync("cleo.west@example.com", "g-money"));

        Assert.Equal("anna: administrator director; ben: collector; cleo.west: collector", await _company.StaffAsync());
        Assert.Equal(["people_add sign-in cleo.west"], await _company.LedgerAsync());
        var person = (await _company.Store.FindPersonAsync("cleo.west", TestContext.Current.CancellationToken)).Value.Person;
        Assert.Equal(("Name of cleo.west@example.com", "cleo.west@example.com", "all"), (person.Name, person.Email, person.Region));
    }

    [Fact]
    public async Task SomebodyNewWithTheShortNameOfAnother_SigningIn_IsNotThatOther()
    {
        Assert.Equal((HttpStatusCode.Forbidden, "HO-056"), await SignInAsync("anna@elsewhere.example", "g-admin"));
        Assert.Equal("anna: administrator director; ben: collector", await _company.StaffAsync());
        Assert.Empty(await _company.LedgerAsync());
    }

    [Fact]
    public async Task SomebodyWhoWasLetGo_StillInTheirGroup_StaysAway()
    {
        Assert.True((await _company.RemoveAsync("ben")).Ok);

        Assert.Equal((HttpStatusCode.Forbidden, "HO-056"), await SignInAsync("ben@example.com", "g-money"));
        Assert.Equal((HttpStatusCode.Forbidden, "HO-056"), await SignInAsync("BEN@elsewhere.example", "g-money"));
        Assert.Equal("anna: administrator director", await _company.StaffAsync());
    }

    [Fact]
    public async Task LastAdministrator_InAGroupThatIsNone_StaysOne()
    {
        _authority.Knows(new JsonObject { ["x"] = new JsonObject { ["preferred_username"] = "Anna", ["groups"] = new JsonArray("g-money") } });
        using var visitor = _company.Visit();

        Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync("x")).Status);
        Assert.Equal("anna: administrator collector; ben: collector", await _company.StaffAsync());
    }

    private async Task<(HttpStatusCode, string?)> SignInAsync(string mail, params string[] groups)
    {
        _authority.Knows(new JsonObject { ["x"] = new JsonObject { ["email"] = mail, ["email_verified"] = true, ["name"] = $"Name of {mail}", ["groups"] = new JsonArray([.. groups.Select(group => (JsonNode)group)]) } });
        using var visitor = _company.Visit();
        var seen = await visitor.SignInAsync("x");
        return (seen.Status, seen.Code);
    }
}
