using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Copilot.Gate;

/// <summary>Runs the effects of confirmed proposals one after the other, each once, and keeps what came of them.</summary>
internal sealed partial class EffectRunner(CompanyStore store, IReadOnlyList<EffectExecutor> executors, IFactCheck facts, WaitingHours hours, StandingBook standing, TimeProvider time, ILogger logger)
{
    /// <summary>How long an execution may take. After twice that it counts as left behind by a host that is gone.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // what was confirmed a moment ago was compared a moment ago
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Recording = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Type, EffectExecutor> _executors = executors.ToDictionary(executor => executor.Kind);

    /// <summary>Runs what is ready of a proposal, in order. What fails does not keep the others from running.</summary>
    public async Task RunAsync(long id, CancellationToken cancellationToken)
    {
        var ready = await ReadyAsync(id, cancellationToken);
        var stale = ready.Count == 0 ? null : await StaleAsync(id, cancellationToken);
        foreach (var ordinal in ready)
        {
            await RunOneAsync(id, ordinal, stale, cancellationToken);
        }
    }

    /// <summary>Settles what a host that is gone left executing, and says which proposals were settled so or have effects that are ready to run.</summary>
    public async Task<IReadOnlyList<long>> LeftBehindAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var limit = time.GetUtcNow() - lease;
        var left = await context.ProposalEffects.AsNoTracking().Where(effect => effect.State == EffectState.Executing && effect.StartedAt <= limit).ToListAsync(cancellationToken);
        foreach (var effect in left)
        {
            var row = await SealedProposals.FindAsync(context, effect.ProposalId, cancellationToken);
            var what = EffectJson.Read(row!.Payload).Effects[effect.Ordinal - 1];
            await RecordAsync(effect.ProposalId, effect.Ordinal, effect.ConfirmedBy!, what, await WhetherAsync(what, Numbers.Key(effect.ProposalId, effect.Ordinal)));
        }

        var ready = await OpenAsync(await context.ProposalEffects.AsNoTracking().Where(effect => effect.State == EffectState.Ready).OrderBy(effect => effect.ProposalId).ToListAsync(cancellationToken), cancellationToken);
        return [.. ready.Concat(left).Select(effect => effect.ProposalId).Distinct()];
    }

    private async Task<IReadOnlyList<int>> ReadyAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var ready = await context.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == id && effect.State == EffectState.Ready).OrderBy(effect => effect.Ordinal).ToListAsync(cancellationToken);
        return [.. (await OpenAsync(ready, cancellationToken)).Select(effect => effect.Ordinal)];
    }

    // what the policy lets run at this hour; the rest waits
    private async Task<IReadOnlyList<ProposalEffectRow>> OpenAsync(IReadOnlyList<ProposalEffectRow> ready, CancellationToken cancellationToken)
    {
        var open = new List<ProposalEffectRow>();
        foreach (var (effect, until) in await hours.OfAsync(ready, cancellationToken))
        {
            if (until is not null) // guard G60
            {
                continue;
            }

            open.Add(effect);
        }

        return open;
    }

    private async Task RunOneAsync(long id, int ordinal, string? stale, CancellationToken cancellationToken)
    {
        if (await ExecutionTicket.RedeemAsync(store, id, ordinal, time.GetUtcNow(), cancellationToken) is not { } ticket)
        {
            return;
        }

        // from here on nobody's leaving ends it: what was begun gets its receipt
        var result = (stale ?? await MovedAsync(ticket) ?? await UncoveredAsync(ticket)) is { } why ? ExecutionResult.Failed(why) : await InvokeAsync(ticket);
        if (result.End == ExecutionEnd.Unknown)
        {
            var found = await WhetherAsync(ticket.Effect, ticket.Key);
            result = found.End == ExecutionEnd.Unknown ? result : found;
        }

        await RecordAsync(id, ordinal, ticket.ConfirmedBy, ticket.Effect, result);
    }

    private async Task<string?> MovedAsync(ExecutionTicket ticket)
    {
        var moved = await FactComparison.MovedAsync(store, [ticket.Effect], ticket.VersionOf, CancellationToken.None);
        if (moved.Count > 0) // guard G19
        {
            return $"Not done: {string.Join(", ", moved.Select(target => target.Document).Distinct(StringComparer.Ordinal))} changed since it was confirmed. Ask for it anew.";
        }

        return null;
    }

    // what waited for its hour under a standing approval may have outlived it
    private async Task<string?> UncoveredAsync(ExecutionTicket ticket)
    {
        if (await standing.OverAsync(ticket.Key, CancellationToken.None) is { } over) // guard G61
        {
            return $"Not sent. {over.Message}";
        }

        return null;
    }

    private async Task<ExecutionResult> InvokeAsync(ExecutionTicket ticket)
    {
        if (!_executors.TryGetValue(ticket.Effect.GetType(), out var executor))
        {
            return ExecutionResult.Failed($"This host has nothing that carries out \"{EffectJson.KindOf(ticket.Effect)}\"; nothing was done.");
        }

        using var limit = new CancellationTokenSource(Longest, time);
        try
        {
            return await executor.InvokeAsync(ticket, limit.Token);
        }
#pragma warning disable CA1031 // whatever it is, the call may have happened
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            Broke(logger, fault, ticket.Key, reference);
            return ExecutionResult.Unknown($"It broke while it ran, so nobody knows whether it happened (reference {reference}). Look, then say: settle {ticket.Key} as done, or: settle {ticket.Key} as not done");
        }
    }

    // an execution that did not come as far as saying that it calls has called nobody
    private async Task<ExecutionResult> WhetherAsync(Effect effect, string key)
    {
        await using var context = store.Copilot();
        if (_executors.TryGetValue(effect.GetType(), out var executor) && executor.NotesCall && !await ExecutionTicket.CalledAsync(context, key, CancellationToken.None)) // guard G41
        {
            return ExecutionResult.Failed($"It did not happen: it was stopped before anything left the house. To try it again, say: retry {key.Split('/')[0]}");
        }

        return await ReadBackAsync(effect, key);
    }

    private async Task<ExecutionResult> ReadBackAsync(Effect effect, string key)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        try
        {
            return _executors.TryGetValue(effect.GetType(), out var executor)
                ? await executor.ReadBackAsync(effect, key, limit.Token)
                : ExecutionResult.Unknown($"Nobody here can look whether it happened. Look yourself, then say: settle {key} as done, or: settle {key} as not done");
        }
#pragma warning disable CA1031 // what cannot be read back stays unknown
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Broke(logger, fault, key, "read-back");
            return ExecutionResult.Unknown($"Whether it happened could not be read back. Look, then say: settle {key} as done, or: settle {key} as not done");
        }
    }

    // confirmed a while ago, by a host that stopped or was stopped: the facts are looked at again before the first of its effects runs
    private async Task<string?> StaleAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var row = (await SealedProposals.FindAsync(context, id, cancellationToken))!;
        if (row.Undoes is not null || row.DecidedAt is not { } decided || decided + Fresh > time.GetUtcNow()
            || await context.ProposalEffects.AnyAsync(effect => effect.ProposalId == id && (effect.State == EffectState.Done || effect.State == EffectState.Unknown), cancellationToken))
        {
            return null;
        }

        var then = EffectJson.Read(row.Payload);
        var again = await facts.AgainAsync(row.Tool, row.Arguments, row.Requester, cancellationToken);
        var changed = FactComparison.Of(then, again.Ok ? again.Value : null, []);
        if (!again.Ok)
        {
            return $"Not done: it would not be proposed any more. {again.Fault.Message}";
        }

        if (changed.Count > 0) // guard G20
        {
            return $"Not done: facts changed since it was confirmed ({string.Join("; ", changed.Take(3).Select(change => $"{change.Field}: {change.Before} → {change.After}"))}). Ask for it anew.";
        }

        return null;
    }

    private async Task RecordAsync(long id, int ordinal, string person, Effect effect, ExecutionResult result)
    {
        using var limit = new CancellationTokenSource(Recording, time);
        var cancellationToken = limit.Token;
        await using var context = store.Copilot();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.ClaimLedgerAsync(cancellationToken);
        var (now, key) = (time.GetUtcNow(), Numbers.Key(id, ordinal));
        var state = result.End switch
        {
            ExecutionEnd.Done => EffectState.Done,
            ExecutionEnd.Failed => EffectState.Failed,
            ExecutionEnd.Unknown => EffectState.Unknown,
            _ => throw new InvalidOperationException($"Nobody knows what {result.End} means."),
        };
        var after = state == EffectState.Done ? JsonSerializer.Serialize(result.After) : null;
        var receipt = await SealedProposals.SealAsync(context, effect, result.Receipt, now, cancellationToken);
        var moved = await context.ProposalEffects.Where(own => own.ProposalId == id && own.Ordinal == ordinal && own.State == EffectState.Executing)
            .ExecuteUpdateAsync(
                set => set.SetProperty(own => own.State, state).SetProperty(own => own.EndedAt, now).SetProperty(own => own.Receipt, receipt).SetProperty(own => own.After, after), cancellationToken);
        if (moved != 1) // guard G27
        {
            // settled by somebody else meanwhile
            return;
        }

        await MarkUndoneAsync(context, id, ordinal, state, cancellationToken);
        await LedgerWriter.AddAsync(context, now, Words.Of(state), person, key, new { receipt = result.Receipt.Length }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task MarkUndoneAsync(CopilotContext context, long id, int ordinal, EffectState state, CancellationToken cancellationToken)
    {
        var undoes = state == EffectState.Done ? await context.Proposals.AsNoTracking().Where(row => row.Id == id).Select(row => row.Undoes).FirstAsync(cancellationToken) : null;
        if (undoes?.Split(' ')[ordinal - 1].Split('/') is [var number, var part] && Numbers.Read(number) is { } original)
        {
            var place = int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);
            await context.ProposalEffects.Where(effect => effect.ProposalId == original && effect.Ordinal == place).ExecuteUpdateAsync(set => set.SetProperty(effect => effect.UndoneBy, id), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Key} broke while it ran (reference {Reference}).")]
    private static partial void Broke(ILogger logger, Exception exception, string key, string reference);
}
