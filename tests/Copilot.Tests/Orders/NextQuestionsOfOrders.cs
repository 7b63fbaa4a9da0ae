using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Logistics;
using Copilot.Plugins.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders;

/// <summary>What the answers about orders and shipments offer next, in every situation that changes the offer, works when typed as it stands.</summary>
public sealed class NextQuestionsOfOrders(SampleFixture sample, UnderstandingFixture understanding)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SampleRecords Records => sample.Records;

    [Theory]
    [InlineData("find")]
    [InlineData("show")]
    [InlineData("check")]
    [InlineData("release_options")]
    [InlineData("backorders")]
    [InlineData("reconcile")]
    [InlineData("kpis")]
    [InlineData("freshness")]
    [InlineData("stock")]
    [InlineData("sla")]
    [InlineData("exceptions")]
    [InlineData("track")]
    public async Task NextQuestions_InEverySituation_AreUnderstoodAndAnswered(string function)
    {
        var questions = new HashSet<string>(StringComparer.Ordinal);
        await using (var turn = await sample.AskAsync("nadia.hassan"))
        {
            foreach (var ask in Situations(function))
            {
                questions.UnionWith((await ask(turn.Context)).Value.Next);
            }
        }

        var failed = new List<string>();
        foreach (var question in questions)
        {
            await using var report = (await understanding.Dialogue(sample).AskAsync(question, ConversationState.Empty, "nadia.hassan", Token)).Value;
            if (report.Outcome != Outcome.Answer)
            {
                failed.Add($"\"{question}\": {report.Outcome} {report.Tool} {report.Message}");
            }
        }

        Assert.NotEmpty(questions);
        Assert.Empty(failed);
    }

    private IEnumerable<Func<FunctionContext, Task<Result<Answer>>>> Situations(string function)
    {
        var (customer, none) = (Records.Customers.Single(row => row.Name == "Kaufhaus Adler").Id, Records.Customers.Single(row => row.Name == "Casa Alameda").Id);
        var (sku, site) = (Records.Products.Single(row => row.Sku == "LL-EDP-050").Id, Records.Warehouses[1].Id);
        var oneOfEach = Enum.GetValues<OrderStatus>().Select(status => Records.Orders.Last(row => row.Status == status).Id).ToList();
        return function switch
        {
            "find" =>
            [
                context => Find(context, null, OrderStatusFilter.Open, null), context => Find(context, null, OrderStatusFilter.OnHold, null), context => Find(context, null, null, late: true),
                context => Find(context, customer, null, null), context => Find(context, none, OrderStatusFilter.OnHold, null), context => Find(context, null, OrderStatusFilter.Unconfirmed, late: true),
            ],
            "show" => oneOfEach.Select(id => (Func<FunctionContext, Task<Result<Answer>>>)(context => new ShowOrder(context).AnswerAsync(id, Token))),
            "check" => Records.Orders.Where(row => row.Status is not (OrderStatus.Invoiced or OrderStatus.Cancelled)).Select(row => (Func<FunctionContext, Task<Result<Answer>>>)(context => new CheckOrder(context).AnswerAsync(row.Id, Token))),
            "release_options" => Records.Orders.Where(row => row.Status is OrderStatus.OnHold or OrderStatus.Unconfirmed)
                .Select(row => (Func<FunctionContext, Task<Result<Answer>>>)(context => new FindReleaseOptions(context).AnswerAsync(row.Id, Token))),
            "backorders" => [context => new FindBackorders(context).AnswerAsync(null, null, null, Token), context => new FindBackorders(context).AnswerAsync(none, null, null, Token), context => new FindBackorders(context).AnswerAsync(customer, sku, null, Token)],
            "reconcile" => [context => new ReconcileOrders(context).AnswerAsync(null, null, null, Token), context => new ReconcileOrders(context).AnswerAsync(null, customer, null, Token), context => new ReconcileOrders(context).AnswerAsync(Period.Of("1999"), none, null, Token)],
            "kpis" => [context => new MeasureOrders(context).AnswerAsync(null, null, null, null, Token), context => new MeasureOrders(context).AnswerAsync(null, Breakdown.Warehouse, null, null, Token), context => new MeasureOrders(context).AnswerAsync(Period.Of("1999"), null, none, null, Token)],
            "freshness" => [context => new ListFreshness(context).AnswerAsync(null, null, null, null, Token), context => new ListFreshness(context).AnswerAsync(customer, sku, site, null, Token)],
            "stock" => [context => new ShowStock(context).AnswerAsync(null, null, null, Token), context => new ShowStock(context).AnswerAsync(sku, site, null, Token)],
            "sla" => [context => new MeasureSla(context).AnswerAsync(null, null, Token), context => new MeasureSla(context).AnswerAsync(site, null, Token), context => new MeasureSla(context).AnswerAsync(site, Period.Of("1999"), Token)],
            "exceptions" => [context => new ListExceptions(context).AnswerAsync(null, null, null, null, Token), context => new ListExceptions(context).AnswerAsync(site, ExceptionKind.Damaged, Period.Of("1999"), null, Token)],
            _ => oneOfEach.Select(id => (Func<FunctionContext, Task<Result<Answer>>>)(context => new TrackOrder(context).AnswerAsync(id, Token))),
        };
    }

    private static Task<Result<Answer>> Find(FunctionContext context, Id<Customer>? customer, OrderStatusFilter? status, bool? late) =>
        new FindOrders(context).AnswerAsync(customer, status, null, null, null, null, null, late, null, null, null, null, null, null, Token);
}
