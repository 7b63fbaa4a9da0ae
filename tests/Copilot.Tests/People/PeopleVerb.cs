using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Copilot.Host.Terminal;
using Copilot.Tests.Support;

namespace Copilot.Tests.People;

/// <summary>The command as a person types it, and what its list shows.</summary>
public sealed class PeopleVerb(SampleFixture sample)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CompanyOfOnesOwn_PeopleAddedListedAndRemoved_IsInTheLedger()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync(folder, "init", "My Co");

        var added = await CommandLine.RunAsync(folder, "people", "add", "ben", "--name", "Ben Carter", "--email", "ben@example.com", "--role", "collector", "logistics");
        var listed = await CommandLine.RunAsync(folder, "people", "list");
        var removed = await CommandLine.RunAsync(folder, "people", "remove", "ben");
        var last = await CommandLine.RunAsync(folder, "people", "remove", Environment.UserName);
        var ledger = await CommandLine.RunAsync(folder, "ledger", "show");

        Assert.Equal((0, 0, 0, 1), (added.Code, listed.Code, removed.Code, last.Code));
        Assert.Contains("on the staff of My Co as collector, logistics", added.Text, StringComparison.Ordinal);
        Assert.Contains("My Co: 2 people", listed.Text, StringComparison.Ordinal);
        Assert.Contains("ben@example.com", listed.Text, StringComparison.Ordinal);
        Assert.Contains("logistics: all of orders, logistics, chargebacks, edi, sops; their own of desk; nothing of receivables", listed.Text, StringComparison.Ordinal);
        Assert.Contains("last administrator", last.Text, StringComparison.Ordinal);
        Assert.Contains("people_remove", ledger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SampleCompany_PersonAdded_IsRefusedWithWhatToDoFirst()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync(folder, "sample", "refresh");

        var (code, text) = await CommandLine.RunAsync(folder, "people", "add", "ben", "--name", "Ben Carter", "--email", "ben@example.com", "--role", "collector");

        Assert.Equal(1, code);
        Assert.Contains("copilot init \"NAME\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false, 18)]
    [InlineData(null, null, true, 19)]
    [InlineData("sales rep", null, false, 8)]
    [InlineData(null, "vogel", false, 1)]
    [InlineData("sales_rep", "DACH", false, 1)]
    [InlineData(null, "janssen", false, 0)]
    [InlineData(null, "janssen", true, 1)]
    public async Task SampleCompany_Filtered_CountsWhoFits(string? role, string? search, bool former, int count)
    {
        var picked = new PeopleFilter(role, search, 1, former).Pick(await Staff.ListAsync(sample.Store, Stop));

        Assert.Equal((count, 18, 1), (picked.Value.Matching, picked.Value.Active, picked.Value.Left));
    }

    [Fact]
    public async Task PageOrRoleThatIsNotThere_AskedFor_IsNamed()
    {
        var staff = await Staff.ListAsync(sample.Store, Stop);

        Assert.Equal("HO-072", new PeopleFilter(null, null, 2, Former: false).Pick(staff).Fault?.Code);
        Assert.Equal("HO-072", new PeopleFilter(null, null, 0, Former: false).Pick(staff).Fault?.Code);
        Assert.Equal("HO-071", new PeopleFilter("pirate", null, 1, Former: false).Pick(staff).Fault?.Code);
    }

    [Fact]
    public void ManyPeople_Listed_StandOnPagesOfFifty()
    {
        var staff = new StaffList([.. Enumerable.Range(1, 120).Select(n => new StaffMember(new Person { Key = $"p{n:000}", Name = $"Person {n}", Active = true }, ["logistics"]))], []);

        var last = new PeopleFilter(null, null, 3, Former: false).Pick(staff).Value;

        Assert.Equal((120, 3, 20, "p101"), (last.Matching, last.Pages, last.Members.Count, last.Members[0].Person.Key));
    }

    [Fact]
    public async Task List_AsJson_HoldsPeopleAndWhatTheirRolesSee()
    {
        var profile = (await sample.Store.ProfileAsync(Stop))!;
        var page = new PeopleFilter("sales rep", "maya", 1, Former: false).Pick(await Staff.ListAsync(sample.Store, Stop)).Value;

        using var json = JsonDocument.Parse(PeoplePrinter.Json(profile, page));

        var maya = Assert.Single(json.RootElement.GetProperty("people").EnumerateArray());
        Assert.Equal(("maya.okafor", "UK", "maya.okafor@lumen-linden.example"), (maya.GetProperty("key").GetString(), maya.GetProperty("region").GetString(), maya.GetProperty("email").GetString()));
        var seen = json.RootElement.GetProperty("roles").GetProperty("sales_rep");
        Assert.Equal(("own", "none"), (seen.GetProperty("crm").GetProperty("sees").GetString(), seen.GetProperty("edi").GetProperty("sees").GetString()));
        Assert.Equal((18, 1), (json.RootElement.GetProperty("total").GetInt32(), json.RootElement.GetProperty("matching").GetInt32()));
    }

    [Fact]
    public async Task NobodyWhoFits_Printed_SaysSo()
    {
        var written = new StringWriter();
        var console = Spectre.Console.AnsiConsole.Create(new Spectre.Console.AnsiConsoleSettings { Out = new Spectre.Console.AnsiConsoleOutput(written), Ansi = Spectre.Console.AnsiSupport.No });
        var page = new PeopleFilter(null, "nobody at all", 1, Former: false).Pick(await Staff.ListAsync(sample.Store, Stop)).Value;

        new PeoplePrinter(console).Print((await sample.Store.ProfileAsync(Stop))!, page);

        Assert.Contains("0 of 19 people", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nobody fits.", written.ToString(), StringComparison.Ordinal);
    }
}
