using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Copilot.Bot;

/// <summary>The address under which people reach this host, for links that leave its own page.</summary>
/// <param name="configured">As the settings say it.</param>
/// <param name="server">Where this host listens: on a machine by itself that is where its people reach it.</param>
internal sealed class PublicAddress(Uri? configured, IServer server)
{
    /// <summary>The address; none where the settings do not say it and the host is meant for others than this machine.</summary>
    public Uri? Value => configured
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null).FirstOrDefault(uri => uri?.IsLoopback == true);
}
