using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Copilot.Bot;

/// <summary>
/// Decides whether an activity may be taken, before anything of it is stored.
/// Sources: "Authentication with the Bot Connector API" (learn.microsoft.com, azure/bot-service/rest-api/bot-framework-rest-connector-authentication),
/// the sections on connector to bot and emulator to bot, the second of which describes the tokens of a directory (<c>appid</c> in version 1,
/// <c>azp</c> in version 2); how the published clients read it: ParameterizedBotFrameworkAuthentication in github.com/microsoft/botbuilder-dotnet,
/// and the issuers of a single tenant in the hosting samples of github.com/microsoft/Agents-for-net.
/// </summary>
internal sealed class ActivityAuthenticator
{
    private readonly BotAuthOptions _options;
    private readonly ILogger<ActivityAuthenticator> _log;
    private readonly TokenDoor? _channel;
    private readonly TokenDoor? _directory;

    /// <summary>Asks nobody yet: keys are read with the first token.</summary>
    public ActivityAuthenticator(BotAuthOptions options, HttpClient http, TimeProvider clock, ILogger<ActivityAuthenticator> log)
    {
        _options = options;
        _log = log;
        if (options.AppId.Length == 0)
        {
            // an empty audience must not become one that an empty claim matches: there is no door then
            return;
        }

        _channel = new TokenDoor(new SigningKeys(options.OpenIdAddress, http, options, clock, log), [options.Issuer], [options.AppId], options, clock);
        if (options.TenantId is not null)
        {
            // a directory names an application by its id or by one of the two addresses that hold it
            string[] audiences = [options.AppId, $"api://{options.AppId}", $"api://botid-{options.AppId}"];
            _directory = new TokenDoor(new SigningKeys(options.DirectoryDocument, http, options, clock, log), options.DirectoryIssuers, audiences, options, clock);
        }
    }

    /// <summary>The caller, or the status and reason of the refusal. The reason is logged and holds nothing of the token.</summary>
    public async ValueTask<Admission> CheckAsync(HttpContext context, Activity activity, CancellationToken cancellationToken)
    {
        var header = context.Request.Headers.Authorization;
        var admission = header.Count == 0 ? Anonymous(context, activity) : await WithTokenAsync(context, activity, cancellationToken);
        if (!admission.Ok)
        {
            _log.LogWarning("An activity from {Address} was refused with {Status}: {Code} {Reason}", context.Connection.RemoteIpAddress, admission.Status, admission.Fault.Code, admission.Fault.Message);
        }

        return admission;
    }

    private Admission Anonymous(HttpContext context, Activity activity)
    {
        // a registered bot shows its token wherever it replies, and a caller without one could name any place: it keeps this door shut
        if (!_options.AnonymousOnLoopback || _options.AppId.Length > 0)
        {
            return AuthRefusals.NoToken;
        }

        return LoopbackCaller.Is(context) ? Caller(CallerDoor.Loopback, activity.ServiceUrl, null) : AuthRefusals.NotLocal;
    }

    private async ValueTask<Admission> WithTokenAsync(HttpContext context, Activity activity, CancellationToken cancellationToken)
    {
        var (token, refusal) = BearerHeader.Read(context.Request.Headers.Authorization, _options.MaximumHeaderLength);
        if (token is null)
        {
            return refusal!;
        }

        var door = _channel?.Claims(token) == true ? _channel : _directory?.Claims(token) == true ? _directory : null;
        if (door is null)
        {
            return AuthRefusals.UnknownIssuer;
        }

        var (key, wrong) = await door.CheckAsync(token, cancellationToken);
        if (key is null)
        {
            return wrong!;
        }

        return door == _channel ? Channel(token, key, activity) : Directory(token, activity);
    }

    private Admission Channel(JsonWebToken token, SigningKey key, Activity activity)
    {
        if (activity.ChannelId is not { } channel || !key.Endorsements.Contains(channel, StringComparer.Ordinal))
        {
            return AuthRefusals.NotEndorsed;
        }

        return !token.TryGetPayloadValue<string>("serviceurl", out var named) || string.IsNullOrEmpty(named)
            ? AuthRefusals.OtherServiceUrl
            : Named(CallerDoor.Channel, named, activity);
    }

    /// <summary>
    /// A directory's keys endorse no channel and its tokens seldom name a place; what proves the caller is that the directory gave the token to the
    /// bot's own application (or to one the settings name) and not to a person who signed in with it: such a token carries a scope.
    /// </summary>
    private Admission Directory(JsonWebToken token, Activity activity)
    {
        var application = Text(token, Text(token, "ver") == "2.0" ? "azp" : "appid");
        var allowed = application.Equals(_options.AppId, StringComparison.OrdinalIgnoreCase) || _options.DirectoryCallers.Contains(application, StringComparer.OrdinalIgnoreCase);
        if (!allowed || token.TryGetPayloadValue<object>("scp", out _) || Text(token, "idtyp") == "user")
        {
            return AuthRefusals.OtherApplication;
        }

        return Text(token, "serviceurl") is { Length: > 0 } named
            ? Named(CallerDoor.Directory, named, activity)
            : OfTenant(CallerDoor.Directory, activity.ServiceUrl, activity);
    }

    private Admission Named(CallerDoor door, string named, Activity activity)
    {
        var place = ServiceUrl.Read(named, anonymous: false);
        var wanted = ServiceUrl.Read(activity.ServiceUrl, anonymous: false);
        return place is null || wanted is null ? AuthRefusals.BadServiceUrl
            : place != wanted ? AuthRefusals.OtherServiceUrl
            : OfTenant(door, named, activity);
    }

    private Admission OfTenant(CallerDoor door, string? place, Activity activity)
    {
        var (tenant, refusal) = ActivityTenants.Allowed(activity, _options.Tenants);
        return refusal ?? Caller(door, place, tenant);
    }

    private static Admission Caller(CallerDoor door, string? place, string? tenant)
    {
        if (string.IsNullOrEmpty(place))
        {
            return new AuthenticatedCaller(door, null, tenant);
        }

        return ServiceUrl.Read(place, door == CallerDoor.Loopback) is { } replyTo ? new AuthenticatedCaller(door, replyTo, tenant) : AuthRefusals.BadServiceUrl;
    }

    private static string Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value ?? "" : "";
}
