using Copilot.Core;

namespace Copilot.Gate;

/// <summary>Runs effects of one kind. Nobody outside the gate can call one: what it is given is a ticket, and a ticket comes from a confirmed row alone.</summary>
public abstract class EffectExecutor
{
    // only the typed executor below derives from it
    private protected EffectExecutor()
    {
    }

    internal abstract Type Kind { get; }

    internal abstract bool NotesCall { get; }

    internal abstract Task<ExecutionResult> InvokeAsync(ExecutionTicket ticket, CancellationToken cancellationToken);

    internal abstract Task<ExecutionResult> ReadBackAsync(Effect effect, string key, CancellationToken cancellationToken);
}

/// <summary>An executor of one kind of effect; each is sealed and has no public method that runs.</summary>
/// <typeparam name="TEffect">The kind.</typeparam>
public abstract class EffectExecutor<TEffect> : EffectExecutor
    where TEffect : Effect
{
    internal sealed override Type Kind => typeof(TEffect);

    internal sealed override bool NotesCall => SaysWhenItCalls;

    /// <summary>
    /// Whether it says on its ticket (<see cref="ExecutionTicket.CallingAsync"/>) when it is about to call. What did not say so has called nobody, and
    /// nothing is unknown about it; one that does not say it is read back.
    /// </summary>
    protected virtual bool SaysWhenItCalls => false;

    internal sealed override Task<ExecutionResult> InvokeAsync(ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        // an empty value is no ticket, whatever it was forged from
        ArgumentNullException.ThrowIfNull(ticket);
        return RunAsync(ticket.Take<TEffect>(), ticket, cancellationToken);
    }

    internal sealed override Task<ExecutionResult> ReadBackAsync(Effect effect, string key, CancellationToken cancellationToken) => FindAsync((TEffect)effect, key, cancellationToken);

    /// <summary>Runs it. What cannot be told to have failed for certain is unknown; an exception counts as unknown.</summary>
    /// <param name="effect">The effect, read from the confirmed bytes.</param>
    /// <param name="ticket">The right to run it once, with the key to send along.</param>
    /// <param name="cancellationToken">Ends the waiting when the time for it is over, not when a person leaves.</param>
    protected abstract Task<ExecutionResult> RunAsync(TEffect effect, ExecutionTicket ticket, CancellationToken cancellationToken);

    /// <summary>Looks whether the effect of that key happened, after a crash or an unclear answer.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    protected abstract Task<ExecutionResult> FindAsync(TEffect effect, string key, CancellationToken cancellationToken);
}
