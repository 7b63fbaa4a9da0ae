using System.Diagnostics;
using System.Globalization;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host;
using Copilot.Host.Settings;
using Copilot.IntegrationTests.Support;
using Copilot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>
/// The host is killed between the steps of proposals (stored, presented, decided, key stored, called, receipt): no mail may go twice, no change be made
/// twice, no decision be lost, and nothing be unknown but a mail whose call had gone out. COPILOT_EFFECT_RUNS says how many lives of errands are cut in
/// all, 500 under CI and 100 elsewhere unless told, and COPILOT_EFFECT_MINUTES how long that may take, 25 unless told; COPILOT_KILL_SEED repeats a run's choices.
/// </summary>
public abstract class CutErrands(StoreSource source)
{
    /// <summary>A share of all runs.</summary>
    protected static int Share(double share) =>
        Math.Max(12, (int)Math.Ceiling((int.TryParse(Environment.GetEnvironmentVariable("COPILOT_EFFECT_RUNS"), CultureInfo.InvariantCulture, out var all) ? all : Ci.Holds ? 500 : 100) * share));

    /// <summary>Cuts that many lives, lets everything come to its end, and compares what everybody knows.</summary>
    protected async Task CutAndCompareAsync(int runs)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("COPILOT_KILL_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1, 1_000_000);
        var options = await source.NewAsync();
        var settings = new HostSettings(options.DataFolder, null, options.Provider, options.CompanyConnection, options.CompanyConnection);
        await (await OpenCompany.OpenAsync(settings, NullLoggerFactory.Instance, TestContext.Current.CancellationToken)).Value.DisposeAsync();
        var clock = Stopwatch.StartNew();

        await using var station = await ErrandStation.OpenAsync(options, seed);
        await using var store = (await CompanyStore.OpenAsync(options, TimeProvider.System, TestContext.Current.CancellationToken)).Value;
        var ends = new Endings(store, station);
        await station.RunAsync(runs, Math.Max(1, runs / 150), ends.SettledAsync);

        var fates = await ends.FatesAsync();
        var findings = FateTally.Of(fates, [.. station.Mail.Taken]);
        var cuts = Enum.GetValues<CutAt>().Where(at => at != CutAt.Nowhere).ToDictionary(at => at, at => station.Errands.Count(errand => errand.Cuts.ContainsKey(at)));
        var said = string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, {station.Kills} kills in {clock.Elapsed.TotalSeconds:0} s, {station.Runs} runs of {station.Errands.Count} errands: ")
            + string.Join(", ", cuts.Select(cut => $"{cut.Key} {cut.Value}")) + "; " + string.Join(", ", fates.GroupBy(fate => $"{fate.Kind} {fate.State}", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"))
            + $"; {fates.Count(fate => fate is { State: "Unknown", Happened: 1 })} of the unknown had been taken; {ends.TriedAgain} tried again; held at " + string.Join(", ", station.Mail.Held.OrderBy(held => held.Key, StringComparer.Ordinal).Select(held => $"{held.Key} {held.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(findings.Count == 0, $"{said}\n{string.Join('\n', findings.Take(20))}");
        Assert.Empty(station.Errands.Where(errand => errand.Trouble is not null).Select(errand => $"\"{errand.Ask}\": {errand.Trouble}").Take(3));
        Assert.Equal(0, station.CallsToNobody);
        Assert.Equal(station.Errands.Count(errand => errand.Confirmed), fates.Count(fate => fate.Acknowledged));

        // few would be no test, and each pair of steps has to be among them
        Assert.True(station.Runs >= runs, said);
        Assert.All(cuts, cut => Assert.True(cut.Value >= Math.Max(1, runs / 150), $"Only {cut.Value} were cut after {cut.Key}. {said}"));
        Assert.True((await new Ledger(store, TimeProvider.System).VerifyAsync(TestContext.Current.CancellationToken)).Ok);
        Assert.Equal((0, ""), await VerifyAsync(options));
    }

    // as an administrator does it
    private static async Task<(int Code, string Said)> VerifyAsync(StoreOptions options)
    {
        using var process = HostProgram.Start(options.DataFolder, ["ledger", "verify"], HostProcess.SettingsOf(options));
        var (wrong, _) = (await process.StandardError.ReadToEndAsync(), await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, wrong);
    }
}
