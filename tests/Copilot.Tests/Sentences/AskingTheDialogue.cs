using Copilot.Conversation;
using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Tests.Sentences;

public sealed class AskingTheDialogue(SampleFixture sample)
{
    private readonly Dialogue _dialogue = new(TestEngine.Engine, new StoreCompany(sample.Store, TimeProvider.System, SampleFixture.Day), null, TimeProvider.System, NullLogger<Dialogue>.Instance);

    [Fact]
    public async Task QuestionAboutMoney_OfACollector_IsAnsweredWithEvidence()
    {
        await using var report = await AskAsync("hannah.price", "overdue invoices in the UK");

        Assert.Equal((Outcome.Answer, "receivables_overdue"), (report.Outcome, report.Tool));
        Assert.Equal("UK", report.Arguments["region"]?.ToString());
        Assert.NotEmpty(report.Answer!.Evidence);
        Assert.NotEmpty(report.State.Rows);
        Assert.InRange(report.Understanding, TimeSpan.Zero, report.Elapsed);
    }

    [Fact]
    public async Task RowOfTheLastTable_ByItsPlace_IsOpened()
    {
        await using var table = await AskAsync("hannah.price", "overdue invoices");
        await using var row = await AskAsync("hannah.price", "open the second one", table.State);

        Assert.Equal((Outcome.Answer, "receivables_invoice", table.State.Rows[1]), (row.Outcome, row.Tool, row.Arguments["invoice"]?.ToString()));
    }

    [Theory]
    [InlineData("show SO-99999", "LA-003", "SO-")]
    [InlineData("show invoice INV-99999", "LA-003", "INV-")]
    public async Task DocumentThatIsNotThere_AskedFor_OffersTheNearest(string sentence, string code, string nearest)
    {
        await using var report = await AskAsync("ben.carter", sentence);

        Assert.Equal((Outcome.Clarify, code), (report.Outcome, report.Code));
        Assert.NotEmpty(report.Choices);
        Assert.All(report.Choices, choice => Assert.StartsWith(nearest, choice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CustomerOfAnotherRegion_AskedForByARep_IsNotFoundAndNotOffered()
    {
        await using var report = await AskAsync("tom.lindqvist", "overdue invoices of Trendhaus");

        Assert.Equal((Outcome.Clarify, "LA-003"), (report.Outcome, report.Code));
        Assert.DoesNotContain("Trendhaus", report.Choices);
    }

    [Fact]
    public async Task AmbiguousName_AskedByARepOfAnotherRegion_OffersNothingOfIt()
    {
        await using var report = await AskAsync("tom.lindqvist", "overdue invoices of Kingsway");

        Assert.Equal(Outcome.Clarify, report.Outcome);
        Assert.DoesNotContain(report.Choices, choice => choice.StartsWith("Kingsway", StringComparison.Ordinal));
        Assert.DoesNotContain("Kingsway Pharmacy", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("olivia.grant", "overdue invoices", "receivables")]
    [InlineData("ilse.devries", "aging by region", "receivables")]
    [InlineData("ben.carter", "show the pipeline by stage", "crm")]
    public async Task SubjectThatARoleMayNotSee_AskedFor_IsRefusedNamingWhomToAsk(string person, string sentence, string subject)
    {
        await using var report = await AskAsync(person, sentence);

        Assert.Equal((Outcome.Refused, "LA-011"), (report.Outcome, report.Code));
        Assert.Contains(subject, report.Message, StringComparison.Ordinal);
        Assert.Contains("Ask ", report.Message, StringComparison.Ordinal);
        Assert.Null(report.Answer);
    }

    [Fact]
    public async Task FunctionNotBuilt_AskedFor_SaysSoByName()
    {
        await using var report = await AskAsync("nadia.hassan", "reprocess EDI-88012");

        Assert.Equal((Outcome.Unavailable, "edi_reprocess"), (report.Outcome, report.Tool));
        Assert.Contains("edi_reprocess", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "LA-001")]
    [InlineData(" \t\r\n ", "LA-001")]
    [InlineData("\u0000\u0007\u001b", "LA-001")]
    public async Task NothingTyped_Asked_SaysWhatToType(string sentence, string code)
    {
        await using var report = await AskAsync("hannah.price", sentence);

        Assert.Equal((Outcome.Decline, code), (report.Outcome, report.Code));
        Assert.NotNull(report.Message);
    }

    [Fact]
    public async Task TenThousandCharacters_Asked_AreTurnedAwayPlainly()
    {
        await using var report = await AskAsync("hannah.price", new string('x', 10_000));

        Assert.Equal("LA-002", report.Code);
        Assert.Contains("10,000", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ControlCharactersWithinASentence_Asked_AreReadPast()
    {
        await using var report = await AskAsync("hannah.price", "overdue\u0000 invoices\u001b in\tthe UK");

        Assert.Equal((Outcome.Answer, "receivables_overdue"), (report.Outcome, report.Tool));
    }

    [Theory]
    [InlineData("top 500 overdue invoices", "LA-005")]
    [InlineData("due in the next 9000 days", "LA-005")]
    public async Task NumberOutOfRange_Asked_SaysTheRange(string sentence, string code)
    {
        await using var report = await AskAsync("hannah.price", sentence);

        Assert.Equal((Outcome.Clarify, code), (report.Outcome, report.Code));
    }

    [Fact]
    public async Task UnknownPerson_Asking_IsAFaultWithTheNearest()
    {
        var asked = await _dialogue.AskAsync("overdue", ConversationState.Empty, "hanna.prize", TestContext.Current.CancellationToken);

        Assert.False(asked.Ok);
        Assert.Contains("hannah.price", asked.Fault.Suggestions);
    }

    [Fact]
    public async Task OrderByItsPo_Asked_IsTheOrder()
    {
        var order = sample.Records.Orders.First(row => row.CustomerPo is { Length: 10 } po && sample.Records.Orders.Count(other => other.CustomerPo == po) == 1);

        await using var report = await AskAsync("ben.carter", $"show PO {order.CustomerPo}");

        Assert.Equal((Outcome.Answer, "orders_show", order.CustomerPo), (report.Outcome, report.Tool, report.Arguments["order"]?.ToString()));
        Assert.Contains(order.Number, report.Answer!.Title + string.Join(' ', report.Answer.Evidence.SelectMany(evidence => evidence.Records)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverySuggestedNextQuestion_OfTheFirstAnswers_WorksAsTyped()
    {
        foreach (var sentence in (string[])["overdue invoices", "aging by region", "orders on hold", "OTIF this month", "who should I call today", "credit exposure"])
        {
            await using var report = await AskAsync("nadia.hassan", sentence);
            foreach (var next in report.Answer!.Next)
            {
                await using var followed = await AskAsync("nadia.hassan", next, report.State);
                Assert.True(followed.Outcome is Outcome.Answer or Outcome.Unavailable, $"\"{next}\" after \"{sentence}\": {followed.Outcome} {followed.Message}");
            }
        }
    }

    private async Task<TurnReport> AskAsync(string person, string sentence, ConversationState? state = null) =>
        (await _dialogue.AskAsync(sentence, state ?? ConversationState.Empty, person, TestContext.Current.CancellationToken)).Value;
}
