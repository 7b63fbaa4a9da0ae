using Copilot.Conversation;
using Copilot.Core;
using Copilot.Plugins.Receivables.Actions;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Receivables.Actions;

public sealed class WorklistsSent(SampleFixture sample)
{
    private const string Manager = "nadia.hassan";

    private static readonly StandingWords Words = new();

    [Theory]
    [InlineData("hannah.price")]
    [InlineData("luca.moretti")]
    public async Task Worklist_Sent_SaysWhatTheWorklistSaysInTheWordsOfItsTemplate(string collector)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var person = sample.Records.People.Single(row => row.Key == collector);
        var answer = await own.AnswerAsync(Manager, "receivables_worklist", ("collector", person.Id), ("limit", 100));
        var now = (await answer.RowsAsync("worklist")).Where(row => string.CompareOrdinal(row["allowed_from"], answer.Title[^10..]) <= 0).ToList();

        var proposal = (await own.ProposeAsync(Manager, "receivables_send_worklist", ("collector", person.Id))).Value;

        var nudge = Assert.IsType<SendNudge>(Assert.Single(proposal.Effects));
        Assert.Equal(Colleague.Of(person), nudge.To);
        Assert.Equal((nudge.Subject, nudge.Body), Words.Say("nudges/worklist", nudge.Values));
        Assert.Equal(Words.Find("nudges/worklist"), nudge.Template);
        Assert.Contains(Count(now.Count, "customer"), nudge.Subject, StringComparison.Ordinal);
        Assert.Equal(now.Sum(row => decimal.Parse(row["overdue"][4..], System.Globalization.CultureInfo.InvariantCulture)).ToString("N2", System.Globalization.CultureInfo.InvariantCulture), nudge.Values["amount"][4..]);
        for (var place = 1; place <= 5; place++)
        {
            var line = nudge.Values[$"call{place}"];
            if (place > now.Count)
            {
                Assert.Empty(line);
                continue;
            }

            var row = now[place - 1];
            Assert.StartsWith($"{row["customer"]}: {row["overdue"]} overdue, the oldest {Count(int.Parse(row["days_late"], System.Globalization.CultureInfo.InvariantCulture), "day")} late", line, StringComparison.Ordinal);
            Assert.Contains(row["contact"], line, StringComparison.Ordinal);
            Assert.EndsWith($"about {row["invoices"]}", line, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch(@"\{\{|\n\n\n| ;|;;", nudge.Body);
    }

    [Fact]
    public async Task EveryMorning_AskedForWithoutADay_NamesEveryCollectorAndEndsInFourWeeks()
    {
        await using var own = await OwnSample.CopyAsync(sample);

        var proposal = (await own.ProposeAsync(Manager, "receivables_send_worklists")).Value;

        var grant = Assert.IsType<GrantStanding>(Assert.Single(proposal.Effects));
        Assert.Equal(["hannah.price", "luca.moretti"], grant.To.Select(member => member.Key));
        Assert.Equal((2, SampleFixture.Day.AddDays(28)), (grant.PerDay, grant.Until));
        Assert.Equal(grant.Template, NudgeTemplate.Of("nudges/worklist", grant.Text));
        Assert.Contains(proposal.Remarks, remark => remark.Text.StartsWith("No last day was said", StringComparison.Ordinal));
        Assert.Equal("Send Hannah Price and Luca Moretti their worklist every working morning", proposal.Title);

        // the day stands in the effect alone: edited there, nothing else names the old one
        Assert.DoesNotContain(grant.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"{proposal.Title}{proposal.Reason}{string.Concat(proposal.Remarks.Select(remark => remark.Text))}", StringComparison.Ordinal);
        Assert.Contains(proposal.Remarks, remark => remark.Text.StartsWith("First on the list of Luca Moretti is now ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryMorning_AskedForByACollector_IsTheirOwnUnlessAnotherIsNamed()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var luca = sample.Records.People.Single(row => row.Key == "luca.moretti");

        Assert.Equal(["hannah.price"], await ToAsync());
        Assert.Equal(["luca.moretti"], await ToAsync(("collector", luca.Id)));

        async Task<IEnumerable<string>> ToAsync(params (string, object?)[] arguments) =>
            ((GrantStanding)(await own.ProposeAsync(Books.Collector, "receivables_send_worklists", [.. arguments, ("date", SampleFixture.Day.AddDays(3))])).Value.Effects[0]).To.Select(member => member.Key);
    }

    [Fact]
    public async Task CollectorWhoGetsItAlready_AskedForAgain_IsLeftOutWithAWord()
    {
        await using var own = await OwnSample.CopyAsync(sample);

        var proposal = (await ProposeAsync(own, Approval("S-2", "2026-12-18", "hannah.price"), Approval("S-1", "2026-12-01", "luca.moretti", inForce: false), Approval("S-4", "2026-12-01", "luca.moretti") with { Template = "nudges/hygiene" })).Value;

        var grant = Assert.IsType<GrantStanding>(Assert.Single(proposal.Effects));
        Assert.Equal((1, "luca.moretti"), (grant.PerDay, Assert.Single(grant.To).Key));
        Assert.Equal("Left out: Hannah Price, who gets it under S-2 until 2026-12-18 already. To have that otherwise, end it first (say \"end S-2\").", proposal.Remarks[0].Text);
        Assert.DoesNotContain(proposal.Remarks, remark => remark.Text.StartsWith("First on the list of Hannah", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryCollectorWhoGetsItAlready_AskedForAgain_ProposesNothing()
    {
        await using var own = await OwnSample.CopyAsync(sample);

        var both = (await ProposeAsync(own, Approval("S-3", "2026-12-01", "luca.moretti"), Approval("S-2", "2026-12-18", "hannah.price", "luca.moretti"))).Fault!;
        var each = (await ProposeAsync(own, Approval("S-3", "2026-12-01", "luca.moretti"), Approval("S-2", "2026-12-18", "hannah.price"))).Fault!;

        Assert.Equal(("AR-243", "Hannah Price and Luca Moretti get their worklist every working morning already, under S-2 until 2026-12-18. To have it otherwise, end that first (say \"end S-2\"), then ask again."), (both.Code, both.Message));
        Assert.Contains("under S-2 until 2026-12-18 and S-3 until 2026-12-01", each.Message, StringComparison.Ordinal);
        Assert.Contains("(say \"end S-2\" and \"end S-3\")", each.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("receivables_send_worklist")]
    [InlineData("receivables_send_worklists")]
    public async Task ColleagueWhoCollectsNothing_NamedForAWorklist_IsToldWhoDoes(string tool)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var maya = sample.Records.People.Single(row => row.Key == "maya.okafor");

        var fault = (await own.ProposeAsync(Manager, tool, ("collector", maya.Id))).Fault!;

        Assert.Equal("AR-240", fault.Code);
        Assert.Contains("Maya Okafor collects from no customer", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Hannah Price and Luca Moretti", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyToCall_OnAWorklist_SendsNothing()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var luca = sample.Records.People.Single(row => row.Key == "luca.moretti");
        await own.ChangeAsync(context => context.Customers.ExecuteUpdateAsync(set => set.SetProperty(row => row.RemindersOff, true), TestContext.Current.CancellationToken));
        Assert.Equal("AR-241", (await own.ProposeAsync(Manager, "receivables_send_worklist", ("collector", luca.Id))).Fault?.Code);

        await own.ChangeAsync(context => context.Customers.ExecuteUpdateAsync(set => set.SetProperty(row => row.CollectorId, (Id<Person>?)null), TestContext.Current.CancellationToken));
        Assert.Equal("AR-242", (await own.ProposeAsync(Manager, "receivables_send_worklists")).Fault?.Code);
    }

    private static async Task<Result<Proposal>> ProposeAsync(OwnSample own, params StandingApproval[] standing)
    {
        await using var turn = await own.AskAsync(Manager);
        return await new SendWorklists(turn.Context with { Proposals = new GivenProposals { Standing = standing } }).ProposeAsync(null, null, TestContext.Current.CancellationToken);
    }

    private static StandingApproval Approval(string number, string until, params string[] to) => Approval(number, until, to, inForce: true);

    private static StandingApproval Approval(string number, string until, string to, bool inForce) => Approval(number, until, [to], inForce);

    private static StandingApproval Approval(string number, string until, string[] to, bool inForce) =>
        new(number, "send_nudge", "nudges/worklist", to, to.Length, 0, null, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Manager, Manager, "P-1", null, inForce);

    private static string Count(int count, string one) => $"{count} {(count == 1 ? one : one + "s")}";
}
