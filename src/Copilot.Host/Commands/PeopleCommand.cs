using System.CommandLine;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host.Terminal;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary><c>copilot people list|add|remove</c>: who is on the staff and what each may see.</summary>
internal static class PeopleCommand
{
    /// <summary>The command.</summary>
    public static Command Make() => new("people", "The staff: who may ask, and what each may see.") { List(), Add(), Remove(), EraseCommand.Make() };

    private static Command List()
    {
        var role = new Option<string?>("--role") { Description = "Those with that role." };
        var search = new Option<string?>("--search") { Description = "Those whose name, short name, mail or region holds this." };
        var page = new Option<int>("--page") { Description = "Which page.", DefaultValueFactory = _ => 1 };
        var former = new Option<bool>("--all") { Description = "With those who have left." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var list = new Command("list", "The staff with roles, region, mail and what each role sees.") { role, search, page, former, json };
        list.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => ListAsync(new PeopleFilter(parsed.GetValue(role), parsed.GetValue(search), parsed.GetValue(page), parsed.GetValue(former)), parsed.GetValue(json), token),
            cancellationToken));
        return list;
    }

    private static Command Add()
    {
        var key = new Argument<string>("key") { Description = "The short name: the name of the person's account." };
        var name = new Option<string>("--name") { Description = "The person's name.", Required = true };
        var email = new Option<string>("--email") { Description = "The mail address.", Required = true };
        var roles = new Option<string[]>("--role") { Description = "One role or several.", Required = true, AllowMultipleArgumentsPerToken = true };
        var region = new Option<string>("--region") { Description = "The sales region that is theirs.", DefaultValueFactory = _ => "all" };
        var add = new Command("add", "Take somebody on, or back who had left.") { key, name, email, roles, region };
        add.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => AddAsync(
                new NewStaff { Key = parsed.GetValue(key)!, Name = parsed.GetValue(name)!, Email = parsed.GetValue(email)!, Roles = parsed.GetValue(roles)!, Region = parsed.GetValue(region)! },
                token),
            cancellationToken));
        return add;
    }

    private static Command Remove()
    {
        var key = new Argument<string>("key") { Description = "The person's short name." };
        var remove = new Command("remove", "Let somebody go: they can no longer ask; what names them stays.") { key };
        remove.SetAction((parsed, cancellationToken) => Guard.RunAsync(token => RemoveAsync(parsed.GetValue(key)!, token), cancellationToken));
        return remove;
    }

    private static Task<int> ListAsync(PeopleFilter filter, bool asJson, CancellationToken cancellationToken) => OnStaffAsync(
        async (store, profile, _) =>
        {
            var picked = filter.Pick(await Staff.ListAsync(store, cancellationToken));
            if (!picked.Ok)
            {
                return Guard.Print(picked.Fault);
            }

            if (asJson)
            {
                Console.Out.WriteLine(PeoplePrinter.Json(profile, picked.Value));
            }
            else
            {
                new PeoplePrinter(AnsiConsole.Console).Print(profile, picked.Value);
            }

            return 0;
        },
        cancellationToken);

    private static Task<int> AddAsync(NewStaff request, CancellationToken cancellationToken) => OnStaffAsync(
        async (store, profile, by) =>
        {
            var added = await Staff.AddAsync(store, request, by, Record(store, "people_add"), cancellationToken);
            if (!added.Ok)
            {
                return Guard.Print(added.Fault);
            }

            Console.WriteLine($"{request.Name.Trim()} ({added.Value.Key}) is {(added.Value.Returned ? "back " : "")}on the staff of {profile.Name} as {string.Join(", ", added.Value.Roles)}; region: {added.Value.Region}.");
            return 0;
        },
        cancellationToken);

    private static Task<int> RemoveAsync(string key, CancellationToken cancellationToken) => OnStaffAsync(
        async (store, profile, by) =>
        {
            var removed = await Staff.RemoveAsync(store, key, by, Record(store, "people_remove"), cancellationToken);
            if (!removed.Ok)
            {
                return Guard.Print(removed.Fault);
            }

            Console.WriteLine($"{removed.Value.Person.Name} ({removed.Value.Person.Key}) is no longer on the staff of {profile.Name} and can no longer ask. What names them stays.");
            return 0;
        },
        cancellationToken);

    private static Func<StaffChange, CancellationToken, Task> Record(CompanyStore store, string kind) => (change, token) =>
        new Ledger(store, TimeProvider.System).AppendAboutAsync(kind, Environment.UserName, change.Key, new { change.Roles, change.Before, change.Region, change.Returned }, token);

    /// <summary>Runs a body as the account at the keyboard; in the sample as nobody, because a change is refused there with what to do first.</summary>
    internal static async Task<int> OnStaffAsync(Func<CompanyStore, CompanyProfile, Access, Task<int>> body, CancellationToken cancellationToken)
    {
        var opened = await CompanyFolder.OpenHereAsync(forNew: false, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        var (store, _) = opened.Value;
        await using var closing = store;
        if (await store.ProfileAsync(cancellationToken) is not { } profile)
        {
            return Guard.Print(new Fault("HO-070", "There is no company here yet. Make one with: copilot init \"NAME\" – or look at the sample first with: copilot chat", ["copilot init \"NAME\""]));
        }

        if (profile.IsSample)
        {
            return await body(store, profile, new Access(new Person(), [], []));
        }

        var account = await Account.FindAsync(store, profile, cancellationToken);
        return account.Ok ? await body(store, profile, account.Value.Access) : Guard.Print(account.Fault);
    }
}
