using Copilot.Core;
using Copilot.Data;
using Microsoft.Extensions.Configuration;

namespace Copilot.Host.SignIn;

/// <summary>Reads the settings of the sign-in. They come from the environment or the data folder's file.</summary>
internal static class SignInSettings
{
    private static readonly string[] Known = ["Authority", "ClientId", "ClientSecret", "ClientSecretFile", "Scopes", "PersonClaims", "GroupsClaim", "Groups"];

    /// <summary>The settings, nothing where no sign-in is set, or the first that cannot be.</summary>
    /// <param name="configuration">All settings of the host.</param>
    /// <param name="listening">Where the host listens.</param>
    /// <param name="staff">The staff, whose roles the groups may give.</param>
    public static Result<SignInOptions?> Read(IConfiguration configuration, Uri listening, StaffList staff)
    {
        var section = configuration.GetSection("Copilot:SignIn");
        if (!section.GetChildren().Any())
        {
            return Result<SignInOptions?>.Of(null);
        }

        var options = new SignInOptions
        {
            Authority = Text(section["Authority"]),
            ClientId = Text(section["ClientId"]),
            ClientSecret = section["ClientSecret"] is { Length: > 0 } secret ? secret : null,
            ClientSecretFile = section["ClientSecretFile"] is { Length: > 0 } file ? file : null,
            Scopes = Words(section.GetSection("Scopes"), "openid profile email"),
            PersonClaims = Words(section.GetSection("PersonClaims"), "oid email preferred_username upn"),
            GroupsClaim = Text(section["GroupsClaim"]) is { Length: > 0 } claim ? claim : "groups",
            Groups = Groups(section.GetSection("Groups")),
            PublicUrl = Text(configuration["Copilot:PublicUrl"]).TrimEnd('/'),
        };
        var unknown = section.GetChildren().Select(child => child.Key).FirstOrDefault(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase));
        var fault = unknown is null ? SignInRules.FirstFault(options, listening, staff) : SignInRules.Unknown(unknown, Known);
        return fault is null ? options : fault;
    }

    /// <summary>The address under which people reach this host; nothing where it is not set.</summary>
    public static Result<Uri?> PublicUrl(IConfiguration configuration)
    {
        var value = Text(configuration["Copilot:PublicUrl"]).TrimEnd('/');
        return value.Length == 0 ? Result<Uri?>.Of(null) : SignInRules.PublicUrl(value) is { } fault ? fault : new Uri(value);
    }

    private static string Text(string? value) => (value ?? "").Trim();

    // "openid profile" in the environment, a list in a file
    private static string[] Words(IConfigurationSection section, string otherwise)
    {
        var listed = section.GetChildren().Select(child => Text(child.Value)).Where(word => word.Length > 0).ToArray();
        return listed.Length > 0 ? listed : Split(Text(section.Value) is { Length: > 0 } text ? text : otherwise);
    }

    private static string[] Split(string text) => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // a group's name may hold colons, which part a setting's name: what is left of the path is put together again
    private static Dictionary<string, IReadOnlyList<string>> Groups(IConfigurationSection section) => section.AsEnumerable(makePathsRelative: true)
        .Where(entry => entry.Key.Length > 0 && entry.Value is not null)
        .ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)Split(entry.Value!), StringComparer.OrdinalIgnoreCase);
}
