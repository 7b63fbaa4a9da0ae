using System.CommandLine;
using System.Globalization;
using Copilot.Data;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary><c>copilot outbox list|retry|drop</c>: what a channel would not take.</summary>
internal static class OutboxCommand
{
    private const int Page = 50;

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var command = new Command("outbox", "Replies that a channel would not take.");
        var all = new Option<bool>("--waiting") { Description = "Also those that still wait for another try." };
        var list = new Command("list", "Lists them, oldest first.") { all };
        list.SetAction((parsed, cancellationToken) => WithAsync((outbox, token) => ListAsync(outbox, parsed.GetValue(all), token), cancellationToken));
        command.Subcommands.Add(list);
        command.Subcommands.Add(One("retry", "Tries one again; the running host sends it within a second.", (outbox, id, token) => outbox.RetryAsync(id, token), "is tried again"));
        command.Subcommands.Add(One("drop", "Gives one up for good.", (outbox, id, token) => outbox.DropAsync(id, token), "is given up"));
        return command;
    }

    private static Command One(string name, string description, Func<OutboxStore, long, CancellationToken, Task<bool>> act, string done)
    {
        var number = new Argument<long>("number") { Description = "Its number in the list." };
        var command = new Command(name, description) { number };
        command.SetAction((parsed, cancellationToken) => WithAsync(
            async (outbox, token) =>
            {
                var id = parsed.GetValue(number);
                if (await act(outbox, id, token))
                {
                    AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Number {id} {done}.");
                    return 0;
                }

                return Guard.Print(new Core.Fault("HO-050", $"Number {id} is not parked. \"copilot outbox list\" shows those that are."));
            },
            cancellationToken));
        return command;
    }

    private static Task<int> WithAsync(Func<OutboxStore, CancellationToken, Task<int>> act, CancellationToken cancellationToken) => Guard.RunAsync(
        async token =>
        {
            var opened = await CompanyFolder.OpenHereAsync(forNew: false, token);
            if (!opened.Ok)
            {
                return Guard.Print(opened.Fault);
            }

            await using var store = opened.Value.Store;
            await using var messages = new MessageStore(store);
            return await act(messages.Outbox, token);
        },
        cancellationToken);

    private static async Task<int> ListAsync(OutboxStore outbox, bool waiting, CancellationToken cancellationToken)
    {
        var parked = await outbox.CountAsync(OutboxState.Parked, cancellationToken);
        var rows = (await outbox.ListAsync(OutboxState.Parked, 0, Page, cancellationToken)).ToList();
        if (waiting)
        {
            rows.AddRange(await outbox.ListAsync(OutboxState.Waiting, 0, Page, cancellationToken));
        }

        if (rows.Count == 0)
        {
            AnsiConsole.MarkupLine(waiting ? "Nothing is parked and nothing waits." : "Nothing is parked.");
            return 0;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Number", "State", "Written", "Tries", "Conversation", "What the channel said");
        foreach (var row in rows)
        {
            table.AddRow(
                row.Id.ToString(CultureInfo.InvariantCulture), row.State.ToString().ToLowerInvariant(), row.WrittenAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                row.Attempts.ToString(CultureInfo.InvariantCulture), Markup.Escape(row.Conversation), Markup.Escape(row.Trouble ?? ""));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{Math.Min(parked, Page)} of {parked} parked.");
        return 0;
    }
}
