using Copilot.Conversation;
using Copilot.Tests.Support;

namespace Copilot.Tests.Sentences;

/// <summary>What was typed and cannot be read is asked about: left out silently it would change the question.</summary>
public sealed class WhatCannotBeRead(SampleFixture sample, UnderstandingFixture understanding)
{
    [Theory]
    [InlineData("overdue invoices of Zorgblatt GmbH", "Zorgblatt GmbH", "receivables_overdue", "customer")]
    [InlineData("overdue of zorgblatt", "zorgblatt", "receivables_overdue", "customer")]
    [InlineData("what does Zorgblatt owe us", "Zorgblatt", "receivables_overdue", "customer")]
    [InlineData("offene Aufträge von Zorgblatt", "Zorgblatt", "orders_find", "customer")]
    [InlineData("pipeline of Bob", "Bob", "crm_pipeline", "owner")]
    [InlineData("overdue for Boots", "Boots", "receivables_overdue", "customer")]
    [InlineData("überfällig bei Boots", "Boots", "receivables_overdue", "customer")]
    [InlineData("overdue Selfridges", "Selfridges", "receivables_overdue", "customer")]
    [InlineData("which orders of Target are late", "Target", "orders_find", "customer")]
    [InlineData("what does customer 4711 owe", "4711", "receivables_overdue", "customer")]
    [InlineData("sla of Timbuktu warehouse", "Timbuktu", "logistics_sla", "warehouse")]
    public void NameOfNobody_InASentence_IsAskedAbout(string text, string typed, string tool, string argument)
    {
        var understood = TestEngine.Understand(text);

        Assert.Equal((Verdict.Clarify, tool, argument, typed), (understood.Verdict, understood.Tool, understood.Question?.Argument, understood.Question?.Typed));
        Assert.Contains($"\"{typed}\"", understood.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what does Harrods owe us", "Harrowgate Department Stores")]
    [InlineData("overdue invoices of Adlre", "Kaufhaus Adler")]
    [InlineData("overdue for Tesco", null)]
    public void NameOfNobody_Asked_OffersWhatIsLikeItAndNothingElse(string text, string? like)
    {
        var understood = TestEngine.Understand(text);

        Assert.Equal(like is null ? [] : [like], understood.Question?.Choices ?? [like!]);
    }

    [Theory]
    [InlineData("overdue invoices", "all")]
    [InlineData("overdue invoices", "all of them please")]
    [InlineData("überfällige Rechnungen", "alle")]
    [InlineData("which orders are on hold", "both")]
    public void HowManyAndNothingElse_AfterAList_DoesNothing(string first, string then)
    {
        var understood = TestEngine.Understand(first, then);

        Assert.Equal((Verdict.Decline, Wording.BareQuantity), (understood.Verdict, understood.Message));
    }

    [Fact]
    public void HowManyAndNothingElse_AsTheAnswerToAQuestion_IsThatAnswer() => Assert.NotEqual(Wording.BareQuantity, TestEngine.Understand("draft a reminder for Zorgblatt", "all").Message);

    [Theory]
    [InlineData("overdue invoices of zorgblatt", "Trendhaus", "receivables_overdue customer=Trendhaus")]
    [InlineData("orders of Trendhaus in Q5", "Q3", "orders_find customer=Trendhaus period=2026-Q3")]
    [InlineData("overdue over k", "5k", "receivables_overdue min_amount=5000")]
    public void QuestionAboutIt_Answered_GoesOn(string text, string answer, string call) => Assert.Equal(call, TestEngine.Line(TestEngine.Understand(text, answer)));

    [Fact]
    public void NameOfNobody_InAFollowUp_IsAskedAbout()
    {
        var understood = TestEngine.Understand("aging by region", "and for Zorgblatt?");

        Assert.Equal((Verdict.Clarify, "receivables_aging", "region"), (understood.Verdict, understood.Tool, understood.Question?.Arguments["by"]?.ToString()));
    }

    [Theory]
    [InlineData("draft a reminder for Nobody Ltd", "Nobody Ltd", "receivables_draft_reminder")]
    [InlineData("draft a reminder for Zorgblatt", "Zorgblatt", "receivables_draft_reminder")]
    [InlineData("draft a reminder for \"nobody at all\"", "nobody at all", "receivables_draft_reminder")]
    [InlineData("draft a reminder for Great Western Ltd", "Great Western Ltd", "receivables_draft_reminder")]
    [InlineData("and draft a reminder for Zorgblatt", "Zorgblatt", "receivables_draft_reminder")]
    [InlineData("send a statement to Zorgblatt", "Zorgblatt", "receivables_send_statement")]
    [InlineData("log a call with Nobody Ltd: they pay on Friday", "Nobody Ltd", "receivables_log_call")]
    [InlineData("record a promise of 500 euros from Nobody Ltd for Friday", "Nobody Ltd", "receivables_record_promise")]
    [InlineData("enter an order for Nobody Ltd: 12 units of LL-CDL-200", "Nobody Ltd", "orders_create")]
    [InlineData("stop reminders for Nobody Ltd", "Nobody Ltd", "receivables_set_reminders")]
    [InlineData("account overview for Nobody Ltd", "Nobody Ltd", "receivables_account")]
    [InlineData("credit exposure of Nobody Ltd", "Nobody Ltd", "receivables_credit")]
    [InlineData("Mahnung für Niemand GmbH entwerfen", "Niemand GmbH", "receivables_draft_reminder")]
    [InlineData("entwirf eine Mahnung an Zorgblatt", "Zorgblatt", "receivables_draft_reminder")]
    [InlineData("Kontoübersicht von Zorgblatt", "Zorgblatt", "receivables_account")]
    [InlineData("prépare une relance pour Personne SARL", "Personne SARL", "receivables_draft_reminder")]
    [InlineData("envoie un relevé à Zorgblatt", "Zorgblatt", "receivables_send_statement")]
    [InlineData("encours de Zorgblatt", "Zorgblatt", "receivables_credit")]
    [InlineData("stuur een herinnering aan Zorgblatt", "Zorgblatt", "receivables_draft_reminder")]
    [InlineData("stuur een rekeningoverzicht aan Zorgblatt", "Zorgblatt", "receivables_send_statement")]
    public void NameOfNobody_AfterATurnAboutACustomer_IsAskedAboutInsteadOfTakingThatOne(string text, string typed, string tool)
    {
        var after = TestEngine.Understand("open items of Pinecrest Pharmacies", text);

        Assert.Equal((Verdict.Clarify, tool, "customer", typed), (after.Verdict, after.Tool, after.Question?.Argument, after.Question?.Typed));
        Assert.Contains($"no customer \"{typed}\"", after.Message, StringComparison.Ordinal);
        Assert.False(after.Arguments.ContainsKey("customer"));
    }

    [Theory]
    [InlineData("draft a reminder")]
    [InlineData("draft a reminder for them")]
    [InlineData("draft a reminder for the same customer")]
    [InlineData("draft a reminder for this one")]
    [InlineData("and for them a reminder")]
    [InlineData("Mahnung für denselben Kunden")]
    [InlineData("Mahnung für sie")]
    [InlineData("prépare une relance pour ce client")]
    [InlineData("prépare une relance pour eux")]
    [InlineData("maak een herinnering voor deze klant")]
    public void SentenceThatNamesNobody_AfterATurnAboutACustomer_IsAboutThatOne(string text) =>
        Assert.Equal("receivables_draft_reminder customer=Pinecrest Pharmacies", TestEngine.Line(TestEngine.Understand("open items of Pinecrest Pharmacies", text)));

    [Theory]
    [InlineData("note a call: Mr Zorgblatt from Hamburg says they pay on Friday", "receivables_log_call customer=Pinecrest Pharmacies note=Mr Zorgblatt from Hamburg says they pay on Friday")]
    [InlineData("record a promise of 500 euros by Friday", "receivables_record_promise amount=500 currency=EUR customer=Pinecrest Pharmacies date=2026-11-27")]
    public void NameInsideANote_AfterATurnAboutACustomer_IsPartOfTheNote(string text, string expected) =>
        Assert.Equal(expected, TestEngine.Line(TestEngine.Understand("open items of Pinecrest Pharmacies", text)));

    [Theory]
    [InlineData("show SO-10330", "release the hold of Nobody Ltd", "orders_release", "Which order?")]
    [InlineData("show SO-10330", "confirm the order of Nobody Ltd", "orders_confirm_to_customer", "Which order?")]
    [InlineData("aging by region", "draft reminders for Zorgblatt", "receivables_draft_reminders", "without a name")]
    public void NameOfNobody_WhereTheToolTakesNoName_IsAskedAbout(string before, string text, string tool, string asked)
    {
        var understood = TestEngine.Understand(before, text);

        Assert.Equal((Verdict.Clarify, tool), (understood.Verdict, understood.Tool));
        Assert.Contains("I find no customer", understood.Message, StringComparison.Ordinal);
        Assert.Contains(asked, understood.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentThatTheToolCannotTake_AfterATurnAboutACustomer_IsNotForThatOne()
    {
        var understood = TestEngine.Understand("open items of Pinecrest Pharmacies", "draft a reminder for SO-99999");

        Assert.Equal((Verdict.Clarify, "customer"), (understood.Verdict, understood.Question?.Argument));
        Assert.Contains("\"SO-99999\" does not tell which customer", understood.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft a reminder for INV-99999", "receivables_draft_reminder customer=Pinecrest Pharmacies invoices=INV-99999")]
    [InlineData("send a copy of INV-99999", "receivables_send_copy invoice=INV-99999")]
    public void NumberOfNoDocument_InAnAction_IsWhatIsLookedUp(string text, string expected) => Assert.Equal(expected, TestEngine.Line(TestEngine.Understand("open items of Pinecrest Pharmacies", text)));

    [Theory]
    [InlineData("show INV-99999", "INV-99999")]
    [InlineData("zeig mir Rechnung INV-99999", "INV-99999")]
    public async Task NumberOfNoDocument_AfterATurnAboutACustomer_IsNotFound(string text, string number)
    {
        var token = TestContext.Current.CancellationToken;
        var dialogue = understanding.Dialogue(sample);
        await using var first = (await dialogue.AskAsync("open items of Belmont & Hale", ConversationState.Empty, "hannah.price", token)).Value;

        await using var report = (await dialogue.AskAsync(text, first.State, "hannah.price", token)).Value;

        Assert.NotEqual(Outcome.Answer, report.Outcome);
        Assert.Contains($"no invoice \"{number}\"", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders from 31.02.2026", "February has 28 days")]
    [InlineData("orders from 31 February", "February has 29 days")]
    [InlineData("orders on 2026-04-31", "April has 30 days")]
    [InlineData("orders on 12/13/14/2026", null)]
    [InlineData("orders in 2026-13", "twelve months")]
    [InlineData("orders in Q5", "four quarters")]
    [InlineData("aufträge in KW 60", "52 or 53 calendar weeks")]
    [InlineData("kpis for the year 1850", "1990 to 2099")]
    [InlineData("orders of 02/28/2026", null)]
    [InlineData("orders of 28.02.2026", null)]
    public void TimeThatCannotBe_InASentence_IsSaid(string text, string? why)
    {
        var understood = TestEngine.Understand(text);

        Assert.Equal(why is null, understood.Question?.Code is null);
        Assert.Contains(why ?? "", understood.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invoices overdue over euros")]
    [InlineData("overdue more than k")]
    public void AmountWithoutNumber_InASentence_IsAskedFor(string text)
    {
        var understood = TestEngine.Understand(text);

        Assert.Equal((Verdict.Clarify, "min_amount"), (understood.Verdict, understood.Question?.Argument));
        Assert.Contains("missing its number", understood.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders\u0001 on\u0007 hold\u001b[31m", "orders_find status=on_hold")]
    [InlineData("orders\ton\r\nhold", "orders_find status=on_hold")]
    public void ControlCharacters_InASentence_AreNothing(string text, string call) => Assert.Equal(call.Split(' ')[0], TestEngine.Understand(text).Tool ?? call);

    [Fact]
    public async Task NameOfNobody_AskedByARep_OffersOnlyWhomTheyMaySee()
    {
        var token = TestContext.Current.CancellationToken;
        var person = "tom.lindqvist";

        await using var report = (await understanding.Dialogue(sample).AskAsync("overdue invoices of Trendhauss Berlin GmbH", ConversationState.Empty, person, token)).Value;

        Assert.NotEqual(Outcome.Answer, report.Outcome);
        Assert.DoesNotContain("Trendhaus", report.Choices);
    }

    [Theory]
    [InlineData(4_001)]
    [InlineData(10_000)]
    public async Task SentenceTooLong_Asked_IsRefusedWithItsLength(int length)
    {
        await using var report = (await understanding.Dialogue(sample).AskAsync(new string('o', length), ConversationState.Empty, "ben.carter", TestContext.Current.CancellationToken)).Value;

        Assert.Equal((Outcome.Decline, "LA-002"), (report.Outcome, report.Code));
        Assert.Contains(length.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), report.Message, StringComparison.Ordinal);
    }
}
