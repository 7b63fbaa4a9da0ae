using Copilot.Conversation;

namespace Copilot.Tests.Sentences;

/// <summary>What an action has no place for is never dropped: nothing is proposed, and it is said why.</summary>
public sealed class ActionsAsTheyWereSaid
{
    [Theory]
    [InlineData("draft reminders for everything overdue without Novaline Online", "without Novaline Online")]
    [InlineData("send reminders for everything over 30 days except Trendhaus", "except Trendhaus")]
    [InlineData("Mahnungen für alles über 30 Tage ohne Trendhaus", "ohne Trendhaus")]
    [InlineData("rédige des relances pour tout ce qui est échu sauf Galerie Marchand", "sauf Galerie Marchand")]
    [InlineData("herinneringen voor alles boven 30 dagen behalve De Gouden Linde", "behalve De Gouden Linde")]
    [InlineData("don't cancel SO-10220", "don")]
    [InlineData("please do not release SO-10220", "not")]
    [InlineData("bitte storniere SO-10220 nicht", "")]
    [InlineData("can you cancel SO-10226 if the customer does not answer until friday", "if the customer does not answer until friday")]
    [InlineData("should I cancel SO-10226?", "whether")]
    [InlineData("why was SO-10227 cancelled", "why")]
    [InlineData("hold SO-10190 and SO-10191", "SO-10190 or SO-10191")]
    [InlineData("release SO-10190, SO-10191", "SO-10190 or SO-10191")]
    [InlineData("new order for Kaufhaus Adler: -5 LL-CDL-200", "-5")]
    [InlineData("new order for Kaufhaus Adler: 2 cartons LL-CDL-200", "cartons")]
    [InlineData("new order for Kaufhaus Adler: 24 LL-CDL-200 at 1.00 EUR", "1.00 EUR")]
    [InlineData("new order for Kaufhaus Adler: 24 LL-CDL-200 and LL-HND-250", "LL-HND-250")]
    [InlineData("apply 1000 of PAY-50057 to INV-20719", "1000")]
    [InlineData("allocate 120 units of LL-DIF-200 to SO-10092", "")]
    [InlineData("turn off reminders for Warszawa Beauty until 1.12.2026", "1.12.2026")]
    [InlineData("send Hannah and Luca their worklists every day", "Luca")]
    [InlineData("send the collectors their worklist every day except friday", "except friday")]
    public void ActionWithMoreThanItTakes_Understood_ProposesNothing(string text, string names)
    {
        var understood = TestEngine.Understand(text);

        Assert.NotEqual(Verdict.Call, understood.Verdict);
        Assert.Contains(names, understood.Message, StringComparison.Ordinal);
        Assert.Null(understood.Question);
    }

    [Theory]
    [InlineData("cancel SO-10220 because they do not want it any more", "orders_cancel")]
    [InlineData("hold SO-10220: not before they pay", "orders_hold")]
    [InlineData("do not ship SO-10220 before they have paid", "orders_hold")]
    [InlineData("don't remind Trendhaus any more", "receivables_set_reminders")]
    [InlineData("log a call with Trendhaus: they will not pay before Friday if the goods stay away", "receivables_log_call")]
    [InlineData("open a dispute on INV-20417 because 3 cartons were not delivered", "receivables_open_dispute")]
    [InlineData("new order for Kaufhaus Adler: 24 LL-CDL-200 and 12 LL-HND-250, PO 4711", "orders_create")]
    [InlineData("credit INV-20417 with 120.50 because 2 pieces were broken", "receivables_credit_note")]
    [InlineData("draft reminders for everything over 30 days", "receivables_draft_reminders")]
    [InlineData("apply PAY-50057 to INV-20719 and INV-20720", "receivables_apply_cash")]
    [InlineData("Trendhaus promised to pay 1000 EUR on 5 December 2026", "receivables_record_promise")]
    public void ActionWithAReasonOrItsOwnArguments_Understood_IsCalled(string text, string tool)
    {
        var understood = TestEngine.Understand(text);

        Assert.Equal((Verdict.Call, tool), (understood.Verdict, understood.Tool));
    }

    [Theory]
    [InlineData("no forget it")]
    [InlineData("nein")]
    [InlineData("laisse tomber")]
    [InlineData("cancel")]
    public void ReasonAskedFor_GivenUp_ProposesNothing(string answer)
    {
        var understood = TestEngine.Understand("hold SO-10220", answer);

        Assert.Equal((Verdict.Clarify, "Then nothing is proposed."), (understood.Verdict, understood.Message));
        Assert.Null(understood.Question);
    }

    [Fact]
    public void PurchaseOrderOfFewDigits_SaidToBeOne_IsTaken() =>
        Assert.Contains("po=4711", TestEngine.Line(TestEngine.Understand("new order for Kaufhaus Adler: 24 LL-CDL-200, PO 4711")), StringComparison.Ordinal);

    [Fact]
    public void ReasonAskedFor_AnotherOrderGiven_IsTheNewRequest() =>
        Assert.Equal("orders_cancel order=SO-10215 reason=the customer asked", TestEngine.Line(TestEngine.Understand("annuler la commande SO-10227", "cancel SO-10215 because the customer asked")));

    [Theory]
    [InlineData("SO-10220")]
    [InlineData("annuleer order SO-10226")]
    public void ReasonAskedFor_CommandOrNumberInstead_IsNoReason(string answer)
    {
        var understood = TestEngine.Understand("cancel SO-10227", answer);

        Assert.False(understood is { Verdict: Verdict.Call, Tool: "orders_cancel" });
    }

    [Fact]
    public void NameAskedFor_WholeRequestThatNamesOne_IsTheNewRequest()
    {
        var understood = TestEngine.Understand("draft a reminder for Kingsway", "draft reminders for everything over 30 days except Kingsway Pharmacy");

        Assert.NotEqual(Verdict.Call, understood.Verdict);
        Assert.Contains("except Kingsway Pharmacy", understood.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReasonAskedFor_Given_IsTaken() =>
        Assert.Equal("orders_cancel order=SO-10227 reason=the customer went out of business", TestEngine.Line(TestEngine.Understand("cancel SO-10227", "the customer went out of business")));
}
