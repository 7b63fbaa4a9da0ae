using System.CommandLine;
using System.Globalization;
using System.Text;
using Copilot.Host.Commands;
using Copilot.Host.Terminal;

namespace Copilot.Host;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        // one culture for every thread: a figure reads the same on every machine
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        var root = new RootCommand("Copilot for sales operations and order to cash: ask about orders, deliveries, receivables and the CRM.");
        var serve = ServeCommand.Make();
        root.Subcommands.Add(serve);
        root.Subcommands.Add(ChatCommand.Make());
        root.Subcommands.Add(AskCommand.Make());
        root.Subcommands.Add(EvalCommand.Make());
        root.Subcommands.Add(ImportCommand.Make());
        root.Subcommands.Add(HandOverCommand.Make());
        root.Subcommands.Add(InitCommand.Make());
        root.Subcommands.Add(SampleCommand.Make());
        root.Subcommands.Add(LedgerCommand.Make());
        root.Subcommands.Add(GateCommand.Make());
        root.Subcommands.Add(AwayCommand.Make());
        root.Subcommands.Add(StandingCommand.Make());
        root.Subcommands.Add(PeopleCommand.Make());
        root.Subcommands.Add(BackupCommand.Make());
        root.Subcommands.Add(RestoreCommand.Make());
        root.Subcommands.Add(TeamsCommand.Make());
        root.Subcommands.Add(OutboxCommand.Make());
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(ServeCommand.Local, cancellationToken));
        var parsed = root.Parse(arguments);
        if (parsed.CommandResult.Command is var command && command != root && command != serve)
        {
            // the host draws nothing, and what draws is some megabytes
            TerminalOutput.Fit();
        }

        return await parsed.InvokeAsync();
    }
}
