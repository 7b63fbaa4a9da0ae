using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Copilot.Core;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Copilot.Host.SignIn;

/// <summary>Changes the code for tokens (RFC 6749, 4.1.3) as the kind of client that the settings say. Nothing of either is logged or kept.</summary>
internal sealed partial class CodeExchange(SignInOptions options, HttpClient http, ILogger<CodeExchange> logger)
{
    private const int MostBytes = 512 * 1024;

    /// <summary>The id token, and the access token for the authority's page about the person where it gave one.</summary>
    public async Task<Result<(string IdToken, string? AccessToken)>> RunAsync(
        OpenIdConnectConfiguration document, string code, Attempt attempt, string redirect, CancellationToken cancellationToken)
    {
        var secret = await ClientSecret.ReadAsync(options, cancellationToken);
        using var request = secret.Ok ? Request(document, code, attempt, redirect, secret.Value) : null;
        if (request is null)
        {
            Refused(logger, secret.Fault?.Message ?? "it takes a secret neither as client_secret_basic nor as client_secret_post");
            return SignInFaults.Misconfigured;
        }

        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            return answer.IsSuccessStatusCode ? Tokens(bytes) : Error((int)answer.StatusCode, bytes);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Away(logger, error.GetType().Name, error.Message);
            return SignInFaults.AuthorityAway;
        }
    }

    private HttpRequestMessage? Request(OpenIdConnectConfiguration document, string code, Attempt attempt, string redirect, string? secret)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect, ["code_verifier"] = attempt.Verifier,
        };
        AuthenticationHeaderValue? basic = null;
        var ways = document.TokenEndpointAuthMethodsSupported;
        if (secret is null)
        {
            form["client_id"] = options.ClientId;
        }
        else if (ways.Count == 0 || ways.Contains("client_secret_basic"))
        {
            // both are form-encoded before they are joined (RFC 6749, 2.3.1)
            basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(options.ClientId)}:{Uri.EscapeDataString(secret)}")));
        }
        else if (ways.Contains("client_secret_post"))
        {
            (form["client_id"], form["client_secret"]) = (options.ClientId, secret);
        }
        else
        {
            return null;
        }

        var request = new HttpRequestMessage(HttpMethod.Post, document.TokenEndpoint) { Content = new FormUrlEncodedContent(form) };
        (request.Headers.Authorization, request.Version) = (basic, http.DefaultRequestVersion);
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    private Result<(string IdToken, string? AccessToken)> Tokens(byte[] json) =>
        Json.Text(json, "id_token") is { Length: > 0 } token ? (token, Json.Text(json, "access_token")) : Unsound();

    private Fault Unsound()
    {
        Refused(logger, "its answer holds no id token");
        return SignInFaults.Unsound;
    }

    // an old or wrong code is the person's affair, everything else the administrator's
    private Fault Error(int status, byte[] json)
    {
        var code = Json.Text(json, "error");
        Refused(logger, $"status {status}, {Clean.Code(code)}");
        return status >= 500 ? SignInFaults.AuthorityAway : code == "invalid_grant" ? SignInFaults.Unsound : SignInFaults.Misconfigured;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in's authority gave no token: {Reason}")]
    private static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in's authority does not answer when asked for a token ({Kind}): {Reason}")]
    private static partial void Away(ILogger logger, string kind, string reason);

    /// <summary>One text of a JSON object; nothing where it is none.</summary>
    private static class Json
    {
        public static string? Text(byte[] json, string name)
        {
            try
            {
                using var document = JsonDocument.Parse(json);
                return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
