namespace Copilot.Gate;

/// <summary>What a check of the ledger found.</summary>
/// <param name="Sound">How many entries, from the first on, are as they were written.</param>
/// <param name="Head">The hash of the last of them: noted elsewhere, it proves later that nothing was cut off.</param>
/// <param name="BrokenAt">The number of the first entry that is not; none when all are.</param>
/// <param name="Problem">What is wrong with it, in a sentence.</param>
/// <param name="GuardWasMissing">Whether the database's own protection of the ledger had been taken away before this start.</param>
public sealed record LedgerCheck(long Sound, string Head, long? BrokenAt, string? Problem, bool GuardWasMissing)
{
    /// <summary>Whether every entry is as it was written and the protection stood.</summary>
    public bool Ok => Problem is null && !GuardWasMissing;
}
