using System.Net;

namespace Copilot.Bot;

/// <summary>Which addresses may be called: over https, or plainly where no wire is crossed.</summary>
internal static class WebAddress
{
    /// <summary>Whether an address is absolute, carries no name or password, and is https or lies on this machine.</summary>
    public static bool IsSafe(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && IsSafe(address);

    /// <inheritdoc cref="IsSafe(string?)"/>
    public static bool IsSafe(Uri address) =>
        address.UserInfo.Length == 0 && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)));

    /// <summary>Whether an address names this machine by itself: a name that some server resolves does not count, "localhost" does.</summary>
    public static bool IsLoopback(Uri address) =>
        string.Equals(address.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase)
        || (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.TryParse(address.IdnHost, out var number) && IsLoopback(number));

    /// <summary>Whether an address of a socket is this machine's, also where a socket of version 6 shows one of version 4.</summary>
    public static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
