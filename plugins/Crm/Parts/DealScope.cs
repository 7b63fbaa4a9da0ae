using Copilot.Core;
using Copilot.Plugins.Crm.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>Which deals are asked for.</summary>
internal sealed class DealScope
{
    private readonly Stage? _stage;
    private readonly DateRange? _days;

    private DealScope(IQueryable<Opportunity> query, Stage? stage, DateRange? days, string words, string? accountName) =>
        (Query, _stage, _days, Words, AccountName) = (query, stage, days, words, accountName);

    /// <summary>Opportunities of the owner and account; stage and period depend on the day and are told by <see cref="Of"/>.</summary>
    public IQueryable<Opportunity> Query { get; }

    /// <summary>The filter in words.</summary>
    public string Words { get; }

    /// <summary>The account's name, where one is asked for.</summary>
    public string? AccountName { get; }

    /// <summary>Whether won or lost deals are asked for.</summary>
    public bool ClosedOnly => _stage is Stage.Won or Stage.Lost;

    /// <summary>Heading.</summary>
    public string Title => _stage switch { Stage.Won => "Won", Stage.Lost => "Lost", _ => "Pipeline" };

    /// <summary>What the sum is called.</summary>
    public string ValueLabel => _stage switch { Stage.Won => "Won", Stage.Lost => "Lost", _ => "Open pipeline" };

    /// <summary>Reads the names; a fault for an account that the person may not see.</summary>
    public static async Task<Result<DealScope>> ReadAsync(FunctionContext context, Id<Person>? owner, Stage? stage, Period? period, Id<Account>? account, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var query = read.Opportunities;
        var words = new FilterWords(stage is { } wanted ? $"stage {Core.Words.Of(wanted)}" : "open");
        if (owner is { } person)
        {
            query = query.Where(row => row.OwnerId == person);
            words.And($"owner {(await context.PeopleAsync([person], cancellationToken)).GetValueOrDefault(person, "not known")}");
        }

        string? name = null;
        if (account is { } id)
        {
            var accounts = await read.ListAsync(read.Accounts.Select(row => new { row.Id, row.ParentId, row.Name }), cancellationToken);
            name = accounts.Find(row => row.Id == id)?.Name;
            if (name is null)
            {
                return Faults.AccountNotSeen;
            }

            var family = AccountTree.Below(id, accounts.Select(row => (row.Id, row.ParentId))).Select(member => (Id<Account>?)member).ToList();
            query = query.Where(row => family.Contains(row.AccountId));
            words.And($"account {name}{(family.Count > 1 ? $" and {Wording.Count(family.Count - 1, "account")} below it" : "")}");
        }

        var days = period?.Resolve(context.Turn.Today, context.Turn.Fiscal);
        words.And(days is { } range ? $"{(stage is Stage.Won or Stage.Lost ? "closed" : "closing")} {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}" : null);
        return new DealScope(query, stage, days, words.ToString(), name);
    }

    /// <summary>The rates of the day and, where closed deals are among them, of their closing days.</summary>
    public static async Task<RateTable> RatesAsync(FunctionContext context, IReadOnlyList<Deal> deals, CancellationToken cancellationToken)
    {
        var (today, currency) = (context.Turn.Today, context.Turn.BaseCurrency);
        var first = deals.Where(deal => !deal.Open && deal.Row.Currency != currency).Min(deal => deal.CloseDay);
        if (first is not { } day || day >= today)
        {
            return await context.RatesAsync(today, cancellationToken);
        }

        return await context.RatesAsync(new DateRange(day, today), cancellationToken);
    }

    /// <summary>Those of the stage and period.</summary>
    public List<Deal> Of(List<Deal> deals) => deals.FindAll(deal =>
        (_stage is { } stage ? deal.Stage == stage : deal.Open) && (_days is not { } days || (deal.CloseDay is { } day && days.Contains(day))));
}
