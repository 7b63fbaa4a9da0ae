using System.CommandLine;
using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Host.Commands;

/// <summary><c>copilot sample refresh</c>: the sample company, laid out anew for today.</summary>
internal static class SampleCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var refresh = new Command("refresh", "Lay the sample company out anew, so that its history ends today.");
        refresh.SetAction((_, cancellationToken) => Guard.RunAsync(RefreshAsync, cancellationToken));
        return new Command("sample", "The sample company.") { refresh };
    }

    private static async Task<int> RefreshAsync(CancellationToken cancellationToken)
    {
        var opened = await CompanyFolder.OpenHereAsync(forNew: false, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        var (store, settings) = opened.Value;
        await using var closing = store;
        if (await store.ProfileAsync(cancellationToken) is null)
        {
            await SampleInstaller.InstallAsync(store, settings.BusinessDay(), cancellationToken);
        }
        else if (await SampleInstaller.RefreshAsync(store, settings.BusinessDay(), cancellationToken) is { Ok: false } refused)
        {
            return Guard.Print(refused.Fault);
        }

        await new Ledger(store, TimeProvider.System).AppendAsync("sample", Environment.UserName, "sample company", new { day = settings.BusinessDay() }, cancellationToken);
        Console.WriteLine($"The sample company now ends on {settings.BusinessDay():yyyy-MM-dd}.");
        return 0;
    }
}
