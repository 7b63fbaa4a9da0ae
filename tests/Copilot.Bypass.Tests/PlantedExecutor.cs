using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Bypass.Tests;

// what the rules on executors must find: open, public, and with a method that runs
#pragma warning disable CA1515

/// <summary>Breaks each rule on executors on purpose.</summary>
public class PlantedExecutor : EffectExecutor<LogCall>
{
    public Task<ExecutionResult> RunNowAsync(LogCall effect, ExecutionTicket ticket, CancellationToken cancellationToken) => RunAsync(effect, ticket, cancellationToken);

    protected override Task<ExecutionResult> RunAsync(LogCall effect, ExecutionTicket ticket, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override Task<ExecutionResult> FindAsync(LogCall effect, string key, CancellationToken cancellationToken) => throw new NotSupportedException();
}
