using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Core;

namespace Copilot.Host.Teams;

/// <summary>
/// Fills a manifest template. The values go into the parsed texts of the template, not into its source, so that no name or address can change
/// what the manifest says otherwise.
/// </summary>
internal static partial class TeamsManifest
{
    private const int LongestShortName = 30;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest as UTF-8 bytes, or what is wrong with the request.</summary>
    public static Result<byte[]> Fill(TeamsPackageRequest request)
    {
        if (!Guid.TryParseExact(request.BotId, "D", out var bot) || bot == Guid.Empty)
        {
            return TeamsFaults.BotId(request.BotId);
        }

        if (HostFault(request.Host) is { } reason)
        {
            return TeamsFaults.Host(request.Host, reason);
        }

        if (request.Environment is not ("dev" or "prod"))
        {
            return TeamsFaults.Environment(request.Environment);
        }

        var template = JsonNode.Parse(TeamsResources.Read($"manifest.{request.Environment}.json"))!;
        var longest = LongestShortName - ((string)template["name"]!["short"]!).Length + "{{name}}".Length;
        var name = request.Name.Trim();
        if (name.Length == 0 || name.Length > longest || name.Any(char.IsControl))
        {
            return TeamsFaults.Name(longest);
        }

        if (!VersionShape().IsMatch(request.Version))
        {
            return TeamsFaults.Version(request.Version);
        }

        foreach (var (option, address) in new[] { ("--privacy-url", request.PrivacyUrl), ("--terms-url", request.TermsUrl) })
        {
            if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0))
            {
                return TeamsFaults.Address(option, address);
            }
        }

        var host = request.Host.ToLowerInvariant();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = AppId(bot, request.Environment).ToString("D", CultureInfo.InvariantCulture),
            ["bot_id"] = bot.ToString("D", CultureInfo.InvariantCulture),
            ["host"] = host,
            ["name"] = name,
            ["version"] = request.Version,
            ["privacy_url"] = request.PrivacyUrl ?? $"https://{host}/",
            ["terms_url"] = request.TermsUrl ?? $"https://{host}/",
        };
        return Encoding.UTF8.GetBytes(Filled(template, values)!.ToJsonString(Indented) + "\n");
    }

    /// <summary>The id of the app: the bot's own in production; beside it another one that is always the same, so that both can be installed.</summary>
    private static Guid AppId(Guid bot, string environment)
    {
        if (environment == "prod")
        {
            return bot;
        }

        // a GUID made from a name: version 8 with the variant of RFC 9562
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{bot:D}/{environment}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static string? HostFault(string host) =>
        host.Contains("://", StringComparison.Ordinal) ? "it begins with a scheme"
        : host.Contains('/', StringComparison.Ordinal) || host.Contains('?', StringComparison.Ordinal) || host.Contains('#', StringComparison.Ordinal) ? "it holds a path"
        : host.Contains(':', StringComparison.Ordinal) ? "it holds a port, and Teams reaches a bot on port 443 alone"
        : Uri.CheckHostName(host) is UriHostNameType.IPv4 ? "it is an address, for which there is no certificate that Teams accepts"
        : !HostShape().IsMatch(host) || host.Length > 253 ? "it is no host name that Teams can reach from outside"
        : null;

    private static JsonNode? Filled(JsonNode? node, Dictionary<string, string> values) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value, values)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item, values))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Placeholder().Replace((string)value!, match => values[match.Groups[1].Value]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\{\{([a-z_]+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){2}\z")]
    private static partial Regex VersionShape();

    // labels of letters, digits and inner hyphens; at least one dot; the last label not a number
    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostShape();
}
