using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Crm.Parts;
using Copilot.Plugins.Crm.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm;

/// <summary>One account's page: where it belongs, whom to talk to, its deals with the win rate, what was done last, and the customer behind it.</summary>
[Description("One account of the CRM: owner, parent and sister accounts, contacts with opt-outs, open and closed deals with the win rate, last activities, and the customer behind it. Not for invoices and payments in detail (receivables account) and not for lists of deals (pipeline).")]
internal sealed class AccountPage(FunctionContext context)
{
    private const int Rows = 10;

    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Account> account, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        if (await read.FirstOrDefaultAsync(read.Accounts.Where(row => row.Id == account), cancellationToken) is not { } row)
        {
            return Faults.AccountNotSeen;
        }

        var tree = await read.ListAsync(read.Accounts.Select(node => new { node.Id, node.ParentId, node.Name }), cancellationToken);
        var names = tree.ToDictionary(node => node.Id, node => node.Name);
        var links = tree.ConvertAll(node => (node.Id, node.ParentId));
        var (above, below) = (AccountTree.Above(account, links), AccountTree.Below(account, links).Skip(1).ToArray());
        var contacts = await read.ListAsync(read.AccountContacts.Where(person => person.AccountId == account).OrderBy(person => person.OptedOut).ThenBy(person => person.Name), cancellationToken);
        var deals = await context.DealsAsync(read.Opportunities.Where(deal => deal.AccountId == account), today, cancellationToken);
        var activities = await read.ListAsync(
            read.Activities.Where(activity => activity.AccountId == account || (activity.OpportunityId != null && read.Opportunities.Any(deal => deal.Id == activity.OpportunityId && deal.AccountId == account)))
                .OrderByDescending(activity => activity.At).ThenByDescending(activity => activity.Id),
            cancellationToken);
        var people = await context.PeopleAsync([row.OwnerId, .. activities.Select(activity => activity.ById)], cancellationToken);
        var rates = await DealScope.RatesAsync(context, deals, cancellationToken);

        var owner = row.OwnerId is { } id ? people.GetValueOrDefault(id) : null;
        var book = new AccountDeals(deals, rates, $"account {row.Name}");
        var answer = new AnswerBuilder(context, Area.Crm, $"Account {row.Name}");
        Say(answer, row, owner, book, activities.Count > 0 ? activities[0] : null);
        answer.Facts(book.Facts());
        answer.Facts(Plain(row, owner, [.. above.Select(node => names.GetValueOrDefault(node, "not seen"))], [.. below.Select(node => names[node])]));
        answer.Table(Contacts().Top(contacts, Rows, "No contacts are kept for this account."));
        answer.Table(AccountDeals.OpenGrid().Top(book.Open, Rows, "No open deals."));
        answer.TableIfAny(AccountDeals.ClosedGrid().Top(book.Closed, Rows, "No closed deals."));
        answer.TableIfAny(ActivityTable.Grid(people).Top(activities, Rows, "No activities."));
        await CustomerSide.AddAsync(answer, context, row.CustomerId, cancellationToken);
        var asOf = await context.AsOfAsync("crm", cancellationToken);
        return answer.Evidence(Sources.Of("crm", $"account {row.Name}", 1 + deals.Count, asOf, [row.Name, .. deals.Select(deal => deal.Row.Number)])).Next(await NextAsync(row, book, cancellationToken)).Build();
    }

    private static void Say(AnswerBuilder answer, Account row, string? owner, AccountDeals book, Activity? last)
    {
        answer.Say($"{row.Name}: owner {owner ?? "nobody"}, {Wording.Count(book.Open.Count, "open deal")} worth {book.OpenValue.Value}, {book.Won.Count} won and {book.Lost.Count} lost{(book.WinRate is { } rate ? $" (win rate {rate.Value})" : "")}.");
        answer.Say(last is null ? (FormattableString)$"Nothing was logged with them yet." : $"Last contact: {DateOnly.FromDateTime(last.At.UtcDateTime):yyyy-MM-dd}, {last.Kind}: {last.Subject}.", last is null ? Tone.Warning : Tone.Plain);
        if (row.OptedOut)
        {
            answer.Say($"The account has opted out: do not write to it.", Tone.Warning);
        }
    }

    private static Fact[] Plain(Account row, string? owner, IReadOnlyList<string> above, IReadOnlyList<string> below) =>
    [
        new Fact("Owner", owner ?? "nobody"),
        new Fact("Region", row.Region.Length == 0 ? "none" : $"{row.Region}{(row.Country is { Length: > 0 } country ? $" ({country})" : "")}"),
        .. above.Count > 0 ? new[] { new Fact("Belongs to", string.Join(" → ", above)) } : [],
        .. below.Count > 0 ? new[] { new Fact("Accounts below it", Wording.List(below)) } : [],
        .. row.Sector is { Length: > 0 } sector ? new[] { new Fact("Sector", sector) } : [],
        .. row.Phone is { Length: > 0 } phone ? new[] { new Fact("Phone", phone) } : [],
        .. row.Website is { Length: > 0 } site ? new[] { new Fact("Website", site) } : [],
        .. row.Postcode is { Length: > 0 } postcode ? new[] { new Fact("Postcode", postcode) } : [],
    ];

    private static Grid<AccountContact> Contacts() => new Grid<AccountContact>("contacts", "Contacts")
        .Text("name", "Name", row => row.Name)
        .Text("title", "Function", row => row.Title)
        .Text("email", "Mail", row => row.Email)
        .Text("phone", "Phone", row => row.Phone)
        .Text("opted_out", "Opted out", row => row.OptedOut ? "yes: do not write" : "no")
        .Toned(row => row.OptedOut ? Tone.Warning : Tone.Plain);

    private async Task<IEnumerable<string?>> NextAsync(Account row, AccountDeals book, CancellationToken cancellationToken)
    {
        var customer = row.CustomerId is { } id && context.Turn.Access.MaySee(Area.Receivables) ? await context.CustomerAsync(id, cancellationToken) : null;
        return
        [
            book.Open.Count > 0 ? book.Open[0].Row.Number : null,
            $"open deals with {row.Name}",
            customer is null ? null : $"account summary for {customer.Name}",
            book.Won.Count > 0 ? $"won deals with {row.Name}" : "pipeline by stage",
        ];
    }
}
