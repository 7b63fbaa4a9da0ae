using System.Net;
using Copilot.Core;
using Copilot.Data;

namespace Copilot.Host.SignIn;

/// <summary>What each setting of the sign-in must look like; a fault names the setting, what is wrong with its value and an example.</summary>
internal static class SignInRules
{
    private const string Example = "https://login.microsoftonline.com/6f1f0f0e-3c0b-4b0e-9a53-3a5d6c0e1b2a/v2.0";
    private const string PageExample = "https://copilot.example.com";
    private const string Document = "/.well-known/openid-configuration";

    /// <summary>The first fault, in the order in which one sets them; null when there is none.</summary>
    public static Fault? FirstFault(SignInOptions options, Uri listening, StaffList staff) =>
        Authority(options.Authority)
        ?? (options.ClientId.Length > 0 ? null : Wrong("SignIn:ClientId", "is not set", "the client id under which the page is registered with the authority"))
        ?? Secret(options)
        ?? (options.Scopes.Contains("openid", StringComparer.Ordinal) ? null : Wrong("SignIn:Scopes", $"is \"{string.Join(' ', options.Scopes)}\", without openid", "openid profile email"))
        ?? PublicUrl(options.PublicUrl, listening)
        ?? options.Groups.Select(group => Group(group.Key, group.Value, staff)).FirstOrDefault(fault => fault is not null);

    /// <summary>A setting that is none.</summary>
    public static Fault Unknown(string name, IEnumerable<string> known) => Wrong($"SignIn:{name}", "is no setting of the sign-in", string.Join(", ", known));

    /// <summary>What is wrong with the address under which people reach this host.</summary>
    public static Fault? PublicUrl(string value) =>
        !IsSafe(value) ? Wrong("PublicUrl", $"\"{value}\" is no https address", PageExample)
        : new Uri(value).GetLeftPart(UriPartial.Authority) is var origin && !origin.Equals(value, StringComparison.OrdinalIgnoreCase) ? Wrong("PublicUrl", $"\"{value}\" has more than scheme, host and port", origin)
        : null;

    /// <summary>Whether an address is absolute, carries no name or password, and is https or lies on this machine.</summary>
    public static bool IsSafe(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsHere(address)));

    private static Fault? Authority(string value) =>
        value.Length == 0 ? Wrong("SignIn:Authority", "is not set", Example)
        : value.EndsWith(Document, StringComparison.OrdinalIgnoreCase) ? Wrong("SignIn:Authority", $"names the authority's document; leave {Document} out", value[..^Document.Length])
        : !IsSafe(value) ? Wrong("SignIn:Authority", $"\"{value}\" is no https address", Example)
        : value.Contains('?', StringComparison.Ordinal) || value.Contains('#', StringComparison.Ordinal) ? Wrong("SignIn:Authority", $"\"{value}\" has more than a path", Example)
        : null;

    // which of the two is empty or unreadable may be said; what they hold may not
    private static Fault? Secret(SignInOptions options) => (options.ClientSecret, options.ClientSecretFile) switch
    {
        (not null, not null) => Wrong("SignIn:ClientSecret", "and Copilot:SignIn:ClientSecretFile are both set; keep one", "Copilot__SignIn__ClientSecretFile=/run/secrets/copilot-page"),
        (null, { } file) when !File.Exists(file) => Wrong("SignIn:ClientSecretFile", $"names \"{file}\", and no such file can be read", "/run/secrets/copilot-page"),
        _ => null,
    };

    private static Fault? PublicUrl(string value, Uri listening) =>
        value.Length > 0 ? PublicUrl(value)
        : IsHere(listening) ? null
        : Wrong("PublicUrl", $"is not set, and {listening} is no address of this machine alone, so nobody knows where people come back to after signing in", PageExample);

    private static Fault? Group(string group, IReadOnlyList<string> roles, StaffList staff) =>
        roles.Count == 0 ? Wrong($"SignIn:Groups:{group}", "gives no role", "collector")
        : roles.FirstOrDefault(role => !staff.Roles.Contains(role, StringComparer.Ordinal)) is { } unknown ? Wrong($"SignIn:Groups:{group}", $"gives \"{unknown}\", which is no role here", string.Join(", ", staff.Roles))
        : null;

    private static bool IsHere(Uri address) =>
        address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.TryParse(address.IdnHost, out var number) && IPAddress.IsLoopback(number));

    private static Fault Wrong(string setting, string what, string example) => new("HO-051", $"The setting Copilot:{setting} {what}. An example: {example}");
}
