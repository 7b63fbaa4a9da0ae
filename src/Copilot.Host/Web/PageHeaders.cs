using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Copilot.Host.Web;

/// <summary>What every answer tells the browser: nothing is loaded from or sent to anywhere but this host.</summary>
internal static class PageHeaders
{
    private const string NonceKey = "nonce";

    // of an empty style element: Web Chat's scrolling panel makes one without the nonce and fills it through the object model
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>The nonce of this answer's styles.</summary>
    public static string Nonce(HttpContext context) => (string)(context.Items[NonceKey] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));

    /// <summary>Adds them.</summary>
    public static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + Nonce(context)
            + "' " + EmptyStyle + "; img-src 'self' data: blob:; connect-src 'self' blob:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
