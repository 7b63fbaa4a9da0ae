using System.CommandLine;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Host.Commands;

/// <summary><c>copilot people erase</c>: forgets one of the staff or a customer's contact in the copilot's own records.</summary>
internal static class EraseCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var called = new Argument<string[]>("called") { Arity = ArgumentArity.OneOrMore, Description = "What they are called: short name, full name, every mail address." };
        var yes = new Option<bool>("--yes") { Description = "Do it. Without this it only says what would go." };
        var erase = new Command("erase", "Forget somebody: destroy their keys and take out what names them.") { called, yes };
        erase.SetAction((parsed, cancellationToken) => Guard.RunAsync(token => RunAsync(parsed.GetValue(called)!, parsed.GetValue(yes), token), cancellationToken));
        return erase;
    }

    private static Task<int> RunAsync(string[] called, bool really, CancellationToken cancellationToken) => PeopleCommand.OnStaffAsync(
        async (store, profile, by) =>
        {
            if (!profile.IsSample && !by.Roles.Contains(Staff.Administrator))
            {
                return Guard.Print(new Fault("HO-074", "Only an administrator erases somebody. Ask one of them: copilot people list --role administrator"));
            }

            var terms = ErasureTerms.Of(called);
            if (!terms.Ok)
            {
                return Guard.Print(terms.Fault);
            }

            var report = await new PersonEraser(store, TimeProvider.System).EraseAsync(terms.Value, Environment.UserName, really, cancellationToken);
            return report.Ok ? Print(report.Value, called, really) : Guard.Print(report.Fault);
        },
        cancellationToken);

    private static int Print(ErasureReport report, string[] called, bool really)
    {
        if (report.Texts == 0 && report.Keys.Count == 0)
        {
            Console.WriteLine($"Nothing here is about {string.Join(", ", called)}. Is everything spelled as it stands in the records?");
            return 0;
        }

        var keys = report.Keys.Count == 0 ? "no key of their own" : $"the key{(report.Keys.Count == 1 ? "" : "s")} {string.Join(", ", report.Keys)}";
        var expired = report.Expired.Count == 0 ? "" : $" {string.Join(", ", report.Expired)} {(report.Expired.Count == 1 ? "waits" : "wait")} for a decision and {(really ? "cannot be confirmed any more" : "could not be confirmed any more")}.";
        Console.WriteLine(really
            ? $"Erased: {keys} and {report.Texts} texts. The ledger stays whole and calls them by an alias.{expired}"
            : $"Would go: {keys} and {report.Texts} texts that are theirs or name them. The ledger stays whole and calls them by an alias.{expired} This cannot be taken back. To do it, say the same with --yes");
        Console.WriteLine(really
            ? "Not touched: the business records (change the contact in the system that holds it and import again), mails that were sent, and backups made before. After restoring one of those, erase again. One of the staff stays on the list of people until they are taken off it: copilot people remove NAME"
            : "Untouched stay: the business records, mails that were sent, and backups made before.");
        return 0;
    }
}
