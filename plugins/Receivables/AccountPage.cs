using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// The page one takes into a customer meeting: exposure against limit, ageing, how fast they pay and whether that changes, disputes, promises, last
/// contacts, orders held, credits and cash not yet used. What the person may not see is named as missing.
/// </summary>
[Description("One customer's account in receivables: exposure and limit, open items by age, payment speed, disputes, promises, contacts, held orders, credits and unapplied cash. Not the CRM's view (crm_account).")]
internal sealed class AccountPage(FunctionContext context)
{
    private const int PromiseDays = 365;

    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Customer> customer, int? limit, CancellationToken cancellationToken)
    {
        var scoped = await CustomerScope.ReadAsync(context, customer, null, null, cancellationToken);
        if (!scoped.Ok || await context.CustomerAsync(customer, cancellationToken) is not { } record)
        {
            return scoped.Fault ?? CustomerScope.NotSeen;
        }

        var (scope, today) = (scoped.Value, context.Turn.Today);
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var rates = await context.RatesAsync(today, cancellationToken);
        var on = OpenDay.Of(today, freshness);
        var items = scope.Of(OpenItems.At(context.Read, on), item => item.CustomerId);
        var ageing = new Ageing(context.Read, items, OpenItems.Age(await OpenItems.SumAsync(context.Read, items, cancellationToken), today), rates, $"open on {today:yyyy-MM-dd}, {scope.Words}");
        var matter = items.OrderBy(item => item.DueOn).ThenByDescending(item => item.BalanceMinor).ThenBy(item => item.Id);
        var rows = await OpenRows.ReadAsync(context, await context.Read.ListAsync(matter.Take(FunctionLimits.Rows(limit)), cancellationToken), today, cancellationToken);

        // first, for the names are asked for again with disputes and contacts
        var people = await context.PeopleAsync([record.CollectorId, record.OwnerId], cancellationToken);
        var page = new AccountParts(
            record, ageing, rates, rows,
            context.Turn.MaySeeExposure() ? await context.ExposuresAsync(customer, cancellationToken) is [var exposure, ..] ? exposure : null : null,
            await AccountFile.PaidAsync(context, customer, cancellationToken),
            await DisputeRows.ReadAsync(context, scope, rates, cancellationToken),
            await Promised.ReadAsync(context, scope, today.AddDays(-PromiseDays), cancellationToken),
            await AccountFile.ContactsAsync(context, customer, cancellationToken),
            await HeldOrders.ReadAsync(context, scope, reason: null, cancellationToken),
            await AccountFile.OffsetsAsync(context, customer, cancellationToken),
            people);

        var answer = new AnswerBuilder(context, Area.Receivables, $"Account of {record.Name} on {today:yyyy-MM-dd}");
        AccountText.Say(answer, page, context.Turn);
        freshness.Warn(answer);
        ageing.WarnOfRates(answer);
        await answer.WaitingAsync(context, context.Read.Overlays.Where(waiting => waiting.CustomerId == customer), cancellationToken);
        answer.Facts(AccountText.Figures(page)).Facts([.. AccountText.Texts(page), freshness.Fact]);
        AccountText.Tables(answer, page, FunctionLimits.Rows(limit), token => OpenRows.StreamAsync(context, matter, today, token));
        if (!context.Turn.Access.MaySee(Area.Orders))
        {
            answer.Say($"You do not see orders: exposure, limit use and held orders are missing here.", Tone.Note);
        }

        return answer.Evidence(Sources.Of("receivables", $"open on {today:yyyy-MM-dd}, {scope.Words}", ageing.Count, freshness.AsOf, [.. rows.Select(row => row.Item.Number)]))
            .Next(AccountText.Next(page)).Build();
    }
}
