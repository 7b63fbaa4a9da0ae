using Copilot.Core;

namespace Copilot.Bot;

/// <summary>What each setting of the sign-on must look like; a fault names the setting, what is wrong with its value and an example.</summary>
internal static class AuthSettingRules
{
    private const string ExampleId = "6f1f0f0e-3c0b-4b0e-9a53-3a5d6c0e1b2a";

    /// <summary>The first fault, in the order in which one sets them; null when there is none.</summary>
    public static Fault? FirstFault(BotAuthOptions options)
    {
        if (options.AppId.Length == 0)
        {
            // no channel is expected, unless something is set that only a channel needs
            return Forgotten(options) ?? Limits(options);
        }

        return Id("Copilot:Bot:AppId", options.AppId)
            ?? (options.TenantId is { } tenant ? Id("Copilot:Bot:TenantId", tenant) : null)
            ?? options.AllowedTenants.Select(allowed => Id("Copilot:Bot:AllowedTenants", allowed)).FirstOrDefault(fault => fault is not null)
            ?? options.DirectoryCallers.Select(caller => Id("Copilot:Bot:DirectoryCallers", caller)).FirstOrDefault(fault => fault is not null)
            ?? Tenants(options)
            ?? Addresses(options)
            ?? Secret(options)
            ?? Limits(options);
    }

    /// <summary>A setting that cannot be: which, what is wrong with it, and what to write.</summary>
    public static Fault Wrong(string setting, string what, string example) => new("BT-001", $"The setting {setting} {what}. An example: {example}");

    private static Fault? Forgotten(BotAuthOptions options)
    {
        var set = (options.TenantId, options.AppSecret, options.AppSecretFile, options.AllowedTenants.Count, options.DirectoryCallers.Count) switch
        {
            (not null, _, _, _, _) => nameof(options.TenantId),
            (_, not null, _, _, _) => nameof(options.AppSecret),
            (_, _, not null, _, _) => nameof(options.AppSecretFile),
            (_, _, _, > 0, _) => nameof(options.AllowedTenants),
            (_, _, _, _, > 0) => nameof(options.DirectoryCallers),
            _ => null,
        };
        return set is null ? null : Wrong("Copilot:Bot:AppId", $"is not set, but Copilot:Bot:{set} is, so no channel could write", ExampleId);
    }

    private static Fault? Id(string setting, string value) => Guid.TryParseExact(value, "D", out _) ? null : Wrong(setting, $"\"{value}\" is no id of the form 8-4-4-4-12", ExampleId);

    private static Fault? Tenants(BotAuthOptions options) => options.Tenants.Count > 0
        ? null
        : Wrong("Copilot:Bot:TenantId", "and Copilot:Bot:AllowedTenants are both empty, so nobody could write", ExampleId);

    private static Fault? Addresses(BotAuthOptions options) =>
        Address("Copilot:Bot:OpenIdAddress", options.OpenIdAddress, "https://login.botframework.com/v1/.well-known/openidconfiguration")
        ?? Address("Copilot:Bot:Directory", options.Directory, "https://login.microsoftonline.com")
        ?? Address("Copilot:Bot:DirectoryV1", options.DirectoryV1, "https://sts.windows.net")
        ?? (options.DirectoryOpenIdAddress is { } address ? Address("Copilot:Bot:DirectoryOpenIdAddress", address, "https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration") : null)
        ?? (options.Directory.EndsWith('/') ? Wrong("Copilot:Bot:Directory", "ends in a slash", "https://login.microsoftonline.com") : null)
        ?? (options.DirectoryV1.EndsWith('/') ? Wrong("Copilot:Bot:DirectoryV1", "ends in a slash", "https://sts.windows.net") : null)
        ?? (options.Issuer.Length == 0 ? Wrong("Copilot:Bot:Issuer", "is empty", "https://api.botframework.com") : null)
        ?? (options.DirectoryIssuers.Contains(options.Issuer, StringComparer.Ordinal) ? Wrong("Copilot:Bot:Issuer", "is the bot's own directory", "https://api.botframework.com") : null)
        ?? (options.ConnectorScope.EndsWith("/.default", StringComparison.Ordinal) ? null : Wrong("Copilot:Bot:ConnectorScope", $"\"{options.ConnectorScope}\" does not end in /.default", "https://api.botframework.com/.default"));

    private static Fault? Address(string setting, string value, string example) => WebAddress.IsSafe(value)
        ? null
        : Wrong(setting, $"\"{value}\" is no https address", example);

    // which of the two is empty or unreadable may be said; what they hold may not
    private static Fault? Secret(BotAuthOptions options) => (options.AppSecret, options.AppSecretFile) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => Wrong("Copilot:Bot:AppSecret", "and Copilot:Bot:AppSecretFile are both set; keep one", "Copilot__Bot__AppSecretFile=/run/secrets/bot"),
        ({ Length: > 0 }, _) => null,
        (_, { Length: > 0 } file) => File.Exists(file) ? null : Wrong("Copilot:Bot:AppSecretFile", $"names \"{file}\", and no such file can be read", "/run/secrets/bot"),
        _ => Wrong("Copilot:Bot:AppSecret", "is not set, so the bot could not answer", "Copilot__Bot__AppSecretFile=/run/secrets/bot"),
    };

    private static Fault? Limits(BotAuthOptions options) =>
        Within("Copilot:Bot:ClockSkew", options.ClockSkew, TimeSpan.Zero, TimeSpan.FromMinutes(5), "00:05:00")
        ?? Within("Copilot:Bot:KeysFreshFor", options.KeysFreshFor, TimeSpan.FromMinutes(1), TimeSpan.FromDays(5), "24:00:00")
        ?? Within("Copilot:Bot:UnknownKeyPause", options.UnknownKeyPause, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "00:05:00")
        ?? Within("Copilot:Bot:FirstKeysPause", options.FirstKeysPause, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), "00:00:10")
        ?? Within("Copilot:Bot:KeysTimeout", options.KeysTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30), "00:00:04")
        ?? (options.MaximumHeaderLength is >= 1024 and <= 64 * 1024 ? null : Wrong("Copilot:Bot:MaximumHeaderLength", $"{options.MaximumHeaderLength} is not between 1024 and 65536", "16384"));

    private static Fault? Within(string setting, TimeSpan value, TimeSpan least, TimeSpan most, string example) => value >= least && value <= most
        ? null
        : Wrong(setting, $"{value:c} is not between {least:c} and {most:c}", example);
}
