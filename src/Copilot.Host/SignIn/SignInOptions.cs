using System.Globalization;
using System.Text;

namespace Copilot.Host.SignIn;

/// <summary>How people sign in to the page: read from <c>Copilot:SignIn</c>, checked once at start.</summary>
internal sealed record SignInOptions
{
    /// <summary>Who vouches for people: an OpenID Connect authority, by the name it gives itself.</summary>
    public required string Authority { get; init; }

    /// <summary>What this page is called there.</summary>
    public required string ClientId { get; init; }

    /// <summary>The page's secret there; never in a file of the repository. None, and no file either, for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A file with the secret and nothing else; read anew for each sign-in, so that a new secret needs no restart.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>What is asked of the authority.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Which claims may name one of the staff, the surest first.</summary>
    public required IReadOnlyList<string> PersonClaims { get; init; }

    /// <summary>The claim with the person's groups.</summary>
    public required string GroupsClaim { get; init; }

    /// <summary>Which roles each group gives. Empty: roles are those of the staff list.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; }

    /// <summary>Under which address people reach this host, without a path; empty for the one it listens on.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>Whether roles come with the sign-in.</summary>
    public bool GivesRoles => Groups.Count > 0;

    // the text of a record holds every property; this one's must not hold the secret
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Authority = {Authority}, ClientId = {ClientId}, PublicUrl = {PublicUrl}");
        return true;
    }
}
