using Copilot.Core;
using Copilot.Data;
using Copilot.Host.Settings;

namespace Copilot.Host;

/// <summary>The data folder with its store; on first run the sample company is laid out in it.</summary>
internal static class CompanyFolder
{
    /// <summary>Opens the data folder above the working directory, with the settings that hold there; for a new company that of the working directory itself.</summary>
    public static async Task<Result<(CompanyStore Store, HostSettings Settings)>> OpenHereAsync(bool forNew, CancellationToken cancellationToken)
    {
        var settings = HostSettings.Read(new DirectoryInfo(Environment.CurrentDirectory), here: forNew);
        if (!settings.Ok)
        {
            return settings.Fault;
        }

        var opened = await OpenStoreAsync(settings.Value, cancellationToken);
        return opened.Ok ? (opened.Value, settings.Value) : opened.Fault;
    }

    /// <summary>Opens the store. A folder without a company becomes the sample.</summary>
    public static async Task<Result<(CompanyStore Store, CompanyProfile Profile)>> OpenAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var opened = await OpenStoreAsync(settings, cancellationToken);
        if (!opened.Ok)
        {
            return opened.Fault;
        }

        var store = opened.Value;
        if (await store.ProfileAsync(cancellationToken) is not { } profile)
        {
            await Console.Error.WriteLineAsync($"Laying out the sample company in {settings.DataFolder.FullName} …");
            // refused only when another process was quicker; then its company is the one
            _ = await SampleInstaller.InstallAsync(store, settings.BusinessDay(), cancellationToken);
            profile = await store.ProfileAsync(cancellationToken) ?? throw new InvalidOperationException("The sample has no profile.");
        }

        return (store, profile);
    }

    private static Task<Result<CompanyStore>> OpenStoreAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var options = new StoreOptions
        {
            DataFolder = settings.DataFolder,
            Provider = settings.Provider,
            CompanyConnection = settings.CompanyConnection,
            CopilotConnection = settings.CopilotConnection,
        };
        return CompanyStore.OpenAsync(options, TimeProvider.System, cancellationToken);
    }
}
