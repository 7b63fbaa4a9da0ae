using Copilot.Core;

namespace Copilot.Gate;

/// <summary>A proposal that somebody decided on.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it was about.</param>
/// <param name="Requester">Short name of the one who asked.</param>
/// <param name="At">When it was decided.</param>
/// <param name="State">How.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Ends">Where its effects stand.</param>
/// <param name="Kinds">The canonical words of its effects' kinds, each once.</param>
internal sealed record DecidedProposal(string Number, string Title, string Requester, DateTimeOffset At, ProposalState State, string? Reason, IReadOnlyList<EffectState> Ends, IReadOnlyList<string> Kinds);
