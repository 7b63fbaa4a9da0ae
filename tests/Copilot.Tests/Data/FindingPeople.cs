using Copilot.Core;
using Copilot.Data;
using Copilot.Tests.Support;

namespace Copilot.Tests.Data;

/// <summary>Who is asking: by short name, name or mail address; whoever is not known is offered whom is meant.</summary>
public sealed class FindingPeople : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private CompanyStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder.Path }, TimeProvider.System, Stop)).Value;
        await using var bulk = await _store.BulkAsync(Stop);
        await bulk.InsertAllAsync(
            [
                new Person { Id = new Id<Person>(1), Key = "maya.okafor", Name = "Maya Ökafor", Email = "maya@lumen-linden.example", Region = "UK", Active = true },
                new Person { Id = new Id<Person>(2), Key = "tom.lindqvist", Name = "Tom Lindqvist", Region = "Nordics", Active = true },
                new Person { Id = new Id<Person>(3), Key = "tim.gone", Name = "Tim Gone", Region = "all" },
                new PersonRole { PersonId = new Id<Person>(1), Role = "sales_rep" },
                new PersonRole { PersonId = new Id<Person>(1), Role = "administrator" },
                new RoleVisibility { Role = "sales_rep", Area = Area.Orders, Level = Visibility.Own },
                new RoleVisibility { Role = "administrator", Area = Area.Desk, Level = Visibility.All },
                new RoleVisibility { Role = "director", Area = Area.Crm, Level = Visibility.All },
            ],
            Stop);
        await bulk.CommitAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("maya.okafor")]
    [InlineData("MAYA.OKAFOR")]
    [InlineData(" maya okafor ")]
    [InlineData("Maya Ökafor")]
    [InlineData("Maya@Lumen-Linden.example")]
    public async Task PersonNamedInAnyWay_Found_HasTheUnionOfTheirRoles(string text)
    {
        var found = await _store.FindPersonAsync(text, Stop);

        Assert.True(found.Ok, found.Fault?.ToString());
        var access = found.Value.Access;
        Assert.Equal((1, "administrator,sales_rep"), (found.Value.Person.Id.Value, string.Join(',', access.Roles)));
        Assert.Equal((Visibility.Own, Visibility.All, Visibility.None), (access.Of(Area.Orders), access.Of(Area.Desk), access.Of(Area.Crm)));
    }

    [Theory]
    [InlineData("mya", "maya.okafor")]
    [InlineData("tom.lindkvist", "tom.lindqvist")]
    [InlineData("Lindquist", "tom.lindqvist")]
    public async Task NameMisspelt_NotFound_OffersTheNearest(string text, string nearest)
    {
        var found = await _store.FindPersonAsync(text, Stop);

        Assert.Equal(("DB-001", nearest), (found.Fault?.Code, found.Fault?.Suggestions[0]));
        Assert.Contains(text, found.Fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000\u001b[2J'; DROP TABLE People;--")]
    public async Task TextThatNamesNobody_NotFound_IsAFault(string text) => Assert.Equal("DB-001", (await _store.FindPersonAsync(text, Stop)).Fault?.Code);

    [Fact]
    public async Task PersonWhoHasLeft_Found_MayNotAsk() => Assert.Equal("DB-002", (await _store.FindPersonAsync("tim.gone", Stop)).Fault?.Code);

    [Fact]
    public async Task StoreWithoutACompany_Profile_IsNothing() => Assert.Null(await _store.ProfileAsync(Stop));
}
