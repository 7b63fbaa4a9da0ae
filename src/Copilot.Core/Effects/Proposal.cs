namespace Copilot.Core;

/// <summary>What an action function returns: what would be changed and why. It changes nothing by itself.</summary>
/// <param name="Title">Heading of its card.</param>
/// <param name="Reason">Why it is proposed.</param>
/// <param name="Effects">What would be changed, in order; at least one.</param>
/// <param name="Basis">The queries it rests on.</param>
public sealed record Proposal(string Title, string Reason, IReadOnlyList<Effect> Effects, IReadOnlyList<Basis> Basis);

/// <summary>A query that a proposal rests on, with a hash of its result: another result at the click turns the card into a comparison.</summary>
/// <param name="Query">Name of the query.</param>
/// <param name="Arguments">Its canonical arguments.</param>
/// <param name="Sha256">Hash of the result.</param>
public sealed record Basis(string Query, string Arguments, string Sha256);
