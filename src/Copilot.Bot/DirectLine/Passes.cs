using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Copilot.Bot;

/// <summary>What a pass allows.</summary>
/// <param name="Person">The short name of the person it was made for.</param>
/// <param name="Conversation">The one conversation it opens; none for the page itself.</param>
internal sealed record Pass(string Person, string? Conversation)
{
    /// <summary>The pass's own number, where it is good for one use.</summary>
    public string? Id { get; init; }

    /// <summary>What exactly it opens, in the words of its purpose.</summary>
    public string? What { get; init; }

    /// <summary>When it is over.</summary>
    public DateTimeOffset EndsAt { get; init; }
}

/// <summary>
/// Passes that this host signs for its own page: a cookie that says who sits there, tokens of a conversation. Each is good for one purpose, one
/// person and a while. The claim <c>user</c> is the one that Web Chat looks for.
/// </summary>
internal sealed class Passes(byte[] key, TimeProvider time)
{
    private const string User = "user";
    private const string Conversation = "conv";
    private const string What = "what";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly SymmetricSecurityKey _key = new(key);

    /// <summary>Makes a pass.</summary>
    /// <param name="purpose">What for: a pass for one purpose is worth nothing for another.</param>
    /// <param name="pass">What it allows.</param>
    /// <param name="lasting">How long.</param>
    public string Make(string purpose, Pass pass, TimeSpan lasting)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { [User] = pass.Person };
        if (pass.Conversation is { } conversation)
        {
            claims[Conversation] = conversation;
        }

        if (pass.What is { } what)
        {
            claims[What] = what;
        }

        if (pass.Id is { } id)
        {
            claims[JwtRegisteredClaimNames.Jti] = id;
        }

        var now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = purpose, Claims = claims, NotBefore = now.AddSeconds(-5), Expires = now + lasting, SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Reads a pass; nothing where it is none of this host's, for another purpose, or over.</summary>
    public async Task<Pass?> ReadAsync(string purpose, string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 4_096)
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetUtcNow().UtcDateTime;
        var read = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAudience = purpose, ValidateIssuer = false, IssuerSigningKey = _key, ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            LifetimeValidator = (from, to, _, _) => from <= now && now < to,
        });
        return read.IsValid && Text(read, User) is { Length: > 0 } person
            ? new Pass(person, Text(read, Conversation)) { Id = Text(read, JwtRegisteredClaimNames.Jti), What = Text(read, What), EndsAt = new DateTimeOffset(read.SecurityToken.ValidTo, TimeSpan.Zero) }
            : null;
    }

    private static string? Text(TokenValidationResult read, string claim) => read.Claims.TryGetValue(claim, out var value) ? value as string : null;
}
