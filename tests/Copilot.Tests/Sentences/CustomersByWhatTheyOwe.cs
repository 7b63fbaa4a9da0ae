namespace Copilot.Tests.Sentences;

/// <summary>Who owes the most is answered with customers, not with invoices.</summary>
public sealed class CustomersByWhatTheyOwe
{
    [Theory]
    [InlineData("top 5 customers", "receivables_aging by=customer limit=5")]
    [InlineData("who owes me the most", "receivables_aging by=customer")]
    [InlineData("who owes us most right now", "receivables_aging by=customer")]
    [InlineData("biggest debtors", "receivables_aging by=customer")]
    [InlineData("top 10 debtors in DACH", "receivables_aging by=customer limit=10 region=DACH")]
    [InlineData("wer schuldet uns das meiste Geld", "receivables_aging by=customer")]
    [InlineData("unsere größten Schuldner", "receivables_aging by=customer")]
    [InlineData("qui nous doit le plus d'argent", "receivables_aging by=customer")]
    [InlineData("grootste schuldenaars", "receivables_aging by=customer")]
    public void MostOwed_Understood_IsAskedByCustomer(string text, string call) => Assert.Equal(call, TestEngine.Line(TestEngine.Understand(text)), ignoreCase: true);

    [Theory]
    [InlineData("the ten biggest overdue positions", "receivables_overdue limit=10")]
    [InlineData("aging by region", "receivables_aging by=region")]
    [InlineData("how old are our biggest receivables", "receivables_aging")]
    public void SomethingElse_Understood_IsNotRankedByCustomer(string text, string call) => Assert.Equal(call, TestEngine.Line(TestEngine.Understand(text)), ignoreCase: true);
}
