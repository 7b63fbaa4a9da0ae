using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Backup;

/// <summary>
/// A company into which something is written all the time: an entry into the ledger, then an invoice and a payment of the same amount in one transaction.
/// </summary>
internal sealed class BusyCompany : IAsyncDisposable
{
    public const long AmountMinor = 12_345;

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _warm = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _writing = Task.CompletedTask;
    private int _written;

    private BusyCompany(CompanyStore store) => Store = store;

    public CompanyStore Store { get; }

    /// <summary>How many invoices have been committed.</summary>
    public int Written => Volatile.Read(ref _written);

    /// <summary>A company with its writer at work.</summary>
    public static async Task<BusyCompany> StartAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = folder }, TimeProvider.System, cancellationToken)).Value;
        Assert.True((await CompanyInit.CreateAsync(store, new InitRequest { Name = "Busy & Sons", AccountName = "anna" }, cancellationToken)).Ok);
        await using (var context = store.Company())
        {
            context.Customers.Add(new Customer { Id = new Id<Customer>(1), Code = "C-1", Name = "Only Customer", Currency = CurrencyCode.Eur, Active = true });
            await context.SaveChangesAsync(cancellationToken);
        }

        var company = new BusyCompany(store);
        company._writing = Task.Run(company.WriteAsync, cancellationToken);
        await company._warm.Task.WaitAsync(cancellationToken);
        return company;
    }

    /// <summary>Ends the writing; a failure of the writer is a failure of the test.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _writing;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Store.DisposeAsync();
        _stop.Dispose();
    }

    private async Task WriteAsync()
    {
        var ledger = new Ledger(Store, TimeProvider.System);
        var day = new DateOnly(2026, 11, 20);
        for (var n = 1; !_stop.IsCancellationRequested; n++)
        {
            await ledger.AppendAsync("effect", "anna", $"INV-{n}", new { n }, CancellationToken.None);
            await using var bulk = await Store.BulkAsync(CancellationToken.None);
            await bulk.InsertAllAsync(
                [
                    new Invoice { Number = $"INV-{n}", CustomerId = new Id<Customer>(1), IssuedOn = day, DueOn = day, Currency = CurrencyCode.Eur, AmountMinor = AmountMinor, OpenMinor = AmountMinor },
                    new Payment { Number = $"PAY-{n}", CustomerId = new Id<Customer>(1), ReceivedOn = day, Currency = CurrencyCode.Eur, AmountMinor = AmountMinor, UnappliedMinor = AmountMinor },
                ],
                CancellationToken.None);
            await bulk.CommitAsync(CancellationToken.None);
            Volatile.Write(ref _written, n);
            if (n == 20)
            {
                _warm.SetResult();
            }
        }
    }
}
