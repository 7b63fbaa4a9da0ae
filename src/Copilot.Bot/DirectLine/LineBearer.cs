using Copilot.Core;
using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary>
/// Who holds the token of a conversation of the page. It comes in a header, which no other site's page can send. Where one signs in, the token is good as
/// long as its person sits there: whoever signed out or was let go holds nothing.
/// </summary>
internal sealed class LineBearer(Passes passes, PersonPace pace, PageDoor door)
{
    /// <summary>What the token is good for.</summary>
    public const string Purpose = "directline";

    /// <summary>Said to whoever has no token for a conversation.</summary>
    public static IResult NoPass => Bodies.Refuse(StatusCodes.Status403Forbidden, new Fault("BT-061", "The conversation's token is missing, over, or for another conversation. Load the page again."));

    /// <summary>Reads it; nothing where it is none of this host's, over, or for another conversation.</summary>
    public async Task<Pass?> ReadAsync(HttpContext context, string? conversation, CancellationToken cancellationToken)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var pass = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? await passes.ReadAsync(Purpose, header["Bearer ".Length..], cancellationToken) : null;
        return pass is not null && (conversation is null || pass.Conversation == conversation) && await SitsAsync(context, pass, cancellationToken) ? pass : null;
    }

    /// <summary>Whether a pass's person still sits where the request came from. In the sample anybody may be anybody.</summary>
    public async Task<bool> SitsAsync(HttpContext context, Pass pass, CancellationToken cancellationToken) =>
        door.SignIn is null || await door.SeatedAsync(context, cancellationToken) == pass.Person;

    /// <summary>Reads it for something that is done and counts, or refuses whoever has none, or has had theirs.</summary>
    public async Task<(Pass? Pass, IResult? Refusal)> AdmitAsync(HttpContext context, string conversation, CancellationToken cancellationToken) =>
        await ReadAsync(context, conversation, cancellationToken) is not { } pass ? (null, NoPass)
        : pace.Refusal(context, pass.Person) is { } tooMany ? (null, tooMany)
        : (pass, null);
}
