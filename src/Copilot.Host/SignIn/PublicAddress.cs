using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Copilot.Host.SignIn;

/// <summary>Under which address people reach this host: the one that is set, else the one it listens on, which is then of this machine alone. Never what a request says.</summary>
internal sealed class PublicAddress(SignInOptions options, IServer server)
{
    /// <summary>Scheme, host and port.</summary>
    public string Value => options.PublicUrl.Length > 0 ? options.PublicUrl : server.Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');

    /// <summary>Whether cookies may be kept to encrypted connections.</summary>
    public bool Secure => Value.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
