using System.Text;
using Copilot.Bot;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Tests.Bot;

/// <summary>What is asked again is not computed again while nothing has changed, and is as soon as anything has.</summary>
public sealed class QuestionsAskedAgain(SampleFixture sample, UnderstandingFixture understanding)
{
    private const string Question = "what does Kaufhaus Adler owe us";
    private const string Asker = "nadia.hassan";

    private readonly Clock _time = new();

    public static TheoryData<string> Sentences => CardsOfRealSentences.Sentences;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task AnySentence_AskedAgain_ShowsTheSameCardWithTheButtonsOfItsOwnTurn(string sentence)
    {
        var dialogue = Dialogue(sample.Store);
        var first = await ShowAsync(dialogue, sentence);
        var computed = await ShowAsync(dialogue, sentence, turn: "2", keep: false);

        var again = await ShowAsync(dialogue, sentence, turn: "2");

        Assert.Equal(computed, again with { Computed = computed.Computed });
        Assert.Equal(first.Card.Replace("\"turn\":\"1\"", "\"turn\":\"2\"", StringComparison.Ordinal), again.Card);
    }

    [Fact]
    public async Task NothingChanged_AskedAgain_IsNotComputed()
    {
        var dialogue = Dialogue(sample.Store);
        Assert.True((await ShowAsync(dialogue, Question)).Computed);

        Assert.False((await ShowAsync(dialogue, Question)).Computed);
        Assert.False((await ShowAsync(dialogue, "What does Kaufhaus Adler owe us?")).Computed);
    }

    [Fact]
    public async Task RecordsChanged_AskedAgain_ShowsTheNewFigures()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var dialogue = Dialogue(own.Store);
        var before = await ShowAsync(dialogue, Question);
        await own.ChangeAsync(async context => (await context.Customers.SingleAsync(row => row.Name == "Kaufhaus Adler", Token)).RemindersOff = true);

        var after = await ShowAsync(dialogue, Question);

        Assert.True(after.Computed);
        Assert.NotEqual(before.Card, after.Card);
    }

    [Fact]
    public async Task RightsChanged_AskedAgain_ShowsNoMoreThanTheyAllow()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var dialogue = Dialogue(own.Store);
        await ShowAsync(dialogue, Question);
        await own.ChangeAsync(async context => await context.RoleVisibilities.Where(rule => rule.Area == Area.Receivables).ForEachAsync(rule => rule.Level = Visibility.None, Token));

        var after = await ShowAsync(dialogue, Question);

        Assert.Equal(Outcome.Refused, after.Outcome);
    }

    [Fact]
    public async Task AnotherPersonWhoSeesLess_AsksTheSame_GetsTheirOwn()
    {
        var dialogue = Dialogue(sample.Store);
        var whole = await ShowAsync(dialogue, "aging by customer");

        var own = await ShowAsync(dialogue, "aging by customer", person: "maya.okafor");

        Assert.True(own.Computed);
        Assert.NotEqual(whole.Card, own.Card);
    }

    [Fact]
    public async Task AnotherSurface_AsksTheSame_GetsItsOwnButtons()
    {
        var dialogue = Dialogue(sample.Store);
        await ShowAsync(dialogue, Question, surface: CardReading.Teams);

        var page = await ShowAsync(dialogue, Question, surface: CardReading.Page);

        Assert.True(page.Computed);
        Assert.DoesNotContain("Action.Execute", page.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherDayOrFiveMinutesLater_AskedAgain_IsComputed()
    {
        var dialogue = Dialogue(sample.Store);
        await ShowAsync(dialogue, Question);
        _time.Move(TimeSpan.FromMinutes(5));
        Assert.True((await ShowAsync(dialogue, Question)).Computed);
        Assert.False((await ShowAsync(dialogue, Question)).Computed);

        _time.Move(TimeSpan.FromHours(15));

        Assert.True((await ShowAsync(dialogue, Question)).Computed);
    }

    [Fact]
    public async Task WhatWaitsAtTheGate_AskedAgain_IsAlwaysComputed()
    {
        var dialogue = Dialogue(sample.Store);
        await ShowAsync(dialogue, "what is waiting for me");

        var again = await ShowAsync(dialogue, "what is waiting for me");

        Assert.Equal((Outcome.Answer, true), (again.Outcome, again.Computed));
    }

    [Fact]
    public async Task MoreAnswersThanAreKept_FirstOneAskedAgain_IsComputedAndRight()
    {
        var dialogue = Dialogue(sample.Store);
        var first = await ShowAsync(dialogue, "overdue invoices more than 1 days");
        for (var days = 2; days < 132; days++)
        {
            await ShowAsync(dialogue, $"overdue invoices more than {days} days");
        }

        Assert.Equal(first, await ShowAsync(dialogue, "overdue invoices more than 1 days"));
        Assert.False((await ShowAsync(dialogue, "overdue invoices more than 131 days")).Computed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ChangesAndQuestionsInAnyOrder_AskedAgain_ShowWhatIsComputed(int seed)
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var (dialogue, random, kept) = (Dialogue(own.Store), new Random(seed), 0);
        string[] people = [Asker, "hannah.price", "maya.okafor"];
        string[] questions = [Question, "aging by customer", "open orders for Trendhaus", "overdue invoices", "open orders"];
        for (var step = 0; step < 80; step++)
        {
            if (random.Next(5) == 0)
            {
                await own.ChangeAsync(context => ChangeAsync(context, random));
            }

            _time.Move(TimeSpan.FromSeconds(random.Next(60)));
            var (person, question) = (people[random.Next(people.Length)], questions[random.Next(questions.Length)]);
            var shown = await ShowAsync(dialogue, question, person: person);
            var computed = await ShowAsync(dialogue, question, person: person, keep: false);
            kept += shown.Computed ? 0 : 1;
            Assert.Equal(computed with { Computed = shown.Computed }, shown);
        }

        Assert.InRange(kept, 5, 60);
    }

    private static async Task ChangeAsync(CompanyContext context, Random random)
    {
        if (random.Next(2) == 0)
        {
            var invoices = await context.Invoices.Where(row => row.OpenMinor > 0).OrderBy(row => row.Id).ToListAsync(Token);
            invoices[random.Next(invoices.Count)].DueOn = SampleFixture.Day.AddDays(-random.Next(200));
        }
        else
        {
            var orders = await context.Orders.Where(row => row.Status != OrderStatus.Invoiced).OrderBy(row => row.Id).ToListAsync(Token);
            orders[random.Next(orders.Count)].CustomerPo = $"PO-{random.Next(1_000_000)}";
        }
    }

    private Dialogue Dialogue(CompanyStore store) => new(understanding.Engine, new StoreCompany(store, _time, null), null, _time, NullLogger<Dialogue>.Instance);

    private static async Task<Shown> ShowAsync(Dialogue dialogue, string sentence, string turn = "1", string person = Asker, CardSurface? surface = null, bool keep = true)
    {
        var on = surface ?? CardReading.Teams;
        await using var report = (await dialogue.AskAsync(sentence, ConversationState.Empty, person, keep ? on : null, Token)).Value;
        var computed = report.Answer is not { } answer || report.Kept is not { } kept || !kept.Shown.ContainsKey(on);
        return new Shown(report.Outcome, computed, Encoding.UTF8.GetString((await new AnswerCards(on).MadeAsync(report, new CardView(turn), Token)).Utf8.Span), AnswerCards.PlainText(report), report.State.ToJson());
    }

    private sealed record Shown(Outcome Outcome, bool Computed, string Card, string Plain, string State);

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(SampleFixture.Day, new TimeOnly(10, 0), TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _now.Ticks;

        public void Move(TimeSpan by) => _now += by;
    }
}
