using System.Text.Json;

namespace Copilot.Bot;

/// <summary>To which directory an activity's conversation belongs, as the channel says it, and whether that one may write.</summary>
internal static class ActivityTenants
{
    /// <summary>The tenant when every one that the activity names is allowed, else the refusal.</summary>
    public static (string? Tenant, Admission? Refusal) Allowed(Activity activity, IReadOnlyList<string> allowed)
    {
        // Teams writes it in both places; a contradiction is decided against the sender
        string? tenant = null;
        foreach (var named in Named(activity))
        {
            if (!allowed.Contains(named, StringComparer.OrdinalIgnoreCase))
            {
                return (null, AuthRefusals.OtherTenant);
            }

            tenant ??= named;
        }

        return tenant is null ? (null, AuthRefusals.NoTenant) : (tenant, null);
    }

    private static IEnumerable<string> Named(Activity activity)
    {
        if (activity.Conversation?.TenantId is { Length: > 0 } conversation)
        {
            yield return conversation;
        }

        if (activity.ChannelData is { ValueKind: JsonValueKind.Object } data
            && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
            && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } channel)
        {
            yield return channel;
        }
    }
}
