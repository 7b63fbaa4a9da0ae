using System.Globalization;
using Copilot.Conversation;
using Copilot.Data;
using Copilot.Host;
using Copilot.Host.Settings;
using Copilot.IntegrationTests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.IntegrationTests.Killing;

/// <summary>
/// The host is killed at random moments, while it starts and under load: nothing that it acknowledged and no reply may be lost, doubled, stuck or out
/// of order. COPILOT_KILLS says how often in all, COPILOT_KILL_SEED repeats a run's choices. Each kill costs the start of a host, two to three
/// seconds of a processor: 200 under CI, 100 elsewhere unless told.
/// </summary>
public abstract class KilledHost(StoreSource source)
{
    /// <summary>How often a share of all kills is.</summary>
    protected static int Kills(double share) =>
        Math.Max(1, (int)((int.TryParse(Environment.GetEnvironmentVariable("COPILOT_KILLS"), CultureInfo.InvariantCulture, out var all) ? all : Ci.Holds ? 200 : 100) * share));

    /// <summary>Kills a host of a new company that often and counts.</summary>
    protected async Task KillAndCountAsync(int kills)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("COPILOT_KILL_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1, 1_000_000);
        var store = await source.NewAsync();
        var settings = new HostSettings(store.DataFolder, null, store.Provider, store.CompanyConnection, store.CompanyConnection);
        await (await OpenCompany.OpenAsync(settings, NullLoggerFactory.Instance, TestContext.Current.CancellationToken)).Value.DisposeAsync();

        await using var station = new Station(store, seed);
        await station.RunAsync(kills);

        var (inbox, outbox) = await station.RowsAsync(TestContext.Current.CancellationToken);
        var findings = Tally.Of(station.Acknowledged, station.Deliveries, inbox, outbox);
        Assert.True(findings.Count == 0, $"Seed {seed}, {kills} kills, {station.Acknowledged.Count} acknowledged:\n{string.Join('\n', findings.Take(20))}");

        // few would be no load, and kills that all came too early no test
        Assert.True(station.Acknowledged.Count > kills, $"Only {station.Acknowledged.Count} messages were acknowledged in {kills} lives.");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Seed {seed}: {kills} kills, {station.WhileStarting} of them during the start; {station.Acknowledged.Count} acknowledged, {station.Deliveries.Count} deliveries of {outbox.Count} replies."));
    }
}
