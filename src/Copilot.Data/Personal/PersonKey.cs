namespace Copilot.Data;

/// <summary>A key as it is used.</summary>
/// <param name="Id">Its number, which stands before what it seals.</param>
/// <param name="Alias">What the ledger calls the one whose it is.</param>
/// <param name="Secret">256 random bits.</param>
internal sealed record PersonKey(long Id, string Alias, byte[] Secret);
