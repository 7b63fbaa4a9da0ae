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

    /// <summary>Whether it is a system that is told before each call that the call goes out.</summary>
    public bool Says { get; set; }

    /// <summary>What happens between the beginning of an execution and its call.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    protected override bool SaysWhenItCalls => Says;

    protected override async Task<ExecutionResult> RunAsync(TEffect effect, ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        await Meanwhile();
        if (Says && !await ticket.CallingAsync(cancellationToken))
        {
            return ExecutionResult.Failed("It was settled meanwhile.");
        }

        Calls.Enqueue(ticket.Key);
        return Answer(effect);
    }

    protected override Task<ExecutionResult> FindAsync(TEffect effect, string key, CancellationToken cancellationToken) => Task.FromResult(Look(key));
}
