using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Support;

/// <summary>A proposal that stands confirmed in a store: its effects run through tickets that the gate's own redemption makes, there is no other way.</summary>
internal sealed class Confirmed
{
    private readonly CompanyStore _store;
    private readonly IReadOnlyList<EffectExecutor> _executors;

    private Confirmed(CompanyStore store, IReadOnlyList<EffectExecutor> executors, Proposal proposal, long id) => (_store, _executors, Proposal, Id) = (store, executors, proposal, id);

    public Proposal Proposal { get; }

    public long Id { get; }

    /// <summary>The day of the sample company.</summary>
    public static DateOnly Day { get; } = new(2026, 11, 20);

    public static DateTimeOffset Now { get; } = new(Day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);

    /// <summary>Stores a proposal as confirmed, its effects ready to be run.</summary>
    public static async Task<Confirmed> StoreAsync(CompanyStore store, IReadOnlyList<EffectExecutor> executors, Proposal proposal, string by)
    {
        var bytes = EffectJson.Write(proposal);
        var row = new ProposalRow
        {
            State = ProposalState.Confirmed, Tool = "test", Arguments = "{}", Requester = by, Conversation = "test", CreatedAt = Now, ExpiresAt = Now.AddDays(1), Payload = bytes, Digest = Payload.DigestOf(bytes), DecidedBy = by, DecidedAt = Now,
        };
        await using var context = store.Copilot();
        context.Proposals.Add(row);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        context.ProposalEffects.AddRange(proposal.Effects.Select((effect, index) => new ProposalEffectRow
        {
            ProposalId = row.Id, Ordinal = index + 1, Kind = EffectJson.KindOf(effect), Rule = Words.Of(effect.Rule()), State = EffectState.Ready, ConfirmedBy = by, ConfirmedOn = Day,
        }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Confirmed(store, executors, proposal, row.Id);
    }

    /// <summary>Runs every effect that is ready, in order.</summary>
    public async Task<IReadOnlyList<ExecutionResult>> RunAsync()
    {
        var results = new List<ExecutionResult>();
        for (var ordinal = 1; ordinal <= Proposal.Effects.Count; ordinal++)
        {
            results.Add(await RunAsync(ordinal));
        }

        return results;
    }

    /// <summary>Runs one effect.</summary>
    public async Task<ExecutionResult> RunAsync(int ordinal)
    {
        var token = TestContext.Current.CancellationToken;
        var ticket = await ExecutionTicket.RedeemAsync(_store, Id, ordinal, Now, token);
        Assert.NotNull(ticket);
        var result = await Of(ordinal).InvokeAsync(ticket, token);
        await SetAsync(ordinal, result.End == ExecutionEnd.Done ? EffectState.Done : result.End == ExecutionEnd.Failed ? EffectState.Failed : EffectState.Unknown, result);
        return result;
    }

    /// <summary>Runs one effect a second time under the same key, as after a crash that lost the receipt.</summary>
    public async Task<ExecutionResult> RunAgainAsync(int ordinal)
    {
        await SetAsync(ordinal, EffectState.Ready, null);
        return await RunAsync(ordinal);
    }

    /// <summary>Reads back whether an effect happened.</summary>
    public Task<ExecutionResult> ReadBackAsync(int ordinal) => Of(ordinal).ReadBackAsync(Proposal.Effects[ordinal - 1], Numbers.Key(Id, ordinal), TestContext.Current.CancellationToken);

    private EffectExecutor Of(int ordinal) => _executors.Single(executor => executor.Kind == Proposal.Effects[ordinal - 1].GetType());

    private async Task SetAsync(int ordinal, EffectState state, ExecutionResult? result)
    {
        await using var context = _store.Copilot();
        var row = await context.ProposalEffects.SingleAsync(effect => effect.ProposalId == Id && effect.Ordinal == ordinal, TestContext.Current.CancellationToken);
        (row.State, row.EndedAt, row.Receipt, row.After) = (state, Now.AddSeconds(ordinal), result?.Receipt, result is { After.Count: > 0 } ? JsonSerializer.Serialize(result.After) : null);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
