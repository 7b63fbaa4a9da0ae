using Copilot.Conversation;

namespace Copilot.Tests.Sentences;

public sealed class FollowUps
{
    [Theory]
    [InlineData("overdue invoices for Trendhaus", "and for Kaufhaus Adler?", "receivables_overdue customer=Kaufhaus Adler")]
    [InlineData("who is overdue in DACH", "only over 60 days", "receivables_overdue min_days=60 region=DACH")]
    [InlineData("dso by customer last month", "same for last quarter", "receivables_dso by=customer period=last-quarter")]
    [InlineData("OTIF this month by warehouse", "by region instead", "orders_kpis by=region period=this-month")]
    [InlineData("offene Aufträge von Trendhaus", "und für Drogerie Sonnen?", "orders_find customer=Drogerie Sonnen status=open")]
    [InlineData("SLA im Lager Daventry letzten Monat", "und für Venlo?", "logistics_sla period=last-month warehouse=VEN")]
    [InlineData("encours de Galerie Marchand", "et pour Parfumerie Lavigne ?", "receivables_credit customer=Parfumerie Lavigne")]
    [InlineData("achterstallige facturen in de Benelux", "en voor Frankrijk?", "receivables_overdue region=France")]
    [InlineData("show invoice INV-20444", "what about INV-20533?", "receivables_invoice invoice=INV-20533")]
    [InlineData("overdue for Trendhaus", "and for the UK?", "receivables_overdue region=UK")]
    [InlineData("overdue invoices", "top 5", "receivables_overdue limit=5")]
    public void SentenceThatLeavesOut_AfterAnother_CarriesOver(string first, string second, string expected) => Assert.Equal(expected, TestEngine.Line(TestEngine.Understand(first, second)));

    [Fact]
    public void FullQuestion_AfterAnother_ReplacesIt() =>
        Assert.Equal("crm_pipeline owner=Tom Lindqvist", TestEngine.Line(TestEngine.Understand("overdue in DACH over 60 days", "show me the pipeline of Tom")));

    [Theory]
    [InlineData("which orders are on hold", "was ist bei Kaufhaus Adler überfällig", "receivables_overdue customer=Kaufhaus Adler")]
    [InlineData("which orders are on hold", "what is overdue at Trendhaus", "receivables_overdue customer=Trendhaus")]
    [InlineData("welche Aufträge sind gesperrt", "welche Lieferungen sind in Venlo zu spät raus", "logistics_exceptions kind=late warehouse=VEN")]
    public void QuestionOfItsOwn_AfterAnother_IsNoFollowUp(string first, string second, string expected) => Assert.Equal(expected, TestEngine.Line(TestEngine.Understand(first, second)));

    [Theory]
    [InlineData("show SO-10330", "put it on hold because of the address", "orders_hold order=SO-10330 reason=the address")]
    [InlineData("show SO-10330", "what would release it?", "orders_release_options order=SO-10330")]
    [InlineData("account overview Pinecrest", "send them a statement", "receivables_send_statement customer=Pinecrest Pharmacies")]
    public void Pronoun_AfterADocumentOrCustomer_MeansIt(string first, string second, string expected) => Assert.Equal(expected, TestEngine.Line(TestEngine.Understand(first, second)));

    [Theory]
    [InlineData("orders on hold", "the first one", "orders_show order=SO-10001")]
    [InlineData("orders on hold", "die zweite", "orders_show order=SO-10002")]
    [InlineData("orders on hold", "open the last one", "orders_show order=SO-10003")]
    [InlineData("orders on hold", "check the second one", "orders_check order=SO-10002")]
    public void RowOfTheLastTable_ByItsPlace_GivesItsNumber(string first, string second, string expected) =>
        Assert.Equal(expected, TestEngine.Line(TestEngine.Understand([first, second], ["SO-10001", "SO-10002", "SO-10003"])));

    [Fact]
    public void RowThatIsNotThere_ByItsPlace_IsAskedAbout()
    {
        var understanding = TestEngine.Understand(["orders on hold", "the fourth one"], ["SO-10001", "SO-10002"]);

        Assert.Equal(Verdict.Clarify, understanding.Verdict);
        Assert.Contains("2 rows", understanding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kingsway Pharmacy")]
    [InlineData("the second")]
    [InlineData("2")]
    [InlineData("pharmacy")]
    public void QuestionBack_Answered_GoesOn(string answer) => Assert.Equal("receivables_overdue customer=Kingsway Pharmacy", TestEngine.Line(TestEngine.Understand("overdue invoices of Kingsway", answer)));

    [Fact]
    public void QuestionForFreeText_Answered_TakesTheAnswerAsTyped() =>
        Assert.Equal("orders_hold order=SO-10222 reason=the price list is wrong", TestEngine.Line(TestEngine.Understand("put SO-10222 on hold", "the price list is wrong")));

    [Fact]
    public void QuestionBack_FollowedByAnotherRequest_IsDropped() =>
        Assert.Equal("receivables_aging region=DACH", TestEngine.Line(TestEngine.Understand("put SO-10222 on hold", "show me the aging for DACH")));

    [Fact]
    public void State_WrittenAndReadAgain_IsTheSameMemory()
    {
        var question = TestEngine.Understand("overdue invoices of Kingsway").Question;
        var state = ConversationState.Empty with
        {
            Tool = "receivables_overdue", Arguments = new System.Text.Json.Nodes.JsonObject { ["min_days"] = 60 }, Rows = ["INV-20001"], Question = question,
            Entities = new Dictionary<string, string> { ["company"] = "Trendhaus" }, Language = Copilot.Core.Language.De,
        };
        var again = ConversationState.FromJson(state.ToJson());

        Assert.Equal(state.ToJson(), again.ToJson());
        Assert.Equal(("Trendhaus", 2, Copilot.Core.Language.De), (again.Entities["company"], again.Question!.Choices.Count, again.Language));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{not json")]
    [InlineData("[1,2]")]
    public void DamagedState_Read_BeginsAnew(string json) => Assert.Equal(ConversationState.Empty.ToJson(), ConversationState.FromJson(json).ToJson());
}
