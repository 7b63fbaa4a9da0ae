using Copilot.Core;
using Copilot.Gate;

namespace Copilot.IntegrationTests.Gate;

/// <content>What standing approvals cover goes out by itself: on working mornings, once for each colleague.</content>
public abstract partial class GateCompliance
{
    private static readonly RestHours Nights = new(new TimeOnly(20, 0), new TimeOnly(7, 0), new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday });

    // a Monday at eight
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task WorkingMornings_UnderAStandingApproval_BringEachColleagueOneNudgeADay()
    {
        var bench = await RoundsAsync("maya", "luca");

        await GoAsync(bench, Morning, Morning.AddMinutes(1), Morning.AddHours(2), Morning.AddDays(1));

        Assert.Equal(["P-2/1", "P-3/1", "P-4/1", "P-5/1"], bench.Nudges.Calls);
        Assert.Equal(["luca 23", "maya 23", "luca 24", "maya 24"], Asked(bench));
        Assert.Equal((2, new DateOnly(2026, 11, 24)), ((await bench.Gate.Standing.ListAsync(Stop))[0].UsedToday, (await bench.Gate.Standing.ListAsync(Stop))[0].LastUsed));
    }

    [Theory]
    [InlineData("2026-11-23T06:59:00Z", "before it begins")]
    [InlineData("2026-11-23T12:00:00Z", "after noon")]
    [InlineData("2026-11-22T08:00:00Z", "on a Sunday")]
    [InlineData("2026-12-21T08:00:00Z", "after the last day")]
    public async Task OtherHours_UnderAStandingApproval_BringNothing(string at, string when)
    {
        var bench = await RoundsAsync("maya");

        await GoAsync(bench, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.True(bench.Nudges.Calls.IsEmpty, $"{when}, something went out");
    }

    [Fact]
    public async Task ColleagueElsewhere_UnderAStandingApproval_GetsItInTheirOwnMorning()
    {
        var bench = await RoundsAsync("maya");
        await using (var context = bench.Store.Company())
        {
            var maya = context.People.Single(person => person.Key == "maya");
            maya.TimeZone = "America/New_York";
            await context.SaveChangesAsync(Stop);
        }

        await GoAsync(bench, Morning);
        Assert.Empty(bench.Nudges.Calls);
        await GoAsync(bench, Morning.AddHours(6));
        Assert.Single(bench.Nudges.Calls);
    }

    [Fact]
    public async Task ColleagueWhoIsAway_UnderAStandingApproval_GetsNothingUntilTheyAreBack()
    {
        var bench = await RoundsAsync("maya", "luca");
        bench.Clock.Now = Morning;
        Assert.True((await bench.Gate.Absences.SayAsync("maya", "test", null, new DateOnly(2026, 11, 23), null, Stop)).Ok);

        await GoAsync(bench, Morning, Morning.AddDays(1));

        Assert.Equal(["luca 23", "luca 24", "maya 24"], Asked(bench));
    }

    [Fact]
    public async Task NothingToSay_UnderAStandingApproval_IsLookedAtAgainAnHourLater()
    {
        var bench = await RoundsAsync("maya");
        var (makes, looks) = (bench.Makes!, 0);
        bench.Makes = (tool, arguments, person) => ++looks == 1 ? new Fault("AR-241", "Nobody to call.") : makes(tool, arguments, person);

        await GoAsync(bench, Morning, Morning.AddMinutes(59));
        Assert.Equal((1, 0), (looks, bench.Nudges.Calls.Count));
        await GoAsync(bench, Morning.AddHours(1), Morning.AddHours(3));
        Assert.Equal((2, 1), (looks, bench.Nudges.Calls.Count));
    }

    [Fact]
    public async Task StandingApprovalEnded_ByATypedWord_BringsNothingMore()
    {
        var bench = await RoundsAsync("maya");

        var refused = await bench.DecideAsync("S-1", "luca", new DecisionChoice.End());
        var ended = await bench.DecideAsync("S-1", "victor", new DecisionChoice.End());
        await GoAsync(bench, Morning);

        Assert.Equal((DecisionEnd.Refused, "GA-113"), (refused.End, refused.Code));
        Assert.StartsWith("Nothing was ended: S-1 can be ended by victor, who asked for it and confirmed it,", refused.Message, StringComparison.Ordinal);
        Assert.Equal((DecisionEnd.Ended, "S-1 is ended; nothing more goes out under it."), (ended.End, ended.Message));
        Assert.Contains("luca refused S-1", await bench.LedgerAsync());
        Assert.Empty(bench.Nudges.Calls);
    }

    [Fact]
    public async Task TwoHostsAtOnce_UnderAStandingApproval_BringItOnce()
    {
        var bench = await RoundsAsync("maya", "luca");
        var policy = PolicyBook.Read(Series, "policy.yaml", null).Value;
        bench.Clock.Now = Morning;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => bench.Another(policy).Rounds.GoAsync(Nights, Stop), Stop)));
        await RunAllAsync(bench);

        Assert.Equal(2, bench.Nudges.Calls.Count);
        Assert.Equal(2, (await bench.Gate.Standing.ListAsync(Stop))[0].UsedToday);
    }

    [Fact]
    public async Task OccasionThatHadItsNudge_AskedForAgain_IsRefused()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");

        Assert.True((await bench.Gate.SubmitUnderAsync("S-1", "maya:2026-11-20", "test", "{}", GateBench.Of(bench.Nudge("maya")), Stop)).Ok);
        Assert.Equal("GA-115", (await bench.Gate.SubmitUnderAsync("S-1", "maya:2026-11-20", "test", "{}", GateBench.Of(bench.Nudge("maya", "4")), Stop)).Fault?.Code);
        Assert.True((await bench.Gate.SubmitUnderAsync("S-1", "maya:2026-11-21", "test", "{}", GateBench.Of(bench.Nudge("maya", "4")), Stop)).Ok);
    }

    [Fact]
    public async Task TwoStandingApprovalsOfTheSameWords_BothInForce_SendAColleagueTheirNudgeOnceADay()
    {
        var bench = await RoundsAsync("maya", "luca");
        var makes = bench.Makes;
        bench.Makes = null;
        var second = await GrantedAsync(bench, 5, 28, "maya", "hannah");
        bench.Makes = makes;

        await GoAsync(bench, Morning, Morning.AddMinutes(1), Morning.AddHours(2), Morning.AddDays(1));

        Assert.Contains("Some of its colleagues stand in S-1 as well", second.Effects[0].Receipt, StringComparison.Ordinal);
        Assert.All(await bench.Gate.Standing.ListAsync(Stop), approval => Assert.True(approval.InForce));
        Assert.Equal(["hannah 23", "hannah 24", "luca 23", "luca 24", "maya 23", "maya 24"], Asked(bench).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OccasionThatHadItsNudgeUnderOneApproval_AskedForUnderAnother_IsRefused()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya", "luca");
        await GrantedAsync(bench, 5, 10, "maya");

        Assert.True((await bench.Gate.SubmitUnderAsync("S-1", "maya:2026-11-20", "test", "{}", GateBench.Of(bench.Nudge("maya")), Stop)).Ok);
        var refused = (await bench.Gate.SubmitUnderAsync("S-2", "maya:2026-11-20", "test", "{}", GateBench.Of(bench.Nudge("maya")), Stop)).Fault!;
        Assert.Equal(("GA-115", "For this occasion these words went out before, under S-1; nothing goes out twice."), (refused.Code, refused.Message));
        Assert.True((await bench.Gate.SubmitUnderAsync("S-2", "maya:2026-11-21", "test", "{}", GateBench.Of(bench.Nudge("maya")), Stop)).Ok);
    }

    private readonly List<string> _asked = [];

    private async Task<GateBench> RoundsAsync(params string[] to)
    {
        var bench = await NewAsync(Series);
        bench.Template = "nudges/worklist";
        await GrantedAsync(bench, 5, 28, to);
        bench.Makes = (tool, arguments, person) =>
        {
            Assert.Equal(("receivables_send_worklist", "victor"), (tool, person));
            var name = System.Text.Json.JsonDocument.Parse(arguments).RootElement.GetProperty("collector").GetString()!;
            _asked.Add($"{name} {bench.Clock.Now.Day}");
            return GateBench.Of(bench.Nudge(name));
        };
        return bench;
    }

    private List<string> Asked(GateBench bench)
    {
        Assert.Equal(bench.Nudges.Calls.Count, _asked.Count);
        return _asked;
    }

    private static async Task GoAsync(GateBench bench, params DateTimeOffset[] moments)
    {
        foreach (var moment in moments)
        {
            bench.Clock.Now = moment;
            await bench.Gate.Rounds.GoAsync(Nights, Stop);
            await RunAllAsync(bench);
        }
    }

    private static async Task RunAllAsync(GateBench bench)
    {
        foreach (var number in await bench.Gate.TidyAsync(Stop))
        {
            await bench.Gate.RunAsync(number, Stop);
        }
    }
}
