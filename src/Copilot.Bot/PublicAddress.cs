using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Copilot.Bot;

/// <summary>The address under which people reach this host. Never what a request says.</summary>
/// <param name="configured">As the settings say it.</param>
/// <param name="server">Where this host listens: on a machine by itself that is where its people reach it.</param>
public sealed class PublicAddress(Uri? configured, IServer server)
{
    /// <summary>The address as the settings say it; a proxy that ends the encryption may stand before it.</summary>
    public Uri? Configured => configured;

    /// <summary>The address; none where the settings do not say it and the host is meant for others than this machine. No sign-in is set up then.</summary>
    public Uri? Value => configured
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null).FirstOrDefault(uri => uri?.IsLoopback == true);

    /// <summary>Scheme, host and port; nothing where there is no address.</summary>
    public string Origin => Value?.GetLeftPart(UriPartial.Authority) ?? "";

    /// <summary>Whether cookies may be kept to encrypted connections.</summary>
    public bool Secure => Value?.Scheme == Uri.UriSchemeHttps;
}
