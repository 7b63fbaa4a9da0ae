using Copilot.Core;

namespace Copilot.Host.Teams;

/// <summary>What can be wrong with what an app package is to be made from.</summary>
internal static class TeamsFaults
{
    private const string Example = "11111111-2222-3333-4444-555555555555";

    /// <summary>Not a GUID.</summary>
    public static Fault BotId(string text) =>
        new("HO-060", $"--bot-id is \"{text}\", which is no application id. Copy the Application (client) ID of the bot's registration, as {Example}.");

    /// <summary>Something else than a host name.</summary>
    public static Fault Host(string text, string reason) =>
        new("HO-061", $"--host is \"{text}\": {reason}. Give the public host name alone, as copilot.example.com.");

    /// <summary>An environment without a template.</summary>
    public static Fault Environment(string text) =>
        new("HO-062", $"--env is \"{text}\". It is \"prod\" (the default) or \"dev\".", ["--env prod", "--env dev"]);

    /// <summary>A name that Teams does not take.</summary>
    public static Fault Name(int longest) =>
        new("HO-063", $"--name takes 1 to {longest} characters here, without line breaks: Teams shows no longer name.");

    /// <summary>Not X.Y.Z.</summary>
    public static Fault Version(string text) =>
        new("HO-064", $"--version is \"{text}\". Write three numbers with dots, as 1.2.0, and raise it with every package that replaces another.");

    /// <summary>Not a web address.</summary>
    public static Fault Address(string option, string text) =>
        new("HO-065", $"{option} is \"{text}\", which is no web address. Write it whole, as https://example.com/privacy.");

    /// <summary>The target is taken.</summary>
    public static Fault FileExists(string path) =>
        new("HO-066", $"{path} is already there. Choose another name, or add --force to replace it. Nothing was written.");

    /// <summary>No place for the target.</summary>
    public static Fault NoFolder(string path) =>
        new("HO-067", $"There is no folder {path}. Make it first, or write elsewhere with -o.");

    /// <summary>The disk refuses.</summary>
    public static Fault NotWritten(string path, string reason) =>
        new("HO-068", $"{path} could not be written: {reason.TrimEnd('.')}. Choose a place that this account may write to.");
}
