using System.Text;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>Somebody who is forgotten: what of them goes, and what has to stay.</content>
public abstract partial class GateCompliance
{
    private const string Buyer = "buyer@maple.example";
    private const string Payer = "ap@maple.example";

    [Fact]
    public async Task ContactErased_OfTwoWhoGotAMail_TakesTheirMailAloneAndLeavesTheLedgerWhole()
    {
        var bench = await NewAsync();
        var proposal = GateBench.Of(MailTo(Payer, "Dear Ms Quint"), MailTo(Buyer, "Dear Mr Vell"));
        var number = (await bench.ProposeAsync(proposal)).Number;
        await bench.ConfirmAsync(number);
        await bench.Gate.RunAsync(number, Stop);

        var report = (await EraseAsync(bench, Payer, "Quint")).Value;

        var left = (await bench.Gate.ShowAsync(number, "hannah", Stop)).Value;
        Assert.Equal(["contact:" + Payer], report.Keys);
        Assert.Equal([new ErasedEffect("send_mail", EffectRule.CustomerMail), proposal.Effects[1]], left.Effects.Select(effect => effect.Effect), EffectsAlike);
        Assert.Equal(("(erased)", "It was done."), (left.Effects[0].Receipt, left.Effects[1].Receipt));
        Assert.Equal((EffectState.Done, EffectState.Done, proposal.Title), (left.Effects[0].State, left.Effects[1].State, left.Proposal.Title));
        Assert.True((await new Ledger(bench.Store, bench.Clock).VerifyAsync(Stop)).Ok);
        Assert.Equal(["(erased)", "It was done."], (await bench.Gate.Proposals.HistoryAsync(new HistoryFilter(bench.Clock.GetUtcNow().AddDays(-1), bench.Clock.GetUtcNow().AddDays(1), 10), Stop)).Rows.Select(row => row.Receipt));
    }

    [Fact]
    public async Task ContactErased_WhileTheirMailWaits_CannotBeConfirmedAnyMore()
    {
        var bench = await NewAsync();
        var (theirs, others) = ((await bench.ProposeAsync(GateBench.Of(MailTo(Payer, "Dear Ms Quint")))).Number, (await bench.ProposeAsync(GateBench.Of(MailTo(Buyer, "Dear Mr Vell")))).Number);

        var report = (await EraseAsync(bench, Payer)).Value;

        Assert.Equal([theirs], report.Expired);
        Assert.Equal("GA-032", (await bench.ConfirmAsync(theirs)).Code);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(others)).End);
    }

    [Fact]
    public async Task MailThatFailed_ErasedAndTriedAgain_IsRefusedInsteadOfWaitingForEver()
    {
        var bench = await NewAsync();
        bench.Mails.Answer = _ => ExecutionResult.Failed("Refused.");
        var number = (await bench.ProposeAsync(GateBench.Of(MailTo(Payer, "Dear Ms Quint")))).Number;
        await bench.ConfirmAsync(number);
        await bench.Gate.RunAsync(number, Stop);
        await EraseAsync(bench, Payer);

        var again = await bench.DecideAsync(number, "hannah", new DecisionChoice.Retry());

        Assert.Equal("GA-052", again.Code);
        Assert.Empty(await bench.Gate.TidyAsync(Stop));
    }

    [Fact]
    public async Task ContactErased_WhileTheirMailIsAboutToGo_IsRefusedAndNothingGoes()
    {
        var bench = await NewAsync();
        var number = (await bench.ProposeAsync(GateBench.Of(MailTo(Payer, "Dear Ms Quint")))).Number;
        await bench.ConfirmAsync(number);

        var refused = await EraseAsync(bench, Payer);

        Assert.Equal("GA-051", refused.Fault?.Code);
        Assert.Equal(EffectState.Done, (await bench.Gate.RunAsync(number, Stop))!.Effects[0].State);
    }

    [Fact]
    public async Task Erasure_OnlyLookedAt_ChangesNothing()
    {
        var bench = await NewAsync();
        var number = (await bench.ProposeAsync(GateBench.Of(MailTo(Payer, "Dear Ms Quint")))).Number;

        var looked = (await EraseAsync(bench, really: false, Payer)).Value;

        Assert.Equal((1, 1), (looked.Keys.Count, looked.Texts));
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(number)).End);
    }

    [Fact]
    public async Task NoteThatNamesSomebody_ErasedByName_GoesWhoeversKeyItIsUnder()
    {
        var bench = await NewAsync();
        var (names, silent) = ((await bench.ProposeAsync(GateBench.Call("Öznur Quint pays on Friday."))).Number, (await bench.ProposeAsync(GateBench.Call("They pay on Monday."))).Number);
        await bench.DecideAsync(names, "hannah", new DecisionChoice.Reject("ÖZNUR QUINT says no"));
        await bench.DecideAsync(silent, "hannah", new DecisionChoice.Reject("later"));

        await EraseAsync(bench, "Öznur Quint");

        var (gone, kept) = ((await bench.Gate.ShowAsync(names, "hannah", Stop)).Value, (await bench.Gate.ShowAsync(silent, "hannah", Stop)).Value);
        Assert.Equal((typeof(ErasedEffect), "(erased)"), (gone.Effects[0].Effect.GetType(), gone.DecisionReason));
        Assert.Equal((GateBench.Note("They pay on Monday."), "later"), (kept.Effects[0].Effect, kept.DecisionReason));
    }

    [Theory]
    [InlineData("Quint")]
    [InlineData("hannah")]
    [InlineData("Somebody Else")]
    public async Task EmergencyStop_PersonInItsWordsErased_StandsOnWithoutThem(string erased)
    {
        var bench = await NewAsync();
        var number = (await bench.ProposeAsync(GateBench.Call())).Number;
        var stop = new KillSwitch(bench.Store, bench.Clock);
        await stop.SetAsync("hannah: Ms Quint was sent a wrong figure", "hannah", Stop);
        await using (var context = bench.Store.Copilot())
        {
            Assert.DoesNotContain("Quint", (await context.Settings.AsNoTracking().SingleAsync(setting => setting.Name == "gate.stopped", Stop)).Value, StringComparison.Ordinal);
        }

        Assert.Equal("hannah: Ms Quint was sent a wrong figure", await stop.SaidAsync(Stop));
        Assert.True((await EraseAsync(bench, erased)).Ok);

        Assert.Equal(erased == "Somebody Else" ? "hannah: Ms Quint was sent a wrong figure" : "(erased)", await stop.SaidAsync(Stop));
        Assert.Equal("GA-037", (await bench.ConfirmAsync(number, "luca")).Code);
        await stop.SetAsync(null, "victor", Stop);
        Assert.Null(await stop.SaidAsync(Stop));
    }

    [Fact]
    public async Task OneOfTheStaffErased_ConversationAndName_AreGoneAndTheLedgerCallsThemByAnAlias()
    {
        var bench = await NewAsync();
        await using var messages = new MessageStore(bench.Store);
        await SayAsync(messages, "hannah", "what does Quint owe");
        await SayAsync(messages, "luca", "what is late");
        await messages.TakeAsync(new IncomingMessage("directline:hannah", "waits", "hannah", "not answered yet", Said: true), Stop);

        await EraseAsync(bench, "hannah");

        var entries = (await new Ledger(bench.Store, bench.Clock).NewestAsync(100, Stop)).ToArray();
        Assert.Empty(await messages.WaitingAsync(Stop));
        Assert.Empty(await messages.TranscriptAsync("directline:hannah", 0, 10, Stop));
        Assert.Null(await messages.StateAsync("directline:hannah", "hannah", Stop));
        Assert.Equal(["luca asks", "luca is told"], (await messages.TranscriptAsync("directline:luca", 0, 10, Stop)).Select(entry => entry.Body));
        Assert.Equal("state of luca", await messages.StateAsync("directline:luca", "luca", Stop));
        Assert.DoesNotContain(entries, entry => entry.Who == "hannah");
        Assert.Equal(2, entries.Count(entry => entry.Kind == "asked" && entry.Who.StartsWith("p-", StringComparison.Ordinal)));
        Assert.Equal(1, entries.Count(entry => entry is { Kind: "asked", Who: "luca" }));
        Assert.True((await new Ledger(bench.Store, bench.Clock).VerifyAsync(Stop)).Ok);

        // one who comes back is somebody new
        await SayAsync(messages, "hannah", "what is late");
        Assert.Equal(2, (await new Ledger(bench.Store, bench.Clock).NewestAsync(100, Stop)).Where(entry => entry.Kind == "asked" && entry.Who != "luca").Select(entry => entry.Actor).Distinct().Count());
    }

    [Fact]
    public async Task WhatIsSaid_InTheLedger_CanBeFollowedFromTheQuestionToTheReceiptWithoutItsText()
    {
        var bench = await NewAsync();
        await using var messages = new MessageStore(bench.Store);
        var asked = (await messages.TakeAsync(new IncomingMessage("directline:1", "a", "hannah", "a very private question", Said: true), Stop))!;
        var view = (await bench.Gate.SubmitAsync(new ProposalRequest("test", "{}", "hannah", "directline:1", GateBench.Call("a very private note")) { Question = asked.Number }, Stop)).Value;
        await messages.FinishAsync(asked, new FinishedMessage("proposal", "receivables_log_call", "{\"note\":\"a very private note\"}", null, null, [new OutgoingMessage("a very private answer", null)], "embedded 1"), Stop);

        var entries = (await new Ledger(bench.Store, bench.Clock).NewestAsync(10, Stop)).Reverse().ToArray();

        Assert.Equal(["hannah asked Q-1", "hannah proposed P-1", "copilot called Q-1", "copilot answered Q-1"], entries.Select(entry => $"{entry.Who} {entry.Kind} {entry.About}"));
        Assert.Contains("\"question\":\"Q-1\"", entries[1].Payload, StringComparison.Ordinal);
        Assert.Contains("embedded 1", entries[2].Payload, StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.DoesNotContain("private", entry.Payload, StringComparison.Ordinal));
        Assert.Equal(view.Number, (await bench.Gate.ShowAsync("P-1", "hannah", Stop)).Value.Number);
    }

    [Theory]
    [InlineData("\"Text\":\"s1:", "\"Text\":\"s1:1")]
    [InlineData("\"Text\":\"s1:", "\"Text\":\"s1:x")]
    [InlineData("\"Shell\":\"s1:", "\"Shell\":\"s1:,")]
    [InlineData("\"Basis\":\"s1:", "\"Basis\":\"s1")]
    [InlineData("\"}]}", "AAAA\"}]}")]
    public async Task SealedTextOfAProposal_Altered_IsNotConfirmedAndKeepsNobodyFromTheOthers(string from, string to)
    {
        var bench = await NewAsync();
        var (altered, other) = ((await bench.ProposeAsync(GateBench.Call("one"))).Number, (await bench.ProposeAsync(GateBench.Call("two"))).Number);
        await bench.ChangeAsync(async context =>
        {
            var row = await context.Proposals.SingleAsync(row => row.Id == 1, Stop);
            var text = Encoding.UTF8.GetString(row.Payload);
            Assert.Contains(from, text, StringComparison.Ordinal);
            row.Payload = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
        });

        Assert.Equal("GA-036", (await bench.ConfirmAsync(altered)).Code);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(other)).End);
        Assert.Equal(EffectState.Done, (await bench.Gate.RunAsync(other, Stop))!.Effects[0].State);
        Assert.Empty(await bench.Gate.TidyAsync(Stop));
    }

    [Fact]
    public async Task PastAction_RebuiltFromItsProposal_IsTheQuestionTheBytesAndTheAnswerThatTheLedgerNames()
    {
        var bench = await NewAsync();
        await using var messages = new MessageStore(bench.Store);
        await SayAsync(messages, "hannah", "something else");
        var asked = (await messages.TakeAsync(new IncomingMessage("directline:1", "a", "hannah", "remind them", Said: true), Stop))!;
        var proposal = GateBench.Of(MailTo(Payer, "Dear Ms Quint"));
        bench.Again = () => proposal;
        var view = (await bench.Gate.SubmitAsync(new ProposalRequest("test", "{}", "hannah", "directline:1", proposal) { Question = asked.Number }, Stop)).Value;
        await messages.FinishAsync(asked, new FinishedMessage("proposal", "receivables_draft_reminder", "{\"customer\":\"Maple\"}", null, null, [new OutgoingMessage("the card", null)], "embedded 1"), Stop);
        await bench.Gate.PresentedAsync(view, "hannah", Stop);
        await bench.ConfirmAsync(view.Number);
        await bench.Gate.RunAsync(view.Number, Stop);
        var past = new PastActions(bench.Store, PolicyBook.Read(PolicyBook.Default(), "policy.yaml", null).Value, bench.Clock);

        var (byProposal, byQuestion) = ((await past.FindAsync(view.Number, Stop))!, (await past.FindAsync(asked.Number, Stop))!);

        Assert.Equal(["asked", "proposed", "called", "answered", "presented", "confirmed", "executing", "done"], byProposal.Entries.Select(entry => entry.Kind));
        Assert.Equal(byProposal.Entries, byQuestion.Entries);
        Assert.Equal([("asked", "remind them"), ("arguments", "{\"customer\":\"Maple\"}"), ("answered", "the card")], byProposal.Texts.Select(text => (text.What, text.Text!)));
        Assert.Equal(view.Proposal.Title, EffectJson.Read(Assert.Single(byProposal.Proposals).Bytes).Title);
        Assert.Null(await past.FindAsync("P-99", Stop));

        await EraseAsync(bench, Payer, "hannah");
        var left = (await past.FindAsync(view.Number, Stop))!;
        Assert.Equal((8, 3, null), (left.Entries.Count(entry => entry.Kind != "erased"), left.Texts.Count(text => text.Text is null), left.Proposals[0].Bytes));
    }

    private static SendMail MailTo(string address, string text) =>
        new(GateBench.Maple, [new Recipient("", address)], "Reminder", text, Language.En, MailPurpose.Reminder, ReminderLevel.Friendly, [GateBench.Invoice(1)], []);

    private static bool EffectsAlike(Effect one, Effect other) => EffectJson.Write(GateBench.Of(one)).AsSpan().SequenceEqual(EffectJson.Write(GateBench.Of(other)));

    private static async Task SayAsync(MessageStore messages, string person, string text)
    {
        var taken = (await messages.TakeAsync(new IncomingMessage($"directline:{person}", Guid.NewGuid().ToString("N"), person, text, $"{person} asks", Said: true), Stop))!;
        await messages.FinishAsync(taken, new FinishedMessage("answer", null, null, $"state of {person}", "{}", [new OutgoingMessage($"{person} is told", null)], "embedded 1"), Stop);
    }

    private static Task<Result<ErasureReport>> EraseAsync(GateBench bench, params string[] called) => EraseAsync(bench, really: true, called);

    private static async Task<Result<ErasureReport>> EraseAsync(GateBench bench, bool really, params string[] called) =>
        await new PersonEraser(bench.Store, bench.Clock).EraseAsync(ErasureTerms.Of(called).Value, "victor", really, Stop);
}
