using System.CommandLine;
using Copilot.Host.Teams;

namespace Copilot.Host.Commands;

/// <summary><c>copilot teams package</c>: the app package that an administrator uploads to Teams.</summary>
internal static class TeamsCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var bot = new Option<string>("--bot-id") { Description = "The application (client) id of the bot's registration.", Required = true };
        var host = new Option<string>("--host") { Description = "The public host name of the copilot, as copilot.example.com.", Required = true };
        var environment = new Option<string>("--env") { Description = "dev or prod.", DefaultValueFactory = _ => "prod" };
        var name = new Option<string>("--name") { Description = "What the app is called in Teams.", DefaultValueFactory = _ => TeamsPackageRequest.DefaultName };
        var version = new Option<string>("--version") { Description = "The app's version, X.Y.Z; raise it with every package.", DefaultValueFactory = _ => "1.0.0" };
        var privacy = new Option<string?>("--privacy-url") { Description = "Your page on privacy; the host's address when left out." };
        var terms = new Option<string?>("--terms-url") { Description = "Your terms of use; the host's address when left out." };
        var output = new Option<FileInfo>("--output", "-o") { Description = "The zip to write.", Required = true };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there." };
        var package = new Command("package", "Make the app package for Teams.") { bot, host, environment, name, version, privacy, terms, output, force };
        package.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => RunAsync(
                new TeamsPackageRequest
                {
                    BotId = parsed.GetValue(bot)!,
                    Host = parsed.GetValue(host)!,
                    Environment = parsed.GetValue(environment)!,
                    Name = parsed.GetValue(name)!,
                    Version = parsed.GetValue(version)!,
                    PrivacyUrl = parsed.GetValue(privacy),
                    TermsUrl = parsed.GetValue(terms),
                },
                parsed.GetValue(output)!,
                parsed.GetValue(force),
                token),
            cancellationToken));
        return new Command("teams", "The Teams app.") { package };
    }

    private static async Task<int> RunAsync(TeamsPackageRequest request, FileInfo target, bool force, CancellationToken cancellationToken)
    {
        var written = await TeamsPackage.WriteAsync(request, target, force, cancellationToken);
        if (!written.Ok)
        {
            return Guard.Print(written.Fault);
        }

        Console.WriteLine($"{written.Value.FullName} is ready: {request.Name} {request.Version} ({request.Environment}) for https://{request.Host.ToLowerInvariant()}/api/messages.");
        Console.WriteLine("Next: upload it in the Teams admin centre (Teams apps, Manage apps). manifests/ADMINISTRATOR.md says what else is needed.");
        return 0;
    }
}
