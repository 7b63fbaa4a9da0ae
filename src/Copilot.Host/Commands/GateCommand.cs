using System.CommandLine;
using Copilot.Gate;

namespace Copilot.Host.Commands;

/// <summary><c>copilot gate stop|release|status</c>: stops every confirmation and execution at once.</summary>
internal static class GateCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var why = new Argument<string>("why") { Description = "Why, in a few words: it stands on every card." };
        var stop = new Command("stop", "Stop every confirmation and execution, on every host of this store.") { why };
        stop.SetAction((parsed, cancellationToken) => Guard.RunAsync(token => OnSwitchAsync((gate, inner) => StopAsync(gate, parsed.GetValue(why)!, inner), token), cancellationToken));
        var release = new Command("release", "Let confirmations and executions go on.");
        release.SetAction((_, cancellationToken) => Guard.RunAsync(token => OnSwitchAsync(ReleaseAsync, token), cancellationToken));
        var status = new Command("status", "Say whether everything is stopped.");
        status.SetAction((_, cancellationToken) => Guard.RunAsync(token => OnSwitchAsync(StatusAsync, token), cancellationToken));
        return new Command("gate", "The emergency stop of everything that changes something.") { stop, release, status };
    }

    private static async Task<int> StopAsync(KillSwitch gate, string why, CancellationToken cancellationToken)
    {
        await gate.SetAsync($"{Environment.UserName}: {why}", Environment.UserName, cancellationToken);
        return await StatusAsync(gate, cancellationToken);
    }

    private static async Task<int> ReleaseAsync(KillSwitch gate, CancellationToken cancellationToken)
    {
        await gate.SetAsync(null, Environment.UserName, cancellationToken);
        return await StatusAsync(gate, cancellationToken);
    }

    private static async Task<int> StatusAsync(KillSwitch gate, CancellationToken cancellationToken)
    {
        Console.WriteLine(await gate.SaidAsync(cancellationToken) is { } said ? $"Everything is stopped: {said}" : "Nothing is stopped: what a person confirms is done.");
        return 0;
    }

    private static async Task<int> OnSwitchAsync(Func<KillSwitch, CancellationToken, Task<int>> body, CancellationToken cancellationToken)
    {
        var opened = await CompanyFolder.OpenHereAsync(forNew: false, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var store = opened.Value.Store;
        return await body(new KillSwitch(store, TimeProvider.System), cancellationToken);
    }
}
