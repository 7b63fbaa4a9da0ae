using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Sample;

public sealed class InstallingTheSample : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-sample-");
    private CompanyStore _store = null!;

    public async ValueTask InitializeAsync() => _store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder }, TimeProvider.System, CancellationToken.None)).Value;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task EmptyStore_Installed_HoldsEveryRowOfTheSample()
    {
        var written = await SampleInstaller.InstallAsync(_store, Day, CancellationToken.None);

        await using var company = _store.Company();
        Assert.Equal(SampleBooks.On(Day).Rows.Tables.Sum(table => table.Count), written.Value);
        Assert.Equal(SampleBooks.On(Day).Rows.Invoices.Count, await company.Set<Invoice>().CountAsync(CancellationToken.None));
        Assert.Equal((true, Day), await _store.ProfileAsync(CancellationToken.None) is { } profile ? (profile.IsSample, profile.SampleDay!.Value) : default);
    }

    [Fact]
    public async Task StoreWithACompany_InstalledAgain_IsRefusedUntouched()
    {
        await SampleInstaller.InstallAsync(_store, Day, CancellationToken.None);

        var again = await SampleInstaller.InstallAsync(_store, Day.AddDays(9), CancellationToken.None);

        Assert.Equal("DB-020", again.Fault!.Code);
        Assert.Equal(Day, (await _store.ProfileAsync(CancellationToken.None))!.SampleDay);
    }

    [Fact]
    public async Task Sample_RefreshedToAnotherDay_IsLaidOutToThatDay()
    {
        var later = new DateOnly(2026, 12, 1);
        await SampleInstaller.InstallAsync(_store, Day, CancellationToken.None);

        var written = await SampleInstaller.RefreshAsync(_store, later, CancellationToken.None);

        await using var company = _store.Company();
        Assert.Equal(SampleBooks.On(later).Rows.Tables.Sum(table => table.Count), written.Value);
        Assert.Equal(SampleBooks.On(later).Rows.Orders[^1].OrderedOn, await company.Set<Order>().MaxAsync(order => order.OrderedOn, CancellationToken.None));
        Assert.Equal(later, (await _store.ProfileAsync(CancellationToken.None))!.SampleDay);
    }

    [Fact]
    public async Task OwnCompany_AskedToRefresh_IsRefusedUntouched()
    {
        await SampleInstaller.InstallAsync(_store, Day, CancellationToken.None);
        await using (var company = _store.Company())
        {
            var profile = await company.Set<CompanyProfile>().SingleAsync(CancellationToken.None);
            (profile.Name, profile.IsSample) = ("Harbour Soap", false);
            await company.SaveChangesAsync(CancellationToken.None);
        }

        var refreshed = await SampleInstaller.RefreshAsync(_store, Day.AddDays(9), CancellationToken.None);

        Assert.Equal("DB-021", refreshed.Fault!.Code);
        Assert.Contains("Harbour Soap", refreshed.Fault.Message, StringComparison.Ordinal);
        await using var after = _store.Company();
        Assert.Equal(SampleBooks.On(Day).Rows.Orders.Count, await after.Set<Order>().CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task EmptyStore_AskedToRefresh_IsToldThatThereIsNoSample()
    {
        var refreshed = await SampleInstaller.RefreshAsync(_store, Day, CancellationToken.None);

        Assert.Equal("DB-021", refreshed.Fault!.Code);
        Assert.Null(await _store.ProfileAsync(CancellationToken.None));
    }
}
