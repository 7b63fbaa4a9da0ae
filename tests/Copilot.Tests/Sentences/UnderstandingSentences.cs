using System.Text.Json.Nodes;
using Copilot.Conversation;

namespace Copilot.Tests.Sentences;

public sealed class UnderstandingSentences
{
    [Theory]
    [InlineData("top 5 overdue invoices over 60 days in DACH", "receivables_overdue limit=5 min_days=60 region=DACH")]
    [InlineData("overdue invoices above 12.000,50 €", "receivables_overdue currency=EUR min_amount=12000.50")]
    [InlineData("DSO pro Region letztes Quartal", "receivables_dso by=region period=last-quarter")]
    [InlineData("late orders out of Reno this week", "orders_find late=true period=this-week warehouse=RNO")]
    [InlineData("welche Aufträge sind wegen Kreditlimit gesperrt", "orders_find hold_reason=credit")]
    [InlineData("new order for Trendhaus: 12 units of LL-CDL-200 and 6x LL-HND-250, PO 4500012345", "orders_create customer=Trendhaus lines=12xLL-CDL-200+6xLL-HND-250 po=4500012345")]
    [InlineData("move order 10250 to 15 January", "orders_change_date date=2027-01-15 order=SO-10250")]
    [InlineData("hold SO-10482 because the price is wrong", "orders_hold order=SO-10482 reason=the price is wrong")]
    [InlineData("apply PAY-50012 to INV-20417 and INV-20418", "receivables_apply_cash invoices=INV-20417+INV-20418 payment=PAY-50012")]
    [InlineData("set the stage of OPP-7044 to negotiation", "crm_update field=stage opportunity=OPP-7044 value=negotiation")]
    [InlineData("reassign OPP-7044 to Tom", "crm_update field=owner opportunity=OPP-7044 value=Tom")]
    [InlineData("keine Mahnungen mehr an Trendhaus", "receivables_set_reminders customer=Trendhaus on=False")]
    [InlineData("my commission last month", "commission_statement period=last-month")]
    [InlineData("fusionne Novaline Online Ltd. dans Novaline Online", "crm_merge keep=Novaline Online merge=Novaline Online Ltd.")]
    [InlineData("deals of Priya closing in December by stage", "crm_pipeline by=stage owner=Priya Raman period=2026-12")]
    [InlineData("failed ORDERS messages since 1 November", "edi_failures period=2026-11-01..2026-11-21 type=ORDERS")]
    public void Sentence_Understood_HasToolAndCanonicalArguments(string sentence, string expected) => Assert.Equal(expected, TestEngine.Line(TestEngine.Understand(sentence)), ignoreCase: true);

    [Theory]
    [InlineData("what is the weather in Venlo tomorrow")]
    [InlineData("erzähl mir einen Witz über Buchhalter")]
    [InlineData("réserve un vol pour Milan")]
    [InlineData("wie wint de verkiezingen")]
    [InlineData("qwrtz plmk vbnx")]
    [InlineData("???")]
    public void SentenceOutsideTheBusiness_Understood_IsDeclined(string sentence) => Assert.Equal(Verdict.Decline, TestEngine.Understand(sentence).Verdict);

    [Fact]
    public void AmbiguousCustomer_Understood_IsAskedAbout()
    {
        var understanding = TestEngine.Understand("overdue invoices of Kingsway");

        Assert.Equal(Verdict.Clarify, understanding.Verdict);
        Assert.Equal(["Kingsway Boutiques", "Kingsway Pharmacy"], understanding.Question!.Choices.Order(StringComparer.Ordinal));
        Assert.Contains("Kingsway Pharmacy", understanding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AmbiguousCustomerAlone_Understood_IsAskedAbout() => Assert.Equal(Verdict.Clarify, TestEngine.Understand("Kingsway").Verdict);

    [Theory]
    [InlineData("put an order on hold", "order")]
    [InlineData("put SO-10482 on hold", "reason")]
    [InlineData("send a statement", "customer")]
    [InlineData("annuler la commande SO-10482", "reason")]
    public void RequiredArgumentMissing_Understood_IsAskedFor(string sentence, string argument)
    {
        var understanding = TestEngine.Understand(sentence);

        Assert.Equal(Verdict.Clarify, understanding.Verdict);
        Assert.Equal(argument, understanding.Question?.Argument);
    }

    [Fact]
    public void DocumentNumberAlone_Understood_OpensIt()
    {
        Assert.Equal("orders_show order=SO-10482", TestEngine.Line(TestEngine.Understand("SO-10482")));
        Assert.Equal("receivables_invoice invoice=INV-20417", TestEngine.Line(TestEngine.Understand("inv 20417")));
        Assert.Equal("chargebacks_show chargeback=CB-3007", TestEngine.Line(TestEngine.Understand("CB3007")));
    }

    [Theory]
    [InlineData("overdeu invocies of Trendhaus", "receivables_overdue")]
    [InlineData("chargbacks of Harrowgate", "chargebacks_find")]
    [InlineData("überfälige Rechnungen", "receivables_overdue")]
    [InlineData("ueberfaellige Rechnungen", "receivables_overdue")]
    public void MisspeltWords_Understood_AsWhatTheyMean(string sentence, string tool) => Assert.Equal(tool, TestEngine.Understand(sentence).Tool);

    [Fact]
    public void SameSentence_UnderstoodTwice_IsUnderstoodAlike()
    {
        var first = TestEngine.Understand("aging by region as of end of September");

        Assert.True(JsonNode.DeepEquals(first.Arguments, TestEngine.Understand("aging by region as of end of September").Arguments));
        Assert.Equal("receivables_aging as_of=2026-09-30 by=region", TestEngine.Line(first));
    }
}
