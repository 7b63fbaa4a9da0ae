namespace Copilot.Gate;

/// <summary>What an erasure did, or would do.</summary>
/// <param name="Keys">Whose keys are destroyed: "person:hannah.price", "contact:ap@adler.example".</param>
/// <param name="Texts">How many texts go: those under these keys, and those of others that name the person.</param>
/// <param name="Expired">The proposals that waited and name the person: they cannot be confirmed any more.</param>
internal sealed record ErasureReport(IReadOnlyList<string> Keys, int Texts, IReadOnlyList<string> Expired);
