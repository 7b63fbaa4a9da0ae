using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>Each guard by its number: what it stops, and that nothing happened.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task EverythingStopped_Confirmed_IsRefusedUntilReleased()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await new KillSwitch(bench.Store, bench.Clock).SetAsync("olivia: a wrong price list", "olivia", Stop);

        await RefusedAsync(bench, view, "GA-037");
        Assert.Equal("olivia: a wrong price list", (await bench.Gate.ShowAsync(view.Number, "hannah", Stop)).Value.Stopped);

        await new KillSwitch(bench.Store, bench.Clock).SetAsync(null, "olivia", Stop);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number)).End);
    }

    [Fact]
    public async Task StoppedAfterTheConfirmation_Run_WaitsForTheRelease()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);
        await new KillSwitch(bench.Store, bench.Clock).SetAsync("olivia: stop", "olivia", Stop);

        Assert.Equal(EffectState.Ready, (await bench.Gate.RunAsync(view.Number, Stop))!.Effects[0].State);
        Assert.Empty(bench.Calls.Calls);

        await new KillSwitch(bench.Store, bench.Clock).SetAsync(null, "olivia", Stop);
        Assert.Equal(EffectState.Done, (await bench.Gate.RunAsync(view.Number, Stop))!.Effects[0].State);
    }

    [Fact]
    public async Task ProposalReplacedByAnother_Confirmed_SaysByWhich()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Edit(1, new Dictionary<string, string>(StringComparer.Ordinal) { ["note"] = "They pay on Monday." }));

        var refused = await RefusedAsync(bench, view, "GA-033");
        Assert.Contains("P-2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProposalOfYesterday_Confirmed_HasExpired()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        bench.Clock.Now = bench.Clock.Now.AddHours(25);

        await RefusedAsync(bench, view, "GA-032");
        await bench.Gate.TidyAsync(Stop);
        Assert.Contains("copilot expired P-1", await bench.LedgerAsync());
        await RefusedAsync(bench, view, "GA-032");
    }

    [Fact]
    public async Task DecidedProposal_DecidedAgain_SaysHow()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Reject("they paid"));

        var refused = await RefusedAsync(bench, view, "GA-031");
        Assert.Contains("rejected by hannah", refused.Message, StringComparison.Ordinal);
        Assert.Equal("GA-031", (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Reject(""))).Code);
    }

    [Fact]
    public async Task ButtonOfOtherBytes_Pressed_IsRefused()
    {
        var bench = await NewAsync();
        var (view, other) = (await bench.ProposeAsync(GateBench.Call()), await bench.ProposeAsync(GateBench.Call("Something else.")));

        await RefusedAsync(bench, view, "GA-035", digest: other.Digest);
    }

    [Fact]
    public async Task StoredBytesAltered_Confirmed_AreRefused()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ChangeAsync(async context => (await context.Proposals.SingleAsync(Stop)).Payload = EffectJson.Write(GateBench.Call("Forged.")));

        await RefusedAsync(bench, view, "GA-036");
    }

    [Fact]
    public async Task StoredBytesAlteredAfterTheConfirmation_Run_DoNothing()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);
        await bench.ChangeAsync(async context => (await context.Proposals.SingleAsync(Stop)).Payload = EffectJson.Write(GateBench.Call("Forged.")));

        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.Empty(bench.Calls.Calls);
    }

    [Theory]
    [InlineData(ProposalState.Proposed)]
    [InlineData(ProposalState.Rejected)]
    [InlineData(ProposalState.Expired)]
    [InlineData(ProposalState.Superseded)]
    public async Task EffectMadeReadyBehindTheGatesBack_Run_DoesNothing(ProposalState state)
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ChangeAsync(async context =>
        {
            (await context.Proposals.SingleAsync(Stop)).State = state;
            var effect = await context.ProposalEffects.SingleAsync(Stop);
            (effect.State, effect.ConfirmedBy, effect.ConfirmedOn) = (EffectState.Ready, "hannah", new DateOnly(2026, 11, 20));
        });

        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.Empty(bench.Calls.Calls);
    }

    [Fact]
    public async Task ProposalNeverShownToThem_Confirmed_IsShownFirst()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());

        var refused = await RefusedAsync(bench, view, "GA-034", person: "luca");

        Assert.Equal(view.Number, refused.View?.Number);
        await bench.Gate.PresentedAsync(refused.View!, "luca", Stop);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, "luca")).End);
    }

    [Fact]
    public async Task AnotherBusinessDaySet_Confirmed_IsRefused()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        var gate = bench.Another(PolicyBook.Read(PolicyBook.Default(), "policy.yaml", null).Value, new DateOnly(2026, 11, 1));

        Assert.Equal("GA-038", (await gate.DecideAsync(new HumanDecision("hannah", "bench", view.Number, null, new DecisionChoice.Confirm([])), Stop)).Code);
    }

    [Fact]
    public async Task PartsThatAreNotThere_LeftOut_AreNamed()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Of(GateBench.Note("one"), GateBench.Note("two")));

        Assert.Equal("GA-039", (await bench.ConfirmAsync(view.Number, leaveOut: 3)).Code);
        Assert.Equal("GA-040", (await bench.ConfirmAsync(view.Number, leaveOut: [1, 2])).Code);
        Assert.Empty(bench.Calls.Calls);
    }

    [Fact]
    public async Task ContactRemovedSinceItWasProposed_Confirmed_GetsNoMail()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Mail());
        await using (var context = bench.Store.Company())
        {
            await context.Contacts.Where(contact => contact.Email == "ap@maple.example").ExecuteDeleteAsync(Stop);
        }

        await RefusedAsync(bench, view, "GA-027");
        Assert.Empty(bench.Mails.Calls);
    }

    [Fact]
    public async Task MailToSomebodyUnknown_Asked_GetsNoProposal()
    {
        var bench = await NewAsync();

        Assert.Equal("GA-027", (await bench.Gate.SubmitAsync(new ProposalRequest("test", "{}", "hannah", "bench", GateBench.Mail("thief@evil.example")), Stop)).Fault?.Code);
    }

    [Fact]
    public async Task AttachmentThatIsNotWhatItsHashSays_Confirmed_IsRefused()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Mail(attachments: FrozenAttachment.Of("a.txt", "text/plain", "one"u8.ToArray()) with { Content = "two"u8.ToArray() }));

        await RefusedAsync(bench, view, "GA-036");
    }

    [Fact]
    public async Task DecidedBetweenTheLookAndTheMove_Confirmed_SaysHow()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        bench.Again = () =>
        {
            // the facts are looked at between the first check and the transaction
            bench.Again = null;
            bench.DecideAsync(view.Number, "luca", new DecisionChoice.Reject("meanwhile")).GetAwaiter().GetResult();
            return GateBench.Call();
        };

        await RefusedAsync(bench, view, "GA-031");
    }

    [Fact]
    public async Task ProposalThatExpiresInTheMoment_Confirmed_DoesNotCount()
    {
        var bench = await NewAsync();
        var codes = new HashSet<string?>(StringComparer.Ordinal);
        for (var jump = 1; jump < 12; jump++)
        {
            bench.Clock.JumpsAfter = int.MaxValue;
            var view = await bench.ProposeAsync(GateBench.Call($"Note {jump}."));
            bench.Clock.CountFromHere();
            bench.Clock.JumpsAfter = jump;
            var result = await bench.ConfirmAsync(view.Number);
            bench.Clock.JumpsAfter = int.MaxValue;
            await using var context = bench.Store.Copilot();
            var row = await context.Proposals.AsNoTracking().OrderByDescending(proposal => proposal.Id).FirstAsync(Stop);
            codes.Add(result.Code);

            // whenever the clock jumps, what counts as confirmed was confirmed in time
            Assert.Equal(result.End == DecisionEnd.Confirmed, row.State == ProposalState.Confirmed);
            Assert.True(row.State != ProposalState.Confirmed || row.DecidedAt < row.ExpiresAt, $"after {jump} looks at the clock");
        }

        Assert.Contains("GA-046", codes);
        Assert.Contains("GA-032", codes);
    }

    [Theory]
    [InlineData("P-999")]
    [InlineData("P-0")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task NumberOfNoProposal_Decided_SaysThereIsNone(string number)
    {
        var bench = await NewAsync();

        Assert.Equal("GA-030", (await bench.ConfirmAsync(number)).Code);
    }

    [Fact]
    public async Task ProposalOfSomebodyElse_LookedAt_IsNotThere()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());

        Assert.Equal("GA-030", (await RefusedAsync(bench, view, "GA-030", person: "maya")).Code);
        Assert.Equal("GA-030", (await bench.Gate.ShowAsync(view.Number, "maya", Stop)).Fault?.Code);
        Assert.Contains("maya refused P-1", await bench.LedgerAsync());
    }

    private static async Task<DecisionResult> RefusedAsync(GateBench bench, ProposalView view, string code, string? digest = null, string person = "hannah")
    {
        var result = await bench.ConfirmAsync(view.Number, person, digest);
        await bench.Gate.RunAsync(view.Number, Stop);
        Assert.Equal((DecisionEnd.Refused, code), (result.End, result.Code));
        Assert.Empty(bench.Calls.Calls);
        Assert.Empty(bench.Mails.Calls);
        Assert.Equal($"{person} refused {view.Number}", (await bench.LedgerAsync())[^1]);
        return result;
    }
}
