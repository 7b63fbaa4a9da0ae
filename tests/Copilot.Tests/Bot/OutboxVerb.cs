using Copilot.Data;
using Copilot.Tests.Support;

namespace Copilot.Tests.Bot;

/// <summary><c>copilot outbox</c> as an administrator types it.</summary>
public sealed class OutboxVerb
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ParkedReplies_ListedRetriedAndDropped_StandAsSaid()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync(folder, "init", "My Co");
        var none = await CommandLine.RunAsync(folder, "outbox", "list");
        var (first, second) = await ParkTwoAsync(folder);

        var listed = await CommandLine.RunAsync(folder, "outbox", "list");
        var retried = await CommandLine.RunAsync(folder, "outbox", "retry", $"{first}");
        var dropped = await CommandLine.RunAsync(folder, "outbox", "drop", $"{second}");
        var again = await CommandLine.RunAsync(folder, "outbox", "drop", $"{second}");
        var left = await CommandLine.RunAsync(folder, "outbox", "list", "--waiting");

        Assert.Equal((0, 0, 0, 0, 1, 0), (none.Code, listed.Code, retried.Code, dropped.Code, again.Code, left.Code));
        Assert.Contains("Nothing is parked.", none.Text, StringComparison.Ordinal);
        Assert.Contains("the channel answered 403 Forbidden", listed.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 2 parked", listed.Text, StringComparison.Ordinal);
        Assert.Contains($"Number {first} is tried again", retried.Text, StringComparison.Ordinal);
        Assert.Contains($"Number {second} is given up", dropped.Text, StringComparison.Ordinal);
        Assert.Contains("HO-050", again.Text, StringComparison.Ordinal);
        Assert.Contains("waiting", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("parked │", left.Text, StringComparison.Ordinal);
    }

    private static async Task<(long First, long Second)> ParkTwoAsync(TemporaryFolder folder)
    {
        await using var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = new DirectoryInfo(folder.File("data")) }, TimeProvider.System, Stop)).Value;
        await using var messages = new MessageStore(store);
        foreach (var conversation in new[] { "msteams:a", "msteams:b" })
        {
            await messages.SayAsync(conversation, "anna", new OutgoingMessage("{\"type\":\"message\"}", "https://channel.example"), Stop);
        }

        var due = await messages.Outbox.DueAsync(10, 10, [], Stop);
        foreach (var message in due)
        {
            await messages.Outbox.ParkAsync(message.Id, "the channel answered 403 Forbidden", Stop);
        }

        return (due[0].Id, due[1].Id);
    }
}
