using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary>
/// Who may come without a token, where that is allowed at all: a program on this machine, by the socket's own word. What a header says about the
/// origin is never believed; a header that shows a proxy in between, whose clients could be anywhere, is a reason to refuse.
/// </summary>
internal static class LoopbackCaller
{
    // X-Original-… is what ASP.NET's own forwarding leaves behind after it has replaced the socket's address by a header's
    private static readonly string[] ProxyPrefixes = ["X-Forwarded", "X-Original", "X-Envoy-", "Cf-"];

    private static readonly HashSet<string> ProxyHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "X-ProxyUser-Ip", "X-Remote-Addr", "X-Remote-IP",
    };

    /// <summary>Whether the connection comes from this machine, directly, and not out of a page of somebody else's site in a browser.</summary>
    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && WebAddress.IsLoopback(address)
        && !context.Request.Headers.Keys.Any(IsProxy)
        && !IsForeignPage(context.Request);

    private static bool IsProxy(string name) =>
        ProxyHeaders.Contains(name) || ProxyPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    // a browser on this machine connects from loopback for any page it shows, and then names the page's origin
    private static bool IsForeignPage(HttpRequest request) =>
        request.Headers.Origin.Count > 0
        && !(request.Headers.Origin.Count == 1 && Uri.TryCreate(request.Headers.Origin[0], UriKind.Absolute, out var origin) && WebAddress.IsLoopback(origin));
}
