using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>One setting stops every execution and every confirmation at once, on every host of the store.</summary>
internal static class KillSwitch
{
    private const string Name = "gate.stopped";

    /// <summary>Whether it is pulled.</summary>
    public static async Task<bool> IsOnAsync(CopilotContext context, CancellationToken cancellationToken) => await SaidAsync(context, cancellationToken) is not null;

    /// <summary>Who pulled it and why; nothing where it is not.</summary>
    public static async Task<string?> SaidAsync(CopilotContext context, CancellationToken cancellationToken) =>
        await context.Settings.AsNoTracking().Where(setting => setting.PersonKey == "" && setting.Name == Name).Select(setting => setting.Value).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Pulls or releases it; the caller commits.</summary>
    public static async Task SetAsync(CopilotContext context, string? said, CancellationToken cancellationToken)
    {
        await context.Settings.Where(setting => setting.PersonKey == "" && setting.Name == Name).ExecuteDeleteAsync(cancellationToken);
        if (said is not null)
        {
            context.Settings.Add(new SettingRow { Name = Name, Value = said });
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
