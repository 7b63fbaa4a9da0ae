using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>One setting stops every confirmation and execution at once, on every host of the store.</summary>
public sealed class KillSwitch
{
    private const string Name = "gate.stopped";
    private const string Erased = "(erased)";

    private readonly CompanyStore _store;
    private readonly TimeProvider _time;

    /// <summary>The switch of a store.</summary>
    public KillSwitch(CompanyStore store, TimeProvider time) => (_store, _time) = (store, time);

    /// <summary>Who pulled it and why; nothing where it is not pulled.</summary>
    public async Task<string?> SaidAsync(CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        return await SaidAsync(context, cancellationToken);
    }

    /// <summary>Pulls it, or releases it.</summary>
    /// <param name="said">Who pulls it and why; none releases it.</param>
    /// <param name="actor">Short name or account of the one who does.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task SetAsync(string? said, string actor, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        await Pulled(context).ExecuteDeleteAsync(cancellationToken);
        var now = _time.GetUtcNow();
        var kept = said is null ? null : await LedgerWriter.SealAsync(context, actor, said, now, cancellationToken);
        if (kept is not null)
        {
            context.Settings.Add(new SettingRow { Name = Name, Value = kept });
            await context.SaveChangesAsync(cancellationToken);
        }

        await LedgerWriter.AddAsync(context, now, said is null ? "released" : "stopped", actor, "gate", new { said = kept }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether it is pulled, whatever became of the words.</summary>
    internal static Task<bool> IsOnAsync(CopilotContext context, CancellationToken cancellationToken) => Pulled(context).AnyAsync(cancellationToken);

    /// <summary>Who pulled it and why, on a connection that is open.</summary>
    internal static async Task<string?> SaidAsync(CopilotContext context, CancellationToken cancellationToken) =>
        await Pulled(context).AsNoTracking().Select(setting => setting.Value).FirstOrDefaultAsync(cancellationToken) is { } kept ? await new KeyRing(context).OpenAsync(kept, cancellationToken) ?? Erased : null;

    /// <summary>The setting; the words in it are sealed.</summary>
    internal static IQueryable<SettingRow> Pulled(CopilotContext context) => context.Settings.Where(setting => setting.PersonKey == "" && setting.Name == Name);
}
