namespace Copilot.Gate;

/// <summary>An entry of the ledger.</summary>
/// <param name="Sequence">Its number: 1, 2, 3, … without a gap.</param>
/// <param name="At">When, to the millisecond.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Actor">Who did it, by the alias that is sealed in the entry.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Payload">The details as JSON.</param>
/// <param name="Hash">Its seal, lower-case hexadecimal.</param>
public sealed record LedgerEntry(long Sequence, DateTimeOffset At, string Kind, string Actor, string Subject, string Payload, string Hash)
{
    /// <summary>The short name behind <see cref="Actor"/>; the alias itself where that person was erased.</summary>
    public required string Who { get; init; }

    /// <summary>What it was about, with a short name in the place of an alias.</summary>
    public required string About { get; init; }
}
