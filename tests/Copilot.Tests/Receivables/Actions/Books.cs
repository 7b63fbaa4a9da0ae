using Copilot.Connectors.Company;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Receivables.Actions;

/// <summary>Runs proposals of receivables, and checks whether the records and every function that reads them still add up.</summary>
internal static class Books
{
    public const string Collector = "hannah.price";

    private static readonly string[] Readers = ["aging", "overdue", "due_soon", "dso", "provision", "cash", "disputes", "promises", "worklist", "credit"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What an action of receivables proposes to the collector; it must propose something, and the same facts when asked again.</summary>
    public static async Task<Proposal> ProposedAsync(this OwnSample own, string action, params (string Name, object? Value)[] arguments)
    {
        var result = await own.ProposeAsync(Collector, "receivables_" + action, arguments);
        Assert.True(result.Ok, result.Fault?.ToString());
        var again = await own.ProposeAsync(Collector, "receivables_" + action, arguments);
        Assert.Equal(result.Value.Basis.Select(basis => basis.Sha256), again.Value.Basis.Select(basis => basis.Sha256));
        Assert.Equal(EffectJson.Write(result.Value), EffectJson.Write(EffectJson.Read(EffectJson.Write(result.Value))));
        Assert.NotEmpty(result.Value.Effects);
        return result.Value;
    }

    /// <summary>Why an action of receivables proposes nothing.</summary>
    public static async Task<Fault> RefusedAsync(this OwnSample own, string action, params (string Name, object? Value)[] arguments) =>
        (await own.ProposeAsync(Collector, "receivables_" + action, arguments)).Fault ?? throw new InvalidOperationException($"{action} proposed something.");

    /// <summary>Runs a proposal; every effect must happen.</summary>
    public static async Task RunAsync(this OwnSample own, Proposal proposal)
    {
        var confirmed = await Confirmed.StoreAsync(own.Store, CompanyExecutors.All(own.Store), proposal, Collector);
        Assert.All(await confirmed.RunAsync(), result => Assert.True(result.End == ExecutionEnd.Done, result.Receipt));
        Assert.Equal(ExecutionEnd.Done, (await confirmed.RunAgainAsync(1)).End);
    }

    /// <summary>Runs a proposal; its first effect must not happen.</summary>
    public static async Task<string> FailsAsync(this OwnSample own, Proposal proposal)
    {
        var confirmed = await Confirmed.StoreAsync(own.Store, CompanyExecutors.All(own.Store), proposal, Collector);
        var result = await confirmed.RunAsync(1);
        Assert.Equal(ExecutionEnd.Failed, result.End);
        return result.Receipt;
    }

    /// <summary>Checks every invoice, payment and credit note, and asks every function that adds them up; its figures are checked to the penny.</summary>
    public static async Task AddUpAsync(this OwnSample own)
    {
        await using (var context = own.Store.Company())
        {
            var applied = await context.Applications.AsNoTracking().ToListAsync(Token);
            var (byInvoice, byPayment, byCredit) = (applied.ToLookup(row => row.InvoiceId), applied.ToLookup(row => row.PaymentId), applied.ToLookup(row => row.CreditNoteId));
            foreach (var invoice in await context.Invoices.AsNoTracking().ToListAsync(Token))
            {
                var rows = byInvoice[invoice.Id].ToList();
                Assert.Equal(invoice.AmountMinor - rows.Sum(row => row.AmountMinor), invoice.OpenMinor);
                Assert.Equal(invoice.OpenMinor == 0 ? rows.Max(row => row.AppliedOn) : null as DateOnly?, invoice.ClosedOn);
            }

            Assert.All(await context.Payments.AsNoTracking().ToListAsync(Token), row => Assert.Equal(row.AmountMinor - byPayment[row.Id].Sum(application => application.AmountMinor), row.UnappliedMinor));
            Assert.All(await context.CreditNotes.AsNoTracking().ToListAsync(Token), row => Assert.Equal(row.AmountMinor - byCredit[row.Id].Sum(application => application.AmountMinor), row.OpenMinor));
            Assert.All(applied, row => Assert.True(row.AmountMinor > 0));
            var disputed = (await context.Disputes.AsNoTracking().ToListAsync(Token)).Select(row => row.InvoiceId).ToHashSet();
            Assert.All(await context.Invoices.AsNoTracking().Where(row => !row.Disputed).ToListAsync(Token), row => Assert.DoesNotContain(row.Id, disputed));
        }

        foreach (var reader in Readers)
        {
            await own.AnswerAsync(Collector, "receivables_" + reader);
        }

        await own.AnswerAsync(Collector, "receivables_aging", ("by", Breakdown.Customer), ("as_of", SampleFixture.Day.AddDays(-20)));
    }

    /// <summary>A figure of a function of receivables.</summary>
    public static async Task<decimal> FigureAsync(this OwnSample own, string function, string key, params (string Name, object? Value)[] arguments) =>
        (await own.AnswerAsync(Collector, "receivables_" + function, arguments)).Number(key);

    /// <summary>The overdue invoices of a customer, as the list of them says.</summary>
    public static async Task<List<Dictionary<string, string>>> OverdueRowsAsync(this OwnSample own, Id<Customer> customer)
    {
        var answer = await own.AnswerAsync(Collector, "receivables_overdue", ("customer", customer), ("limit", 100));
        var table = answer.Table("overdue");
        Assert.Equal(table.TotalRows, table.Rows.Count);
        return [.. table.Rows.Select(row => table.Columns.Zip(row.Cells).ToDictionary(pair => pair.First.Key, pair => Answers.Text(pair.Second)))];
    }

    /// <summary>An invoice as it is stored now.</summary>
    public static Task<Invoice> InvoiceAsync(this OwnSample own, Id<Invoice> id) => own.ReadAsync(context => context.Invoices.AsNoTracking().SingleAsync(row => row.Id == id, Token));

    /// <summary>A payment as it is stored now.</summary>
    public static Task<Payment> PaymentAsync(this OwnSample own, Id<Payment> id) => own.ReadAsync(context => context.Payments.AsNoTracking().SingleAsync(row => row.Id == id, Token));
}
