using System.CommandLine;
using Copilot.Core;
using Copilot.Data;
using Copilot.Host.Settings;

namespace Copilot.Host.Commands;

/// <summary><c>copilot sample refresh</c>: the sample company, laid out anew for today.</summary>
internal static class SampleCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var refresh = new Command("refresh", "Lay the sample company out anew, so that its history ends today.");
        refresh.SetAction((_, cancellationToken) => Guard.RunAsync(() => RefreshAsync(cancellationToken)));
        return new Command("sample", "The sample company.") { refresh };
    }

    private static async Task<int> RefreshAsync(CancellationToken cancellationToken)
    {
        var settings = HostSettings.Read(new DirectoryInfo(Environment.CurrentDirectory));
        if (!settings.Ok)
        {
            return Guard.Print(settings.Fault);
        }

        var opened = await CompanyFolder.OpenAsync(settings.Value, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var store = opened.Value.Store;
        var refreshed = await SampleInstaller.RefreshAsync(store, settings.Value.BusinessDay(), cancellationToken);
        if (!refreshed.Ok)
        {
            return Guard.Print(refreshed.Fault);
        }

        Console.WriteLine($"The sample company now ends on {settings.Value.BusinessDay():yyyy-MM-dd}.");
        return 0;
    }
}
