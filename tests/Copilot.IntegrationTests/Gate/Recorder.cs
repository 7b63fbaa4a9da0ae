using System.Collections.Concurrent;
using Copilot.Core;
using Copilot.Gate;

namespace Copilot.IntegrationTests.Gate;

/// <summary>An outside system that remembers each call, and does what a test tells it to.</summary>
internal sealed class Recorder<TEffect> : EffectExecutor<TEffect>
    where TEffect : Effect
{
    public ConcurrentQueue<string> Calls { get; } = new();

    public Func<TEffect, ExecutionResult> Answer { get; set; } = _ => ExecutionResult.Done("It was done.", []);

    public Func<string, ExecutionResult> Look { get; set; } = _ => ExecutionResult.Unknown("Nobody can look.");

    protected override Task<ExecutionResult> RunAsync(TEffect effect, ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        Calls.Enqueue(ticket.Key);
        return Task.FromResult(Answer(effect));
    }

    protected override Task<ExecutionResult> FindAsync(TEffect effect, string key, CancellationToken cancellationToken) => Task.FromResult(Look(key));
}
