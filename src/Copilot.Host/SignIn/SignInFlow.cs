using Copilot.Bot;
using Copilot.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Copilot.Host.SignIn;

/// <summary>The authorization code flow with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636), from the question to the person.</summary>
internal sealed partial class SignInFlow(
    SignInOptions options, Authority authority, Attempts attempts, CodeExchange exchange, IdTokens tokens, PersonPage persons, Admittance admittance, PublicAddress address, ILogger<SignInFlow> logger)
{
    private const int LongestCode = 4_096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private string Redirect => address.Origin + SignInEndpoints.Callback;

    /// <summary>Begins: the authority's address to go to. What its answer will be held against goes into a cookie.</summary>
    public async Task<Result<string>> BeginAsync(HttpContext context, string returnPath, CancellationToken cancellationToken)
    {
        var document = await authority.ReadAsync(cancellationToken);
        if (!document.Ok)
        {
            return document.Fault;
        }

        var attempt = Attempts.New(returnPath);
        attempts.Give(context, attempt, address.Secure);
        return QueryHelpers.AddQueryString(document.Value.AuthorizationEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code", ["response_mode"] = "query", ["client_id"] = options.ClientId, ["redirect_uri"] = Redirect, ["scope"] = string.Join(' ', options.Scopes),
            ["state"] = attempt.State, ["nonce"] = attempt.Nonce, ["code_challenge"] = Attempts.Challenge(attempt), ["code_challenge_method"] = "S256",
        });
    }

    /// <summary>Ends: the person's short name, and where they go.</summary>
    public async Task<Result<(string Person, string ReturnPath)>> EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        var state = Single(query, "state");
        var attempt = Attempts.IsState(state) ? await attempts.TakeAsync(context, state!, address.Secure, cancellationToken) : null;
        if (attempt is null)
        {
            return SignInFaults.NoAttempt(address.Origin);
        }

        var document = await authority.ReadAsync(cancellationToken);
        if (!document.Ok)
        {
            return document.Fault;
        }

        // an answer that another authority was asked for (RFC 9207)
        if (query.ContainsKey("iss") ? Single(query, "iss") != document.Value.Issuer : document.Value.AuthorizationResponseIssParameterSupported)
        {
            Mixed(logger);
            return SignInFaults.Unsound;
        }

        if (query.ContainsKey("error"))
        {
            return Error(Single(query, "error"));
        }

        return Single(query, "code") is { Length: > 0 and <= LongestCode } code ? await PersonAsync(document.Value, code, attempt, cancellationToken) : SignInFaults.Unsound;
    }

    /// <summary>Where the authority lets people sign out of itself; nothing where it does not say, or not soon: nobody waits for it to get out.</summary>
    public async Task<string?> ElsewhereAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var document = await authority.ReadAsync(limit.Token);
            return document.Ok && SignInRules.IsSafe(document.Value.EndSessionEndpoint) ? QueryHelpers.AddQueryString(document.Value.EndSessionEndpoint, "client_id", options.ClientId) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<Result<(string Person, string ReturnPath)>> PersonAsync(OpenIdConnectConfiguration document, string code, Attempt attempt, CancellationToken cancellationToken)
    {
        var given = await exchange.RunAsync(document, code, attempt, Redirect, cancellationToken);
        if (!given.Ok)
        {
            return given.Fault;
        }

        var claims = await tokens.CheckAsync(document, given.Value.IdToken, attempt.Nonce, cancellationToken);
        if (!claims.Ok)
        {
            return claims.Fault;
        }

        await persons.CompleteAsync(claims.Value, document, given.Value.AccessToken, cancellationToken);
        var person = await admittance.AdmitAsync(claims.Value, cancellationToken);
        return person.Ok ? (person.Value, ReturnPath.Of(attempt.ReturnPath)) : person.Fault;
    }

    private Fault Error(string? code)
    {
        Refused(logger, Clean.Code(code));
        return code switch
        {
            "access_denied" or "login_required" or "interaction_required" or "consent_required" or "account_selection_required" => SignInFaults.Denied,
            "server_error" or "temporarily_unavailable" => SignInFaults.AuthorityAway,
            _ => SignInFaults.Misconfigured,
        };
    }

    // said twice is not said
    private static string? Single(IQueryCollection query, string name) => query.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in's authority answered with the error {Code}.")]
    private static partial void Refused(ILogger logger, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer to a sign-in names another authority than the one that was asked, or none. It was refused.")]
    private static partial void Mixed(ILogger logger);
}
