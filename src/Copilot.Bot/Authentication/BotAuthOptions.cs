using System.Globalization;
using System.Text;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>
/// Who may post to the bot and as whom it answers: bound by the host from <c>Copilot:Bot</c>, checked once at start.
/// The public cloud's addresses are the defaults; a sovereign cloud sets its own.
/// </summary>
internal sealed record BotAuthOptions
{
    /// <summary>The registered application's id: the audience of every token, and the client that asks for tokens.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The directory of a single-tenant bot; null for a bot of many.</summary>
    public string? TenantId { get; init; }

    /// <summary>The directories whose people may write; empty means the bot's own alone.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>Other applications of the bot's own directory that may post in its name; the bot's own id is always one.</summary>
    public IReadOnlyList<string> DirectoryCallers { get; init; } = [];

    /// <summary>The channel's OpenID document.</summary>
    public string OpenIdAddress { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who issues the channel's tokens.</summary>
    public string Issuer { get; init; } = "https://api.botframework.com";

    /// <summary>Where the directory lives: its tokens of version 2 name it, and tokens for the connector come from it.</summary>
    public string Directory { get; init; } = "https://login.microsoftonline.com";

    /// <summary>How the directory names itself in tokens of version 1.</summary>
    public string DirectoryV1 { get; init; } = "https://sts.windows.net";

    /// <summary>The directory's OpenID document, where it does not lie below <see cref="Directory"/>.</summary>
    public string? DirectoryOpenIdAddress { get; init; }

    /// <summary>What the bot asks a token for when it answers.</summary>
    public string ConnectorScope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>The application's secret; never in a file of the repository.</summary>
    public string? AppSecret { get; init; }

    /// <summary>A file with the secret and nothing else; read anew for each token, so that a new secret needs no restart.</summary>
    public string? AppSecretFile { get; init; }

    /// <summary>
    /// Whether a request without a token is taken on a loopback connection. The composition root sets it, only for the sample company in
    /// development; it is no setting. A bot with an application id wants a token all the same.
    /// </summary>
    public bool AnonymousOnLoopback { get; init; }

    /// <summary>How far two clocks may be apart; the published protocol says five minutes.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After how long known keys are read again; the protocol wants at least once a day, so that a new endorsement is seen.</summary>
    public TimeSpan KeysFreshFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Between two readings of the keys for a key nobody knows: whoever invents keys does not reach the issuer through us.</summary>
    public TimeSpan UnknownKeyPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Between two attempts while there are no keys at all.</summary>
    public TimeSpan FirstKeysPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the issuer may take to answer: less than the five seconds an invoke has.</summary>
    public TimeSpan KeysTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The longest Authorization header that is looked at, in characters; real ones have about 1,000.</summary>
    public int MaximumHeaderLength { get; init; } = 16 * 1024;

    /// <summary>What the bot's own directory calls itself, version 2 and version 1; empty for a bot of many directories.</summary>
    public IReadOnlyList<string> DirectoryIssuers => TenantId is null ? [] : [$"{Directory}/{TenantId}/v2.0", $"{DirectoryV1}/{TenantId}/"];

    /// <summary>Where the directory's OpenID document lies.</summary>
    public string DirectoryDocument => DirectoryOpenIdAddress ?? $"{Directory}/{TenantId}/v2.0/.well-known/openid-configuration";

    /// <summary>Who gives tokens for the connector: a bot of many directories asks the connector's own.</summary>
    public string ConnectorAuthority => $"{Directory}/{TenantId ?? "botframework.com"}";

    /// <summary>The directories whose people may write.</summary>
    public IReadOnlyList<string> Tenants => AllowedTenants.Count > 0 ? AllowedTenants : TenantId is null ? [] : [TenantId];

    /// <summary>The first setting that cannot be, in words for whoever sets it; null when all can.</summary>
    public Fault? Check() => AuthSettingRules.FirstFault(this);

    // the text of a record holds every property; this one's must not hold the secret
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"AppId = {AppId}, TenantId = {TenantId}, AnonymousOnLoopback = {AnonymousOnLoopback}");
        return true;
    }
}
