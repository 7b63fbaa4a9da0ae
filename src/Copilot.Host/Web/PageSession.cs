using Copilot.Bot;
using Microsoft.AspNetCore.Http;

namespace Copilot.Host.Web;

/// <summary>
/// Who sits at the page: a signed cookie for twelve hours. The sample's and a real company's are signed with different keys and have different
/// names, so that neither is worth anything at the other.
/// </summary>
internal sealed class PageSession(IServiceProvider services, PublicAddress? signIn)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(12);

    /// <summary>Seats somebody.</summary>
    public void Give(HttpContext context, string personKey) => context.Response.Cookies.Append(Name, CopilotBot.MakePagePass(services, personKey, Lasting), Options(context, Lasting));

    /// <summary>Who the cookie was made for; nobody where it is none, another installation's, or over. Whether they are still on the staff is not its to say.</summary>
    public Task<string?> ReadAsync(HttpContext context, CancellationToken cancellationToken) => CopilotBot.ReadPagePassAsync(services, context.Request.Cookies[Name], cancellationToken);

    /// <summary>Lets them go.</summary>
    public void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    private string Name => signIn is null ? "copilot-person" : signIn.Secure ? "__Host-copilot-signed-in" : "copilot-signed-in";

    // with a sign-in it comes along when somebody follows a link to this host, so that they need not sign in anew; what changes something wants
    // the page's own header besides, which no other site can send
    private CookieOptions Options(HttpContext context, TimeSpan? lasting) => new()
    {
        HttpOnly = true, SameSite = signIn is null ? SameSiteMode.Strict : SameSiteMode.Lax, Secure = signIn?.Secure ?? context.Request.IsHttps, MaxAge = lasting, Path = "/", IsEssential = true,
    };
}
