using Copilot.Conversation;
using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Sentences;

/// <summary>
/// An answer that must be computed costs about as much as the queries it makes: preparing one costs more than its rows do. The bounds may only
/// fall; a query that comes anew is joined to one that is there, or what it reads is remembered by the session.
/// </summary>
public sealed class QueriesOfAnAnswer(SampleFixture sample, UnderstandingFixture understanding)
{
    private readonly Dialogue _dialogue = understanding.Dialogue(sample);

    [Theory]
    [InlineData("what does Kaufhaus Adler owe us", 23)]
    [InlineData("aging by region", 7)]
    [InlineData("which invoices are overdue more than 60 days", 12)]
    [InlineData("overdue invoices of Kaufhaus Adler", 12)]
    [InlineData("credit exposure of Kaufhaus Adler", 10)]
    [InlineData("disputes of Trendhaus", 5)]
    [InlineData("payment promises of Trendhaus", 4)]
    [InlineData("promises that were broken", 7)]
    [InlineData("who should I call first today", 16)]
    [InlineData("show INV-20455", 12)]
    [InlineData("show SO-10482", 13)]
    [InlineData("track SO-10311", 8)]
    [InlineData("which orders are on hold", 7)]
    [InlineData("open orders for Trendhaus", 7)]
    [InlineData("stock of LL-CDL-200", 7)]
    [InlineData("late shipments last month", 6)]
    [InlineData("pipeline by stage", 6)]
    public async Task AQuestion_ThatIsComputed_ReadsNothingTwiceAndStaysWithinItsBound(string question, int most)
    {
        await AskAsync(question);
        var queries = await SeenQueries.DuringAsync(() => AskAsync(question));

        Assert.NotEmpty(queries);
        Assert.Empty(Twice(queries));
        Assert.True(queries.Count <= most, $"{queries.Count} queries, {most} are allowed:\n{string.Join('\n', queries)}");
    }

    [Fact]
    public async Task ARecord_ReadTwiceWithoutNeed_IsSeen()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var id = new Id<Customer>(9);
        var queries = await SeenQueries.DuringAsync(async () =>
        {
            for (var time = 0; time < 2; time++)
            {
                await turn.Read.FirstOrDefaultAsync(turn.Read.Customers.Where(row => row.Id == id), TestContext.Current.CancellationToken);
            }
        });

        Assert.Single(Twice(queries));
    }

    [Fact]
    public async Task ARecord_ThatOneSessionRemembers_IsUnknownToTheNext()
    {
        var (stop, id) = (TestContext.Current.CancellationToken, new Id<Customer>(9));
        await using var first = await sample.AskAsync("nadia.hassan");
        await using var blind = await sample.AskAsync(first.Context.Turn.Asker, new Access(first.Context.Turn.Asker, [], []));

        var seen = await first.Read.OneAsync(id, first.Read.Customers.Where(row => row.Id == id), stop);
        var again = await first.Read.OneAsync(id, first.Read.Customers.Where(row => row.Id == id), stop);
        var hidden = await blind.Read.OneAsync(id, blind.Read.Customers.Where(row => row.Id == id), stop);

        Assert.NotNull(seen);
        Assert.Same(seen, again);
        Assert.Null(hidden);
    }

    private static IEnumerable<string> Twice(IReadOnlyList<string> queries) => queries.GroupBy(query => query, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private async Task AskAsync(string question)
    {
        await using var report = (await _dialogue.AskAsync(question, ConversationState.Empty, "nadia.hassan", TestContext.Current.CancellationToken)).Value;
        Assert.Equal(Outcome.Answer, report.Outcome);
    }
}
