using Copilot.Gate;

namespace Copilot.Connectors.Mail;

/// <summary>What came of handing a mail over.</summary>
/// <param name="End">Whether it was taken.</param>
/// <param name="Said">By whom, or who refused it and why.</param>
internal sealed record PostOutcome(ExecutionEnd End, string Said);
