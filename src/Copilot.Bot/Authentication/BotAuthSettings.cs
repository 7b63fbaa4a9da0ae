using System.Globalization;
using Copilot.Conversation;
using Copilot.Core;
using Microsoft.Extensions.Configuration;

namespace Copilot.Bot;

/// <summary>Reads the section <c>Copilot:Bot</c>: its names, and of its values those of the sign-on. What is left empty is not set.</summary>
internal static class BotAuthSettings
{
    /// <summary>Every setting there is: those of the sign-on, and those that <see cref="BotLimits"/>, <see cref="QuietHours"/> and the list of people read.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        nameof(BotAuthOptions.AppId), nameof(BotAuthOptions.AppSecret), nameof(BotAuthOptions.AppSecretFile), nameof(BotAuthOptions.TenantId), nameof(BotAuthOptions.AllowedTenants),
        nameof(BotAuthOptions.DirectoryCallers), nameof(BotAuthOptions.OpenIdAddress), nameof(BotAuthOptions.Issuer), nameof(BotAuthOptions.Directory), nameof(BotAuthOptions.DirectoryV1),
        nameof(BotAuthOptions.DirectoryOpenIdAddress), nameof(BotAuthOptions.ConnectorScope), nameof(BotAuthOptions.ClockSkew), nameof(BotAuthOptions.KeysFreshFor),
        nameof(BotAuthOptions.UnknownKeyPause), nameof(BotAuthOptions.FirstKeysPause), nameof(BotAuthOptions.KeysTimeout), nameof(BotAuthOptions.MaximumHeaderLength),
        nameof(BotLimits.TurnsPerMinute), nameof(BotLimits.UploadMegabytes), nameof(BotLimits.KeepDays), "QuietHours", "QuietDays", "People",
    ];

    private static readonly string[] Times =
    [
        nameof(BotAuthOptions.ClockSkew), nameof(BotAuthOptions.KeysFreshFor), nameof(BotAuthOptions.UnknownKeyPause), nameof(BotAuthOptions.FirstKeysPause), nameof(BotAuthOptions.KeysTimeout),
    ];

    private static readonly char[] Between = [' ', ',', ';'];

    /// <summary>The settings, or the first that cannot be.</summary>
    /// <param name="section">The section.</param>
    /// <param name="anonymousOnLoopback">Whether a program on this machine needs no token; no setting.</param>
    public static Result<BotAuthOptions> Read(IConfiguration section, bool anonymousOnLoopback)
    {
        if ((Unknown(section) ?? Unreadable(section)) is { } unreadable)
        {
            return unreadable;
        }

        var usual = new BotAuthOptions();
        var options = new BotAuthOptions
        {
            AppId = Text(section, nameof(usual.AppId)) ?? usual.AppId,
            AppSecret = section[nameof(usual.AppSecret)] is { Length: > 0 } secret ? secret : null,
            AppSecretFile = Text(section, nameof(usual.AppSecretFile)),
            TenantId = Text(section, nameof(usual.TenantId)),
            AllowedTenants = Words(section.GetSection(nameof(usual.AllowedTenants))),
            DirectoryCallers = Words(section.GetSection(nameof(usual.DirectoryCallers))),
            OpenIdAddress = Text(section, nameof(usual.OpenIdAddress)) ?? usual.OpenIdAddress,
            Issuer = Text(section, nameof(usual.Issuer)) ?? usual.Issuer,
            Directory = Text(section, nameof(usual.Directory)) ?? usual.Directory,
            DirectoryV1 = Text(section, nameof(usual.DirectoryV1)) ?? usual.DirectoryV1,
            DirectoryOpenIdAddress = Text(section, nameof(usual.DirectoryOpenIdAddress)),
            ConnectorScope = Text(section, nameof(usual.ConnectorScope)) ?? usual.ConnectorScope,
            ClockSkew = Time(section, nameof(usual.ClockSkew)) ?? usual.ClockSkew,
            KeysFreshFor = Time(section, nameof(usual.KeysFreshFor)) ?? usual.KeysFreshFor,
            UnknownKeyPause = Time(section, nameof(usual.UnknownKeyPause)) ?? usual.UnknownKeyPause,
            FirstKeysPause = Time(section, nameof(usual.FirstKeysPause)) ?? usual.FirstKeysPause,
            KeysTimeout = Time(section, nameof(usual.KeysTimeout)) ?? usual.KeysTimeout,
            MaximumHeaderLength = Number(section, nameof(usual.MaximumHeaderLength)) ?? usual.MaximumHeaderLength,
            AnonymousOnLoopback = anonymousOnLoopback,
        };
        return options.Check() is { } fault ? fault : options;
    }

    private static Fault? Unknown(IConfiguration section)
    {
        if (section.GetChildren().Select(child => child.Key).FirstOrDefault(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase)) is not { } unknown)
        {
            return null;
        }

        var nearest = Known.MinBy(name => EditDistance.Within(unknown.ToUpperInvariant(), name.ToUpperInvariant(), unknown.Length + name.Length));
        return new Fault("BT-001", $"The setting Copilot:Bot:{unknown} is none that the bot has. Did you mean Copilot:Bot:{nearest}?");
    }

    private static Fault? Unreadable(IConfiguration section) =>
        Times.Where(name => Text(section, name) is not null && Time(section, name) is null)
            .Select(name => AuthSettingRules.Wrong($"Copilot:Bot:{name}", $"\"{Text(section, name)}\" is no length of time; write hours, minutes and seconds", "00:05:00")).FirstOrDefault()
        ?? (Text(section, nameof(BotAuthOptions.MaximumHeaderLength)) is { } length && Number(section, nameof(BotAuthOptions.MaximumHeaderLength)) is null
            ? AuthSettingRules.Wrong("Copilot:Bot:MaximumHeaderLength", $"\"{length}\" is no whole number", "16384") : null);

    private static string? Text(IConfiguration section, string name) => section[name]?.Trim() is { Length: > 0 } text ? text : null;

    private static TimeSpan? Time(IConfiguration section, string name) => TimeSpan.TryParse(Text(section, name), CultureInfo.InvariantCulture, out var time) ? time : null;

    private static int? Number(IConfiguration section, string name) => int.TryParse(Text(section, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // one or several in the environment, a list in a file
    private static string[] Words(IConfigurationSection section) =>
        [.. section.GetChildren().Select(child => child.Value).Prepend(section.Value).SelectMany(text => (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
