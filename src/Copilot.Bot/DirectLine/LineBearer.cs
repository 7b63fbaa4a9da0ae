using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary>Who holds the token of a conversation of the page. It comes in a header, which no other site's page can send.</summary>
internal sealed class LineBearer(Passes passes)
{
    /// <summary>What the token is good for.</summary>
    public const string Purpose = "directline";

    /// <summary>Reads it; nothing where it is none of this host's, over, or for another conversation.</summary>
    public async Task<Pass?> ReadAsync(HttpContext context, string? conversation, CancellationToken cancellationToken)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var pass = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? await passes.ReadAsync(Purpose, header["Bearer ".Length..], cancellationToken) : null;
        return pass is not null && (conversation is null || pass.Conversation == conversation) ? pass : null;
    }
}
