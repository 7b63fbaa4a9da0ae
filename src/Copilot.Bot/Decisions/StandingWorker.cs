using Copilot.Core;
using Copilot.Gate;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Looks whether something that a standing approval covers is due; what is runs as everything that was confirmed.</summary>
internal sealed class StandingWorker(ConfirmationGate gate, RestHours quiet, TimeProvider time, ILogger<StandingWorker> logger) : Lookout(TimeSpan.FromMinutes(1), time, logger)
{
    /// <inheritdoc/>
    public override Task LookAsync(CancellationToken cancellationToken) => gate.Rounds.GoAsync(quiet, cancellationToken);
}
