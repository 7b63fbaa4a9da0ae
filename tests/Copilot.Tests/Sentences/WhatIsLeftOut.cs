using Copilot.Conversation;
using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Sentences;

/// <summary>What a function has no argument for is told; what a follow-up cannot change is not answered as if it had.</summary>
public sealed class WhatIsLeftOut(SampleFixture sample, UnderstandingFixture understanding)
{
    [Theory]
    [InlineData("overdue as of 2026-10-31", "2026-10-31")]
    [InlineData("order value by customer this quarter", "by customer")]
    [InlineData("overdue of Trendhaus and Harrowgate", "Harrowgate")]
    public void PartWithoutArgument_Understood_IsNamed(string text, string left) => Assert.Equal([left], TestEngine.Understand(text).LeftOut);

    [Theory]
    [InlineData("what is overdue today")]
    [InlineData("overdue over 60 days of Trendhaus")]
    [InlineData("aging by region as of 2026-09-30")]
    [InlineData("how do we handle a dispute of Trendhaus from last month")]
    public void SentenceThatIsTakenWhole_Understood_LeavesNothing(string text) => Assert.Empty(TestEngine.Understand(text).LeftOut);

    [Theory]
    [InlineData("and last month?", "last month")]
    [InlineData("by region", "by region")]
    public void ChangeThatTheFunctionCannotTake_InAFollowUp_IsSaid(string text, string typed)
    {
        var understood = TestEngine.Understand("which invoices are overdue", text);

        Assert.Equal((Verdict.Clarify, "receivables_overdue"), (understood.Verdict, understood.Tool));
        Assert.Contains($"\"{typed}\"", understood.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartWithoutArgument_Asked_IsToldBesideTheAnswer()
    {
        await using var report = (await understanding.Dialogue(sample).AskAsync("overdue as of 2026-10-31", ConversationState.Empty, "victor.stein", TestContext.Current.CancellationToken)).Value;

        Assert.Equal(Outcome.Answer, report.Outcome);
        Assert.Contains("Not taken into account: \"2026-10-31\"", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overdue 👍", "receivables_overdue")]
    [InlineData("overdue \ud83d", "receivables_overdue")]
    public void Emoji_InASentence_SaysNothing(string text, string tool) => Assert.Equal(tool, TestEngine.Understand(text).Tool);

    [Theory]
    [InlineData("show R-1002", "receivables_invoice invoice=R-1002")]
    [InlineData("R-1002", "receivables_invoice invoice=R-1002")]
    [InlineData("invoice r-1002", "receivables_invoice invoice=r-1002")]
    [InlineData("show invoice 0000611365", "receivables_invoice invoice=0000611365")]
    public void NumberOfTheCompanysOwn_Understood_IsKeptAsTyped(string text, string call)
    {
        var names = new CompanyNames { Numbers = [NumberShape.Of(DocumentKind.Invoice, "R-1001")!, NumberShape.Of(DocumentKind.Invoice, "0000611365")!] };

        Assert.Equal(call, TestEngine.Line(TestEngine.Engine.Understand(text, new EngineContext(ConversationState.Empty, names, TestEngine.Today))));
    }

    [Theory]
    [InlineData("INV-20417", null, 0)]
    [InlineData("RE2026-0044", "re", 0)]
    [InlineData("0000611365", "", 10)]
    [InlineData("draft", null, 0)]
    public void Number_LookedAt_GivesItsShape(string number, string? letters, int digits) =>
        Assert.Equal(letters is null ? null : new NumberShape(DocumentKind.Invoice, letters, digits), NumberShape.Of(DocumentKind.Invoice, number));
}
