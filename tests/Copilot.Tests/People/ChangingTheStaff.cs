using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Gate;
using Copilot.Tests.Support;

namespace Copilot.Tests.People;

/// <summary>Joining and leaving a company of one's own, with an entry in the ledger before each change.</summary>
public sealed class ChangingTheStaff : IAsyncLifetime
{
    private static readonly NewStaff Ben = new() { Key = "ben", Name = "Ben Carter", Email = "ben@example.com", Roles = ["Order desk", "logistics"], Region = "uk" };

    private readonly TemporaryFolder _folder = new();
    private CompanyStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder.Path }, TimeProvider.System, Stop)).Value;
        Assert.True((await CompanyInit.CreateAsync(_store, new InitRequest { Name = "Test & Sons", AccountName = "anna" }, Stop)).Ok);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task NewPerson_Added_IsFoundWithTheirRolesAndInTheLedgerWithoutNameOrMail()
    {
        var added = await AddAsync(Ben);

        Assert.True(added.Ok, added.Fault?.ToString());
        var (person, access) = (await _store.FindPersonAsync("BEN@example.com", Stop)).Value;
        Assert.Equal(("ben", "Ben Carter", "UK", true), (person.Key, person.Name, person.Region, person.Active));
        Assert.Equal(["logistics", "order_desk"], access.Roles);
        Assert.Equal((Visibility.All, Visibility.None), (access.Of(Area.Orders), access.Of(Area.Crm)));
        var entry = Assert.Single(await new Ledger(_store, TimeProvider.System).NewestAsync(9, Stop));
        Assert.Equal(("people_add", "anna", "ben"), (entry.Kind, entry.Who, entry.About));
        Assert.Contains("order_desk", entry.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("Carter", entry.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", entry.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonWhoLeft_TheirHistory_StaysAndTheyMayComeBackWithOtherRoles()
    {
        await AddAsync(Ben);
        var before = (await _store.FindPersonAsync("ben", Stop)).Value.Person.Id;

        Assert.True((await RemoveAsync("BEN")).Ok);
        Assert.Equal("DB-002", (await _store.FindPersonAsync("ben", Stop)).Fault?.Code);
        var left = (await Staff.ListAsync(_store, Stop)).Members.Single(member => member.Person.Key == "ben");
        Assert.Equal((false, "logistics,order_desk"), (left.Person.Active, string.Join(',', left.Roles)));
        Assert.Equal("DB-041", (await RemoveAsync("ben")).Fault?.Code);

        var back = await AddAsync(Ben with { Roles = ["collector"], Region = "all" });

        Assert.True(back.Value.Returned);
        Assert.Equal(["logistics", "order_desk"], back.Value.Before);
        var (person, access) = (await _store.FindPersonAsync("ben", Stop)).Value;
        Assert.Equal((before, "collector"), (person.Id, string.Join(',', access.Roles)));
        Assert.Equal(["people_add", "people_remove", "people_add"], (await new Ledger(_store, TimeProvider.System).NewestAsync(9, Stop)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task LastAdministrator_Removed_StaysUntilThereIsAnother()
    {
        Assert.Equal("DB-042", (await RemoveAsync("anna")).Fault?.Code);

        await AddAsync(Ben with { Roles = ["administrator"] });
        Assert.True((await RemoveAsync("anna")).Ok);
        Assert.Equal("DB-032", (await AddAsync(Ben with { Key = "cleo", Name = "Cleo", Email = "cleo@example.com" })).Fault?.Code);
        Assert.Equal("DB-042", (await RemoveAsync("ben", by: "ben")).Fault?.Code);
    }

    [Fact]
    public async Task StaffWithoutTheRole_ChangingIt_AreToldWhomToAsk()
    {
        await AddAsync(Ben);

        var refused = await RemoveAsync("anna", by: "ben");

        Assert.Equal("DB-032", refused.Fault?.Code);
        Assert.Contains("Ask anna", refused.Fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Ben Carter", "b@example.com", "logistics", "all", "DB-033")]
    [InlineData("ben carter", "Ben Carter", "b@example.com", "logistics", "all", "DB-033")]
    [InlineData("../ben", "Ben Carter", "b@example.com", "logistics", "all", "DB-033")]
    [InlineData("ben", "  ", "b@example.com", "logistics", "all", "DB-034")]
    [InlineData("ben", "Ben\u0007", "b@example.com", "logistics", "all", "DB-034")]
    [InlineData("ben", "Ben Carter", "example.com", "logistics", "all", "DB-035")]
    [InlineData("ben", "Ben Carter", "a@b@example.com", "logistics", "all", "DB-035")]
    [InlineData("ben", "Ben Carter", "b@example.com", "logistic", "all", "DB-036")]
    [InlineData("ben", "Ben Carter", "b@example.com", "", "all", "DB-036")]
    [InlineData("ben", "Ben Carter", "b@example.com", "logistics", "Mars", "DB-037")]
    [InlineData("ANNA", "Ben Carter", "b@example.com", "logistics", "all", "DB-038")]
    [InlineData("ben", "Anna", "b@example.com", "logistics", "all", "DB-039")]
    public async Task WrongInput_Added_IsRefusedAndLeavesNoTrace(string key, string name, string email, string role, string region, string code)
    {
        var refused = await AddAsync(new NewStaff { Key = key, Name = name, Email = email, Roles = [role], Region = region });

        Assert.Equal(code, refused.Fault?.Code);
        Assert.Single((await Staff.ListAsync(_store, Stop)).Members);
        Assert.Empty(await new Ledger(_store, TimeProvider.System).NewestAsync(9, Stop));
    }

    [Fact]
    public async Task RoleMisspelt_Added_OffersTheNearest() =>
        Assert.Equal("logistics", (await AddAsync(Ben with { Roles = ["logistic"] })).Fault?.Suggestions[0]);

    [Fact]
    public async Task MailOfSomebodyElse_Added_IsTheirsAlone()
    {
        await AddAsync(Ben);

        Assert.Equal("DB-039", (await AddAsync(Ben with { Key = "other", Name = "Other Person", Email = "Ben@Example.com" })).Fault?.Code);
    }

    [Fact]
    public async Task LedgerThatCannotBeWritten_WhileTheStaffChanges_LeavesItAsItWas()
    {
        static Task FullAsync(StaffChange change, CancellationToken token) => throw new IOException("no room");
        var by = await AsAsync("anna");
        await AddAsync(Ben);

        await Assert.ThrowsAsync<IOException>(() => Staff.AddAsync(_store, Ben with { Key = "cleo", Name = "Cleo", Email = "cleo@example.com" }, by, FullAsync, Stop));
        await Assert.ThrowsAsync<IOException>(() => Staff.RemoveAsync(_store, "ben", by, FullAsync, Stop));

        Assert.Equal(["anna", "ben"], (await Staff.ListAsync(_store, Stop)).Members.Where(member => member.Person.Active).Select(member => member.Person.Key));
    }

    [Fact]
    public async Task SampleAndEmptyStore_Changed_SayWhatToDoFirst()
    {
        using var folder = new TemporaryFolder();
        await using var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = folder.Path }, TimeProvider.System, Stop)).Value;
        var nobody = new Access(new Person(), [], []);

        Assert.Equal("DB-030", (await Staff.AddAsync(store, Ben, nobody, (_, _) => Task.CompletedTask, Stop)).Fault?.Code);
        await using (var context = store.Company())
        {
            context.Companies.Add(new CompanyProfile { Id = new Id<CompanyProfile>(1), Name = "Sample", IsSample = true, BaseCurrency = CurrencyCode.Eur, FiscalYearStartMonth = 1 });
            await context.SaveChangesAsync(Stop);
        }

        var refused = await Staff.RemoveAsync(store, "x", nobody, (_, _) => Task.CompletedTask, Stop);
        Assert.Equal("DB-031", refused.Fault?.Code);
        Assert.Contains("copilot init", refused.Fault?.Message, StringComparison.Ordinal);
    }

    private async Task<Result<StaffChange>> AddAsync(NewStaff request) =>
        await Staff.AddAsync(_store, request, await AsAsync("anna"), (change, token) => new Ledger(_store, TimeProvider.System).AppendAsync("people_add", "anna", change.Key, change, token), Stop);

    private async Task<Result<StaffMember>> RemoveAsync(string key, string by = "anna") =>
        await Staff.RemoveAsync(_store, key, await AsAsync(by), (change, token) => new Ledger(_store, TimeProvider.System).AppendAsync("people_remove", by, change.Key, change, token), Stop);

    // also of somebody who has just left: what they held in hand must not count any more
    private async Task<Access> AsAsync(string key)
    {
        var (person, roles) = (await Staff.ListAsync(_store, Stop)).Members.Single(member => member.Person.Key == key);
        return new Access(person, [.. roles], []);
    }
}
