using Copilot.Bot;
using Copilot.Data;
using Copilot.IntegrationTests.Support;
using Copilot.Gate;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.IntegrationTests.Gate;

/// <content>Nobody is asked to decide while it is quiet where they are.</content>
public abstract partial class GateCompliance
{
    private const string Patient = "- {effect: promise or call note or reminder setting, request: [collector], confirm: [collector], valid_hours: 200}";
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 21, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ColleagueAskedOnAFridayNight_InTeams_GetsTheCardOnMondayMorning()
    {
        var bench = await NewAsync(Patient);
        await using var messages = await MeetAsync(bench, "luca", "msteams");
        using var worker = Worker(bench, messages);
        bench.Clock.Now = Evening;
        var view = await GivenToLucaAsync(bench);

        Assert.Equal(new Asked(Reached: true, Monday), await worker.AskAsync(view, "luca", Stop));
        await worker.AskDueAsync(Stop);
        Assert.Empty(await messages.Outbox.DueAsync(10, Stop));
        Assert.Equal("GA-034", (await bench.ConfirmAsync(view.Number, "luca")).Code);

        // who asks is answered at any hour, in the same conversation
        await ReplyAsync(bench, messages, "msteams", "the answer");
        Assert.Equal("the answer", Assert.Single(await messages.Outbox.DueAsync(10, Stop)).Body);

        bench.Clock.Now = Monday;
        await worker.AskDueAsync(Stop);
        await worker.AskDueAsync(Stop);
        Assert.Contains(view.Number, Assert.Single(await messages.Outbox.DueAsync(10, Stop), message => message.Body != "the answer").Body, StringComparison.Ordinal);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, "luca")).End);
    }

    [Fact]
    public async Task ColleagueAskedAtNight_DecidedMeanwhile_IsLeftInPeace()
    {
        var bench = await NewAsync(Patient);
        await using var messages = await MeetAsync(bench, "luca", "msteams");
        using var worker = Worker(bench, messages);
        bench.Clock.Now = Evening;
        var view = await GivenToLucaAsync(bench);
        await worker.AskAsync(view, "luca", Stop);
        await bench.ConfirmAsync(view.Number);

        bench.Clock.Now = Monday;
        await worker.AskDueAsync(Stop);

        Assert.Empty(await messages.Outbox.DueAsync(10, Stop));
    }

    [Theory]
    [InlineData("msteams", 10)]
    [InlineData("directline", 21)]
    public async Task ColleagueAsked_ByDayOrOnThePage_GetsTheCardAtOnce(string channel, int hour)
    {
        var bench = await NewAsync(Patient);
        await using var messages = await MeetAsync(bench, "luca", channel);
        using var worker = Worker(bench, messages);
        bench.Clock.Now = new DateTimeOffset(2026, 11, 20, hour, 0, 0, TimeSpan.Zero);
        var view = await GivenToLucaAsync(bench);

        Assert.Equal(new Asked(Reached: true), await worker.AskAsync(view, "luca", Stop));

        var said = channel == "directline"
            ? (await messages.TranscriptAsync($"{channel}:talk", 0, 10, Stop)).Select(entry => entry.Body) : (await messages.Outbox.DueAsync(10, Stop)).Select(message => message.Body);
        Assert.Contains(view.Number, Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColleagueWhoWasNeverMet_Asked_IsNotSaidToBeReached()
    {
        var bench = await NewAsync(Patient);
        await using var messages = new MessageStore(bench.Store);
        using var worker = Worker(bench, messages);

        Assert.Equal(new Asked(Reached: false), await worker.AskAsync(await GivenToLucaAsync(bench), "luca", Stop));
    }

    private static async Task<ProposalView> GivenToLucaAsync(GateBench bench)
    {
        var view = await bench.ProposeAsync(GateBench.Call());
        return (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("luca"))).View!;
    }

    private static GateWorker Worker(GateBench bench, MessageStore messages) =>
        new(bench.Gate, messages, new Whereabouts(messages), new Replies(new PublicAddress(new Uri("https://copilot.example"), null!)), new LineHub(), bench.Store, QuietHours.Usual, bench.Clock, NullLogger<GateWorker>.Instance);

    private static async Task<MessageStore> MeetAsync(GateBench bench, string person, string channel)
    {
        var messages = new MessageStore(bench.Store);
        var taken = (await messages.TakeAsync(new IncomingMessage($"{channel}:talk", "1", person, "{}"), Stop))!;
        var reference = $$$"""{"type":"reference","channelId":"{{{channel}}}","serviceUrl":"https://channel.example","conversation":{"id":"talk"},"from":{"id":"bot"},"recipient":{"id":"{{{person}}}"}}""";
        await messages.FinishAsync(taken, new FinishedMessage("answer", null, null, "{}", reference, []), Stop);
        return messages;
    }

    private static async Task ReplyAsync(GateBench bench, MessageStore messages, string channel, string text)
    {
        var taken = (await messages.TakeAsync(new IncomingMessage($"{channel}:talk", "2", "luca", "{}"), Stop))!;
        await messages.FinishAsync(taken, new FinishedMessage("answer", null, null, null, null, [new OutgoingMessage(text, "https://channel.example")]), Stop);
        Assert.True(bench.Clock.Now < Monday);
    }
}
