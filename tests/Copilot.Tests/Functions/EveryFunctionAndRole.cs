using System.Text.RegularExpressions;
using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Host.Json;
using Copilot.Tests.Support;

namespace Copilot.Tests.Functions;

/// <summary>
/// What a person may not see reaches no answer: neither its text nor its tables, evidence or opened figures. A function of a subject that is
/// closed to a role finds no record of it.
/// </summary>
public sealed partial class EveryFunctionAndRole(SampleFixture sample)
{
    public static TheoryData<string> Functions => [.. RequiredArguments.Built.Select(tool => tool.Name)];

    private SampleRecords Records => sample.Records;

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task SalesRepresentative_AnyFunction_NamesNothingOfOtherRegions(string function)
    {
        foreach (var person in Records.People.Where(person => Records.PersonRoles.Any(role => role.PersonId == person.Id && role.Role == "sales_rep")))
        {
            var own = Records.Customers.Where(customer => customer.Region == person.Region || customer.OwnerId == person.Id).Select(customer => customer.Id).ToHashSet();
            var text = await RenderAsync(function, person.Key, own);

            Assert.Empty(Foreign(text, own, person));
        }
    }

    [Fact]
    public async Task Manager_AskedTheSame_SeesWhatTheRepresentativeMayNot()
    {
        var maya = Records.People.Single(person => person.Key == "maya.okafor");
        var own = Records.Customers.Where(customer => customer.Region == maya.Region).Select(customer => customer.Id).ToHashSet();

        Assert.NotEmpty(Foreign(await RenderAsync("receivables_aging", "nadia.hassan", own), own, maya));
        Assert.NotEmpty(Foreign(await RenderAsync("orders_find", "nadia.hassan", own), own, maya));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task RoleWithoutTheSubject_AnyFunction_FindsNoRecordOfIt(string function)
    {
        var tool = RequiredArguments.Built.Single(candidate => candidate.Name == function);
        var everyone = Records.Customers.Select(customer => customer.Id).ToHashSet();
        var closed = Records.RoleVisibilities.GroupBy(rule => rule.Role).Where(role => !role.Any(rule => rule.Area == tool.Area && rule.Level != Visibility.None)).Select(role => role.Key);
        foreach (var role in closed)
        {
            var person = Records.People.First(candidate => Records.PersonRoles.Any(held => held.PersonId == candidate.Id && held.Role == role));
            var text = await RenderAsync(function, person.Key, everyone);
            var numbers = Numbers(text).Where(number => Owner(number) is not null && Closed(number, tool.Area)).ToList();

            Assert.True(numbers.Count == 0, $"{role} sees {string.Join(", ", numbers.Take(5))} through {function}");
        }
    }

    private static bool Closed(string number, Area area) => area switch
    {
        Area.Receivables => number.StartsWith("INV", StringComparison.Ordinal) || number.StartsWith("PAY", StringComparison.Ordinal),
        Area.Crm => number.StartsWith("OPP", StringComparison.Ordinal),
        Area.Orders => number.StartsWith("SO", StringComparison.Ordinal),
        Area.Logistics => number.StartsWith("SHP", StringComparison.Ordinal),
        _ => false,
    };

    private async Task<string> RenderAsync(string function, string person, IReadOnlyCollection<Id<Customer>> customers)
    {
        var tool = RequiredArguments.Built.Single(candidate => candidate.Name == function);
        await using var turn = await sample.AskAsync(person);
        var result = await turn.CallAsync(function, RequiredArguments.For(tool, Records, customers));
        if (!result.Ok)
        {
            return result.Fault.Message + string.Join(' ', result.Fault.Suggestions);
        }

        var json = await AnswerJson.WriteAsync(result.Value, ["all"], TestContext.Current.CancellationToken);
        return json.ToJsonString() + AnswerJson.Evidence(result.Value).ToJsonString();
    }

    private List<string> Foreign(string text, IReadOnlySet<Id<Customer>> own, Person person)
    {
        var accounts = Records.Accounts.Where(account => account.Region == person.Region || account.OwnerId == person.Id).Select(account => account.Name).ToHashSet(StringComparer.Ordinal);
        var names = Records.Customers.Where(customer => !own.Contains(customer.Id) && !accounts.Contains(customer.Name)).Select(customer => customer.Name)
            .Where(name => !Records.Customers.Any(other => own.Contains(other.Id) && other.Name.Contains(name, StringComparison.Ordinal)));
        return [.. names.Where(name => text.Contains($"\"{name}", StringComparison.Ordinal)), .. Numbers(text).Where(number => Owner(number) is { } owner && !own.Contains(owner) && !Remitted(own).Contains(number))];
    }

    /// <summary>What the person's own customers wrote in their remittance advices is theirs to see, whosever number they named.</summary>
    private HashSet<string> Remitted(IReadOnlySet<Id<Customer>> own) => [.. Records.RemittanceLines
        .Where(line => Records.Payments.Any(payment => payment.Id == line.PaymentId && payment.CustomerId is { } customer && own.Contains(customer))).Select(line => line.InvoiceNumber)];

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    private Id<Customer>? Owner(string number) => Owners.TryGetValue(number, out var owner) ? owner : null;

    private Dictionary<string, Id<Customer>> Owners => field ??= Records.Orders.Select(row => (row.Number, row.CustomerId))
        .Concat(Records.Invoices.Select(row => (row.Number, row.CustomerId)))
        .Concat(Records.Payments.Where(row => row.CustomerId is not null).Select(row => (row.Number, row.CustomerId!.Value)))
        .Concat(Records.Shipments.Join(Records.Orders, row => row.OrderId, order => order.Id, (row, order) => (row.Number, order.CustomerId)))
        .Concat(Records.Chargebacks.Select(row => (row.Number, row.CustomerId)))
        .ToDictionary(row => row.Number, row => row.Item2, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(SO|INV|PAY|SHP|CB|OPP)-\d+\b")]
    private static partial Regex Number();
}
