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
    [InlineData("cancel SO-11220 line 2", "line 2")]
    [InlineData("write off 100 on INV-20857", "100")]
    [InlineData("write off half of INV-20857 because dispute", "half")]
    [InlineData("add 24 LL-SOP-200 to SO-11220", "add")]
    [InlineData("increase LL-SOP-200 on SO-11220 by 48", "increase")]
    [InlineData("remove LL-BDY-100 from SO-11220", "to 0")]
    [InlineData("change price of LL-SOP-200 on SO-11220 to -5", "below nought")]
    [InlineData("Trendhaus promised -500 on 5 December 2026", "below nought")]
    [InlineData("Trendhaus promised 7000 in two instalments 3000 on 1 december and 4000 on 15 december", "")]
    [InlineData("order for Trendhaus: 24 LL-SOP-200 and 12 bath oil", "12")]
    [InlineData("change the date of SO-11220 to 25 december and release it", "release it")]
    [InlineData("send a copy of INV-20785 to john@gmail.com", "john@gmail.com")]
    [InlineData("send INV-21083 to me", "to me")]
    [InlineData("send Trendhaus a statement in English", "in English")]
    [InlineData("remind Profumeria Bellini cc luca", "cc luca")]
    public void ActionWithMoreThanItTakes_Understood_ProposesNothing(string text, string names) => ProposesNothing(text, names);

    [Theory]
    [InlineData("SO-11220 nicht stornieren", "nicht stornieren")]
    [InlineData("INV-20857 nicht ausbuchen", "nicht ausbuchen")]
    [InlineData("SO-11191 noch nicht freigeben", "nicht freigeben")]
    [InlineData("geef SO-11191 niet vrij", "niet vrij")]
    [InlineData("release SO-11163 not yet", "not yet")]
    [InlineData("SO-11208 nicht zurückhalten", "nicht")]
    [InlineData("verschiebe SO-11208 nicht auf den 5.12.", "nicht")]
    [InlineData("dont apply PAY-51048", "dont")]
    [InlineData("don't apply PAY-51048", "don't")]
    [InlineData("PAY-51055 nicht buchen", "nicht")]
    [InlineData("unapply PAY-51056", "unapply")]
    [InlineData("Kingsway Pharmacy did not promise 500 for 1 december", "not")]
    [InlineData("Novaline Online won't pay 7000 on 1 December", "won't")]
    [InlineData("Nordlys hat nicht versprochen 500 am 1. Dezember zu zahlen", "nicht")]
    [InlineData("INV-21177 is not disputed", "not disputed")]
    [InlineData("remind Profumeria Bellini but not about INV-20927", "not about")]
    [InlineData("apply PAY-51055 to INV-21101 and INV-21172 but not INV-21175", "not")]
    [InlineData("schick Trendhaus keinen Kontoauszug", "keinen")]
    [InlineData("Trendhaus bestellt keine 24 LL-SOP-200", "keine")]
    public void OrderThatSaysNo_Understood_ProposesNothing(string text, string names) => ProposesNothing(text, names);

    [Theory]
    [InlineData("send hannah her worklist every monday morning", "monday")]
    [InlineData("send hannah her worklist every morning starting tomorrow", "tomorrow")]
    [InlineData("send luca his worklist every other day until 18 december", "other day")]
    [InlineData("send hannah her worklist twice a day", "twice")]
    [InlineData("mail the collectors a list of disputes every morning", "disputes")]
    [InlineData("send me lucas worklist every morning", "me")]
    [InlineData("send Hannah and Luca their worklists every day", "Luca")]
    [InlineData("send the collectors their worklist every day except friday", "except friday")]
    public void DailyMailOfAnotherKind_Understood_ProposesNothing(string text, string names) => ProposesNothing(text, names);

    [Theory]
    [InlineData("remind Kaufhaus Adler, tell them we will sue", "tell them we will sue")]
    [InlineData("remind Kaufhaus Adler and call their CEO", "call their CEO")]
    [InlineData("mahne Kaufhaus Adler und ruf den Chef an", "ruf den Chef an")]
    [InlineData("Kaufhaus Adler mahnen und den Chef anrufen", "den Chef anrufen")]
    [InlineData("relance Galerie Marchand et appelle leur directeur", "appelle leur directeur")]
    [InlineData("herinner De Gouden Linde en bel de directeur", "bel de directeur")]
    [InlineData("hold SO-10220 and tell the customer", "tell the customer")]
    [InlineData("hold SO-10220 because the price is wrong and tell the customer", "tell the customer")]
    [InlineData("cancel SO-10226 and email the buyer", "email the buyer")]
    [InlineData("storniere SO-10226 und informiere den Kunden", "informiere den Kunden")]
    [InlineData("Trendhaus promised 1000 EUR on 5 December 2026, remind me on the 4th", "remind me on the 4th")]
    [InlineData("new order for Kaufhaus Adler: 24 LL-CDL-200, and call them", "call them")]
    [InlineData("send a copy of INV-20785 and ask when they pay", "ask when they pay")]
    [InlineData("please call Kaufhaus Adler and remind them", "\"call Kaufhaus Adler\"")]
    [InlineData("remind Kaufhaus Adler or we will sue", "sue")]
    [InlineData("release SO-10231; tell Hannah", "tell Hannah")]
    public void OrderWithASecondWish_Understood_ProposesNothingAndNamesIt(string text, string names) => ProposesNothing(text, names);

    private static void ProposesNothing(string text, string names)
    {
        var understood = TestEngine.Understand(text);

        Assert.NotEqual(Verdict.Call, understood.Verdict);
        Assert.Contains(names, understood.Message, StringComparison.Ordinal);
        Assert.Null(understood.Question);
    }

    [Theory]
    [InlineData("cancel SO-10220 because they do not want it any more", "orders_cancel")]
    [InlineData("credit INV-20417 with 120.50, the goods were never delivered", "receivables_credit_note")]
    [InlineData("write off INV-20857: they will not pay", "receivables_propose_write_off")]
    [InlineData("INV-20857 will never be paid, the shop went bust, write it off", "receivables_propose_write_off")]
    [InlineData("AP at Mercer never got INV-20880, mail it to them again", "receivables_send_copy")]
    [InlineData("draft reminders for all customers that have not paid", "receivables_draft_reminders")]
    [InlineData("INV-21177 is disputed, they did not get the goods", "receivables_open_dispute")]
    [InlineData("change LL-SOP-200 on SO-11220 to 48", "orders_change_line")]
    [InlineData("increase LL-SOP-200 on SO-11220 to 48", "orders_change_line")]
    [InlineData("schick hannah jeden morgen ihre anrufliste bis 18.12.", "receivables_send_worklists")]
    [InlineData("schick den inkassomitarbeitern jeden morgen die anrufliste", "receivables_send_worklists")]
    [InlineData("hold SO-10220: not before they pay", "orders_hold")]
    [InlineData("do not ship SO-10220 before they have paid", "orders_hold")]
    [InlineData("don't remind Trendhaus any more", "receivables_set_reminders")]
    [InlineData("log a call with Trendhaus: they will not pay before Friday if the goods stay away", "receivables_log_call")]
    [InlineData("open a dispute on INV-20417 because 3 cartons were not delivered", "receivables_open_dispute")]
    [InlineData("new order for Kaufhaus Adler: 24 LL-CDL-200 and 12 LL-HND-250, PO 4711", "orders_create")]
    [InlineData("credit INV-20417 with 120.50 because 2 pieces were broken", "receivables_credit_note")]
    [InlineData("draft reminders for everything over 30 days", "receivables_draft_reminders")]
    [InlineData("apply PAY-50057 to INV-20719 and INV-20720", "receivables_apply_cash")]
    [InlineData("Mercer Street promised 5000 for INV-21083 on 4 december", "receivables_record_promise")]
    [InlineData("Trendhaus promised to pay 1000 EUR on 5 December 2026", "receivables_record_promise")]
    [InlineData("remind Kaufhaus Adler, thank you", "receivables_draft_reminder")]
    [InlineData("draft a reminder for Trendhaus and make it firm", "receivables_draft_reminder")]
    [InlineData("draft a reminder for Trendhaus and send it", "receivables_draft_reminder")]
    [InlineData("write to Kaufhaus Adler and remind them of what is overdue", "receivables_draft_reminder")]
    [InlineData("tell Daventry that SO-10426 must leave today and call the carrier", "logistics_escalate")]
    [InlineData("hold SO-10220 because they are unhappy and ask for a refund", "orders_hold")]
    [InlineData("log a call with Trendhaus: they will pay Friday and we should call again", "receivables_log_call")]
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
    [InlineData("no wait, dont")]
    [InlineData("forget it, show SO-10227")]
    [InlineData("who is the customer of SO-10227?")]
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

    [Theory]
    [InlineData("never remind Profumeria Bellini again")]
    [InlineData("mahne Profumeria Bellini nie wieder")]
    public void RemindersNeverAgain_Said_AreSwitchedOff(string text) =>
        Assert.Equal("receivables_set_reminders customer=Profumeria Bellini on=False", TestEngine.Line(TestEngine.Understand(text)), ignoreCase: true);

    [Fact]
    public void ArticleAskedFor_NegationWithOne_IsNoAnswer() =>
        Assert.False(TestEngine.Understand("change line 1 of SO-11220 to 48", "Trendhaus doesnt want 24 LL-SOP-200") is { Verdict: Verdict.Call, Tool: "orders_change_line" });

    [Theory]
    [InlineData("yes")]
    [InlineData("ok do it")]
    [InlineData("ja bitte")]
    [InlineData("vas-y")]
    public void YesAfterAProposal_Typed_IsToldHowOneConfirms(string answer)
    {
        var understood = TestEngine.Understand("draft a reminder for Trendhaus", answer);

        Assert.Equal((Verdict.Decline, null), (understood.Verdict, understood.Tool));
        Assert.StartsWith("Nothing was confirmed", understood.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OrderOfADocument_AfterTalkOfAnother_NamesNone()
    {
        Assert.False(TestEngine.Understand("show SO-11220", "cancel all orders of Trendhaus") is { Verdict: Verdict.Call, Tool: "orders_cancel" });
        Assert.False(TestEngine.Understand("show INV-20998", "write off everything under 200") is { Verdict: Verdict.Call, Tool: "receivables_propose_write_off" });
    }

    [Theory]
    [InlineData("no longer needed")]
    [InlineData("no reply from the buyer in three weeks")]
    public void ReasonThatBeginsWithNo_Given_IsTaken(string reason) =>
        Assert.Equal($"orders_cancel order=SO-10227 reason={reason}", TestEngine.Line(TestEngine.Understand("cancel SO-10227", reason)));

    [Fact]
    public void CreditNoteWithoutAReason_Ordered_AsksForOne() => Assert.Equal("reason", TestEngine.Understand("credit note for INV-20417 of 2664.48").Question?.Argument);

    [Theory]
    [InlineData("stop sending the collectors their worklist")]
    [InlineData("no longer mail the collectors their worklist")]
    [InlineData("luca doesnt want the worklist mail anymore")]
    public void EndOfTheDailyMail_Asked_IsNoOrderToSendIt(string text)
    {
        var understood = TestEngine.Understand(text);

        Assert.False(understood is { Verdict: Verdict.Call, Tool: not "desk_standing" });
    }

    [Fact]
    public void ReasonAskedFor_Given_IsTaken() =>
        Assert.Equal("orders_cancel order=SO-10227 reason=the customer went out of business", TestEngine.Line(TestEngine.Understand("cancel SO-10227", "the customer went out of business")));
}
