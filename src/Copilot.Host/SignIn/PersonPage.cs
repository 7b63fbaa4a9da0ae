using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Copilot.Host.SignIn;

/// <summary>The authority's page about the person who signed in (OpenID Connect Core 1.0, 5.3): some say there what their id token leaves out.</summary>
internal sealed partial class PersonPage(SignInOptions options, HttpClient http, ILogger<PersonPage> logger)
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Adds to the claims what is missing, when something is and the authority has such a page. Without it one goes on with what there is.</summary>
    public async Task CompleteAsync(SignInClaims claims, OpenIdConnectConfiguration document, string? accessToken, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(accessToken) || !SignInRules.IsSafe(document.UserInfoEndpoint) || !Lacks(claims))
        {
            return;
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, document.UserInfoEndpoint);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
            request.Headers.Accept.ParseAdd("application/json");
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            var more = json.RootElement.ValueKind == JsonValueKind.Object ? new SignInClaims(json.RootElement) : null;

            // another's page must not be taken for this person's (5.3.2)
            if (more?.One("sub") is { } subject && subject == claims.One("sub"))
            {
                claims.Complete(more);
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException or JsonException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Unread(logger, error.GetType().Name);
        }
    }

    private bool Lacks(SignInClaims claims) =>
        claims.Names(options.PersonClaims).Count == 0 || (options.GivesRoles && (claims.All(options.GroupsClaim).Count == 0 || claims.One("email") is null));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The authority's page about the person who signed in could not be read: {Kind}")]
    private static partial void Unread(ILogger logger, string kind);
}
