namespace Copilot.Host.Teams;

/// <summary>What an app package for Teams is made from, as typed.</summary>
internal sealed record TeamsPackageRequest
{
    /// <summary>What the app is called unless it is given a name.</summary>
    public const string DefaultName = "Operations copilot";

    /// <summary>The application (client) id of the bot's registration.</summary>
    public required string BotId { get; init; }

    /// <summary>The host name under which the copilot is reached.</summary>
    public required string Host { get; init; }

    /// <summary>dev or prod.</summary>
    public string Environment { get; init; } = "prod";

    /// <summary>The name that people see in Teams.</summary>
    public string Name { get; init; } = DefaultName;

    /// <summary>The app's version: X.Y.Z.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>The company's page on privacy; the host itself when left out.</summary>
    public string? PrivacyUrl { get; init; }

    /// <summary>The company's terms of use; the host itself when left out.</summary>
    public string? TermsUrl { get; init; }
}
